import { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  ANALYSIS_RULES,
  AnalysisOptions,
  describeAnalysisRule,
  performanceAdministerPermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { audited } from '../service/audited';
import { AnswerOf } from '../service/operationTypes';
import { AnalysisRun, AnalysisRunStore } from './AnalysisRunStore';
import { ArchitectureAnalysis } from './ArchitectureAnalysis';
import { noProposals } from './DatabaseProposalStore';
import { ProposalStore } from './ProposalStore';
import { selectGaps } from './selectGaps';

type Summary = AnswerOf<'getAnalysis', 200>;

/** `/analysis` and `/analysis/runs`. */
export function registerAnalysisRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    analysis: ArchitectureAnalysis;
    analysisRunStore: AnalysisRunStore;
    analysisThresholds: AnalysisOptions;
    auditor: AuditorService;
    clock: () => Date;
    knex: Knex;
    proposalStore: ProposalStore;
  },
): void {
  const { accessControl, analysis, auditor, clock, knex } = options;
  const { analysisRunStore, analysisThresholds, proposalStore } = options;

  async function summarise(
    request: Request<any, any, any, any, any>,
  ): Promise<Summary> {
    const read = await accessControl.forRequest(
      request,
      performanceReadPermission,
    );
    const administer = await accessControl.optionalForRequest(
      request,
      performanceAdministerPermission,
    );
    const seesAll = read.scope === 'all';
    const mayRun = administer?.scope === 'all';
    const last = await analysisRunStore.last();
    // A failure says nothing about what was found before, which still stands.
    const leftOut = (await analysisRunStore.lastSuccess())?.counts?.leftOut;
    const counts = await proposalStore.count(read, clock());
    const total = noProposals();
    const rules: Summary['rules'] = ANALYSIS_RULES.map(rule => {
      const ofRule = counts.get(rule) ?? noProposals();
      for (const status of Object.keys(total) as (keyof typeof total)[]) {
        total[status] += ofRule[status];
      }
      return {
        rule,
        ...describeAnalysisRule(rule, analysisThresholds),
        counts: ofRule,
        leftOut: (seesAll && leftOut?.[rule]) || 0,
      };
    });
    return {
      lastRun: last && runToApi(last, { seesAll, mayRun }),
      pending: await analysisRunStore.isPending(),
      counts: total,
      rules,
      ...(await selectGaps(knex, read)),
      may: { run: mayRun },
    };
  }

  router.get<{}, Summary>('/analysis', async (req, res) => {
    res.json(await summarise(req));
  });

  router.post<{}, AnswerOf<'runAnalysis', 200>>(
    '/analysis/runs',
    async (req, res) => {
      await audited(
        auditor,
        { eventId: 'analysis-run', request: req },
        async () => {
          const access = await accessControl.forRequest(
            req,
            performanceAdministerPermission,
          );
          if (access.scope !== 'all') {
            throw new NotAllowedError(
              `${access.principal} lacks the permission performance.administer for the whole organisation, which analysing it needs`,
            );
          }
          await analysis.runNow(access.principal);
        },
      );
      res.json(await summarise(req));
    },
  );
}

function runToApi(
  { startedAt, endedAt, trigger, requestedBy, failure, counts }: AnalysisRun,
  { seesAll, mayRun }: { seesAll: boolean; mayRun: boolean },
): Summary['lastRun'] {
  return {
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    trigger,
    requestedBy,
    // It may hold statements and addresses.
    failure: failure && (mayRun ? failure : 'An administrator sees why.'),
    analysed:
      counts && seesAll
        ? {
            entities: counts.entities,
            relations: counts.relations,
            appeared: counts.appeared,
            gone: counts.gone,
            unchanged: counts.unchanged,
          }
        : undefined,
  };
}
