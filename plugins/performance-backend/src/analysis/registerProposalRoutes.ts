import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  performanceFindingCreatePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { Access, AccessControl } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import { FindingDesk } from '../findings/FindingDesk';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { readReason } from '../service/readReason';
import { ProposalAcceptance } from './ProposalAcceptance';
import { ProposalDesk } from './ProposalDesk';
import { ProposalPresenter } from './ProposalPresenter';
import { Proposal, ProposalStore } from './ProposalStore';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes below `/analysis/proposals`. */
export function registerProposalRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    auditor: AuditorService;
    clock: () => Date;
    entityStore: EntityStore;
    findingDesk: FindingDesk;
    knex: Knex;
    proposalDesk: ProposalDesk;
    proposalStore: ProposalStore;
  },
): void {
  const { accessControl, auditor, clock, entityStore } = options;
  const { proposalDesk, proposalStore } = options;
  const acceptance = new ProposalAcceptance({
    ...options,
    proposals: proposalStore,
  });
  const presenter = new ProposalPresenter({
    ...options,
    proposals: proposalStore,
    entities: entityStore,
  });

  /** @throws NotFoundError where there is none that the caller may see. */
  async function find(
    req: AnyRequest,
    id: string,
  ): Promise<{ proposal: Proposal; access: Access }> {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const proposal = await proposalStore.get(id, access, clock());
    if (!proposal) {
      throw new NotFoundError(`There is no proposal '${id}' that you may see`);
    }
    return { proposal, access };
  }

  /** @throws NotAllowedError where the caller may see but not decide on it. */
  async function findToDecide(req: AnyRequest, id: string) {
    const { proposal, access: read } = await find(req, id);
    const access = await accessControl.forRequest(
      req,
      performanceFindingCreatePermission,
    );
    const entity = await entityStore.getById(proposal.entityId);
    if (!entity) {
      throw new NotFoundError(`There is no proposal '${id}' that you may see`);
    }
    await access.assertAllowed(entity, proposal.environment);
    return { proposal, entity, read, by: access.principal };
  }

  async function detail(req: AnyRequest, id: string) {
    const { proposal, access } = await find(req, id);
    return presenter.detail(req, proposal, access);
  }

  router.get<
    {},
    AnswerOf<'listAnalysisProposals', 200>,
    never,
    QueryOf<'listAnalysisProposals'>
  >('/analysis/proposals', async (req, res) => {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const { query } = req;
    const { items, ...rest } = await proposalStore.list(
      {
        ...query,
        sort: query.sort ?? 'risk',
        limit: query.limit ?? 25,
        offset: query.offset ?? 0,
      },
      access,
      clock(),
    );
    res.json({ items: await presenter.list(req, items), ...rest });
  });

  router.get<
    PathOf<'getAnalysisProposal'>,
    AnswerOf<'getAnalysisProposal', 200>
  >('/analysis/proposals/:proposalId', async (req, res) => {
    res.json(await detail(req, req.params.proposalId));
  });

  router.post<
    PathOf<'suppressAnalysisProposal'>,
    AnswerOf<'suppressAnalysisProposal', 200>,
    BodyOf<'suppressAnalysisProposal'>
  >('/analysis/proposals/:proposalId/suppression', async (req, res) => {
    const { proposalId } = req.params;
    const { until } = req.body;
    await audited(
      auditor,
      {
        eventId: 'analysis-proposal-suppress',
        request: req,
        meta: { proposalId, reason: req.body.reason, until },
      },
      async () => {
        const { proposal, by } = await findToDecide(req, proposalId);
        await proposalDesk.suppress(proposal, {
          reason: readReason(req.body.reason),
          by,
          until: until === undefined ? undefined : new Date(until),
        });
      },
    );
    res.json(await detail(req, proposalId));
  });

  router.delete<
    PathOf<'unsuppressAnalysisProposal'>,
    AnswerOf<'unsuppressAnalysisProposal', 200>
  >('/analysis/proposals/:proposalId/suppression', async (req, res) => {
    const { proposalId } = req.params;
    await audited(
      auditor,
      {
        eventId: 'analysis-proposal-unsuppress',
        request: req,
        meta: { proposalId },
      },
      async () => {
        const { proposal, by } = await findToDecide(req, proposalId);
        await proposalDesk.unsuppress(proposal, by);
      },
    );
    res.json(await detail(req, proposalId));
  });

  router.post<
    PathOf<'acceptAnalysisProposal'>,
    AnswerOf<'acceptAnalysisProposal', 201>,
    BodyOf<'acceptAnalysisProposal'>
  >('/analysis/proposals/:proposalId/finding', async (req, res) => {
    const { proposalId } = req.params;
    const finding = await audited(
      auditor,
      {
        eventId: 'analysis-proposal-accept',
        request: req,
        meta: { proposalId },
      },
      async () => {
        const { proposal, entity, read, by } = await findToDecide(
          req,
          proposalId,
        );
        return acceptance.accept(proposal, entity, req.body, read, by);
      },
      ({ id }) => ({ findingId: id }),
    );
    res.status(201).json({
      findingId: String(finding.id),
      proposal: await detail(req, proposalId),
    });
  });
}
