import { AuditorService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  components,
  performanceUploadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  parseReport,
  ReportParser,
} from '@perf-governance/plugin-performance-node';
import { Request, Router } from 'express';
import { AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { ProjectedEntity } from '../catalog/EntityStore';
import { RunGate } from '../gate/RunGate';
import { runDetailToApi } from '../runs/runApi';
import { RunAccess } from '../runs/RunAccess';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, QueryOf } from '../service/operationTypes';
import { drain } from './drain';
import { lingerAfter } from './lingerAfter';
import { IngestionResult, IngestionService } from './IngestionService';
import { normalizedReport } from './normalizedReport';
import { IngestionConfig } from './readIngestionConfig';

type AnyRequest = Request<any, any, any, any, any>;

/** `POST /reports` and `POST /runs`. */
export function registerUploadRoutes(
  router: Router,
  options: {
    ingestion: IngestionService;
    runAccess: RunAccess;
    runGate: RunGate;
    catalogProjection: Pick<CatalogProjection, 'ensure'>;
    accessControl: AccessControl;
    auditor: AuditorService;
    ingestionConfig: IngestionConfig;
    reportParsers: ReportParser[];
  },
): void {
  const { ingestion, runAccess, catalogProjection, accessControl } = options;
  const { auditor, ingestionConfig, reportParsers, runGate } = options;

  /** @throws NotFoundError, NotAllowedError before anything of the body is read. */
  const authorize = async (
    request: AnyRequest,
    entityRef: string,
    environment: string,
  ) => {
    const entity = await findEntity(catalogProjection, entityRef);
    const access = await accessControl.forRequest(
      request,
      performanceUploadPermission,
    );
    await access.assertAllowed(entity, environment);
    return { entity, principal: access.principal };
  };
  const resultToApi = async (
    request: AnyRequest,
    entity: ProjectedEntity,
    result: IngestionResult,
    dryRun: boolean,
  ): Promise<components['schemas']['UploadResult']> => {
    const { run, ...rest } = result;
    const administer = await runAccess.mayAdminister(request, run, entity);
    return {
      ...rest,
      run: runDetailToApi(run, { administer }),
      gate: await runGate.judge(run, entity, result.verdicts),
      notJudged: run.notJudged,
      dryRun,
    };
  };

  router.post<
    {},
    AnswerOf<'uploadReport', 201>,
    never,
    QueryOf<'uploadReport'>
  >('/reports', async (req, res) => {
    const { entityRef, environment, dryRun = false, ...query } = req.query;
    const { changeLabels } = query;
    const meta = { entityRef, environment, dryRun, changeLabels };
    try {
      const answer = await audited(
        auditor,
        { eventId: 'report-upload', request: req, meta },
        async () => {
          const { entity, principal } = await authorize(
            req,
            entityRef,
            environment,
          );
          const parsed = await parseReport(req, {
            limits: ingestionConfig.limits,
            tool: query.tool,
            fileName: query.fileName,
            parsers: reportParsers,
          });
          const result = await ingestion.ingest(
            {
              ...parsed,
              entity,
              principal,
              context: {
                environment,
                commit: query.commit,
                branch: query.branch,
                ciUrl: query.ciUrl,
                externalId: query.externalId,
                release: query.release,
                changeLabels,
                type: query.type,
                startedAt: dateOf(query.startedAt),
              },
            },
            { dryRun },
          );
          return resultToApi(req, entity, result, dryRun);
        },
        ({ run, duplicate }) => ({ runId: run.id, duplicate }),
      );
      res.status(answer.dryRun || answer.duplicate ? 200 : 201).json(answer);
    } catch (error) {
      if (!(await drain(req))) {
        lingerAfter(req, res);
      }
      throw error;
    }
  });

  router.post<{}, AnswerOf<'createRun', 201>, BodyOf<'createRun'>>(
    '/runs',
    async (req, res) => {
      const { dryRun = false, ...run } = req.body;
      const { entityRef, environment, changeLabels } = run;
      const answer = await audited(
        auditor,
        {
          eventId: 'run-create',
          request: req,
          meta: { entityRef, environment, dryRun, changeLabels },
        },
        async () => {
          const { entity, principal } = await authorize(
            req,
            entityRef,
            environment,
          );
          const result = await ingestion.ingest(
            {
              ...normalizedReport(run, ingestionConfig.limits),
              entity,
              principal,
              context: {
                environment,
                commit: run.commit,
                branch: run.branch,
                ciUrl: run.ciUrl,
                externalId: run.externalId,
                release: run.release,
                changeLabels,
                type: run.type,
              },
            },
            { dryRun },
          );
          return resultToApi(req, entity, result, dryRun);
        },
        ({ run: { id }, duplicate }) => ({ runId: id, duplicate }),
      );
      res.status(answer.dryRun || answer.duplicate ? 200 : 201).json(answer);
    },
  );
}

async function findEntity(
  catalogProjection: Pick<CatalogProjection, 'ensure'>,
  ref: string,
): Promise<ProjectedEntity> {
  let entityRef: string;
  try {
    entityRef = stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(
      `'${ref}' is no entity ref: write it as kind:namespace/name, e.g. component:default/checkout`,
    );
  }
  const entity = await catalogProjection.ensure(entityRef);
  if (!entity || entity.retired) {
    throw new NotFoundError(
      `There is no entity '${entityRef}' that you may see: check the ref, or register it in the catalog first`,
    );
  }
  return entity;
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
