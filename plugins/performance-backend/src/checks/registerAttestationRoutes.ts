import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { performanceContributePermission } from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { findVisibleEntity } from '../access/findVisibleEntity';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import {
  attestationRequests,
  attestationToApi,
  joinStatements,
  statementsOf,
} from './attestationRequests';
import { AttestationRecord, AttestationStore } from './AttestationStore';
import { findChecks } from './findChecks';

/** Routes below `/entities/{kind}/{namespace}/{name}/attestations`. */
export function registerAttestationRoutes(
  router: Router,
  options: {
    knex: Knex;
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    definitionRegistry: DefinitionRegistry;
    evaluation: EvaluationService;
    attestationStore: AttestationStore;
    clock: () => Date;
  },
): void {
  const { accessControl, auditor, definitionRegistry, clock } = options;
  const { attestationStore } = options;

  /** @throws NotFoundError, NotAllowedError; also where it isn't a person who asks. */
  const contribute = async (request: Request<PathOf<'attest'>>) => {
    const { entity } = await findVisibleEntity(request, options);
    const access = await accessControl.forRequest(
      request,
      performanceContributePermission,
    );
    await access.assertAllowed(entity);
    if (!access.principal.startsWith('user:')) {
      throw new NotAllowedError(
        `An attestation is signed by a person, which ${access.principal} is not; let it push results of a check of type 'external' instead`,
      );
    }
    const definitions = await definitionRegistry.applicableTo(entity);
    return { entity, definitions, principal: access.principal };
  };
  const metaOf = (request: Request<PathOf<'attest'>>) => ({
    entityRef: stringifyEntityRef(request.params),
    check: request.params.check,
  });

  router.get<PathOf<'listAttestations'>, AnswerOf<'listAttestations', 200>>(
    '/entities/:kind/:namespace/:name/attestations',
    async (req, res) => {
      const { entity } = await findVisibleEntity(req, options);
      const definitions = await definitionRegistry.applicableTo(entity);
      const records = await attestationStore.current([entity.id]);
      const { contribute: attest } = await accessControl.abilities(req, entity);
      res.json({
        items: attestationRequests(
          entity.fact,
          definitions,
          records.get(entity.id) ?? [],
          clock(),
        ),
        may: { attest },
      });
    },
  );

  router.put<PathOf<'attest'>, AnswerOf<'attest', 200>, BodyOf<'attest'>>(
    '/entities/:kind/:namespace/:name/attestations/:check',
    async (req, res) => {
      const { answer, comment, statement, expiresAt } = req.body;
      const result = await audited(
        auditor,
        {
          eventId: 'check-attest',
          request: req,
          meta: { ...metaOf(req), answer, comment },
        },
        async () => {
          const { entity, definitions, principal } = await contribute(req);
          const { check } = req.params;
          const checks = findChecks(
            definitions,
            check,
            'attestation',
            entity.entityRef,
          );
          const statements = statementsOf(checks);
          if (joinStatements(statements) !== statement) {
            throw new ConflictError(
              `The statement of '${check}' is another one now: read it and answer again. It says: ${joinStatements(
                statements,
              )}`,
            );
          }
          if (answer !== 'yes' && comment === undefined) {
            throw new InputError(
              `The answer '${answer}' needs a comment that says why`,
            );
          }
          const at = clock();
          const record: AttestationRecord = {
            check,
            answer,
            comment,
            statements,
            by: principal,
            at,
            expiresAt: expiryOf(
              expiresAt,
              at,
              Math.min(
                ...checks.map(
                  ({ spec }) => spec.condition.attestation.validForSeconds,
                ),
              ),
            ),
          };
          await writeAndEvaluate(options, entity, async tx => {
            await attestationStore.sign(entity.id, record, tx);
            return record;
          });
          return attestationToApi(record, checks, at);
        },
      );
      res.json(result);
    },
  );

  router.delete<PathOf<'withdrawAttestation'>>(
    '/entities/:kind/:namespace/:name/attestations/:check',
    async (req, res) => {
      await audited(
        auditor,
        {
          eventId: 'check-attestation-withdraw',
          request: req,
          meta: metaOf(req),
        },
        async () => {
          const { entity, principal } = await contribute(req);
          const { check } = req.params;
          const by = { principal, at: clock() };
          const ended = await writeAndEvaluate(
            options,
            entity,
            async tx =>
              (await attestationStore.withdraw(entity.id, check, by, tx)) ||
              undefined,
          );
          if (!ended) {
            throw new NotFoundError(
              `Nobody has attested '${check}' for ${entity.entityRef}`,
            );
          }
        },
      );
      res.status(204).end();
    },
  );
}

function expiryOf(
  asked: string | undefined,
  now: Date,
  validForSeconds: number,
): Date {
  const latest = new Date(now.getTime() + validForSeconds * 1000);
  if (asked === undefined) {
    return latest;
  }
  const expiresAt = new Date(asked);
  if (expiresAt <= now || expiresAt > latest) {
    throw new InputError(
      `The answer can hold until ${latest.toISOString()} at the latest, and has to hold beyond now; not until ${expiresAt.toISOString()}`,
    );
  }
  return expiresAt;
}
