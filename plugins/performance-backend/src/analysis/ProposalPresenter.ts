import { NotFoundError } from '@backstage/errors';
import {
  components,
  performanceFindingCreatePermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { Knex } from 'knex';
import { Access, AccessControl } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { isInForce } from './proposalRow';
import { Proposal, ProposalEvent, ProposalStore } from './ProposalStore';
import { selectVisibleNodes } from './selectVisibleNodes';

type Schemas = components['schemas'];

/** Named with a proposal; there may be thousands. */
const MAX_AFFECTED = 100;

/** Shows proposals to somebody; what they may not see is left out and counted. */
export class ProposalPresenter {
  constructor(
    private readonly options: {
      knex: Knex;
      accessControl: AccessControl;
      proposals: ProposalStore;
      entities: EntityStore;
      clock: () => Date;
    },
  ) {}

  async list(
    request: Request<any, any, any, any, any>,
    proposals: Proposal[],
  ): Promise<Schemas['AnalysisProposal'][]> {
    const { accessControl, entities, clock } = this.options;
    const create = await accessControl.optionalForRequest(
      request,
      performanceFindingCreatePermission,
    );
    const ids = [...new Set(proposals.map(({ entityId }) => entityId))];
    const known = new Map(
      (await entities.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    const now = clock();
    const items: Schemas['AnalysisProposal'][] = [];
    for (const proposal of proposals) {
      const entity = known.get(proposal.entityId);
      if (entity) {
        const mayDecide = await create?.allows(entity, proposal.environment);
        items.push(toApi(proposal, entity, mayDecide ?? false, now));
      }
    }
    return items;
  }

  /** @param access - of the same caller, for reading. */
  async detail(
    request: Request<any, any, any, any, any>,
    proposal: Proposal,
    access: Access,
  ): Promise<Schemas['AnalysisProposalDetail']> {
    const { knex, proposals, entities } = this.options;
    const [item] = await this.list(request, [proposal]);
    const content = await proposals.content(proposal.id);
    if (!item || !content) {
      throw new NotFoundError(`There is no proposal '${proposal.id}' any more`);
    }
    const { graph, ...texts } = content;
    const affected = await proposals.affected(
      proposal.id,
      access,
      MAX_AFFECTED,
    );
    const named = await entities.getByIds(affected.entityIds);
    const events = await proposals.events(proposal.id);
    const nodes = await selectVisibleNodes(
      knex,
      access,
      graph.nodes.map(({ entityRef }) => entityRef),
    );
    return {
      ...item,
      ...texts,
      affected: named.map(entityProjectionToApi),
      affectedEntities: affected.visible,
      hiddenEntities: affected.hidden,
      graph: {
        nodes: graph.nodes.flatMap(node => {
          const known = nodes.get(node.entityRef);
          return known ? [{ ...node, ...known }] : [];
        }),
        edges: graph.edges.filter(
          ({ from, to }) => nodes.has(from) && nodes.has(to),
        ),
      },
      history: events.map(eventToApi),
    };
  }
}

function toApi(
  proposal: Proposal,
  entity: ProjectedEntity,
  mayDecide: boolean,
  now: Date,
): Schemas['AnalysisProposal'] {
  const { suppression, status } = proposal;
  return {
    id: proposal.id,
    rule: proposal.rule,
    status,
    entity: entityProjectionToApi(entity),
    title: proposal.title,
    category: proposal.category,
    severity: proposal.severity,
    likelihood: proposal.likelihood,
    firstSeenAt: proposal.firstSeenAt.toISOString(),
    lastSeenAt: proposal.lastSeenAt.toISOString(),
    goneAt: proposal.goneAt?.toISOString(),
    suppression:
      suppression && status !== 'accepted' && isInForce(suppression, now)
        ? {
            reason: suppression.reason,
            by: suppression.by,
            at: suppression.at.toISOString(),
            until: suppression.until?.toISOString(),
          }
        : undefined,
    findingId: proposal.findingId,
    findingStatus: proposal.findingStatus,
    may: {
      suppress: mayDecide && status === 'proposed',
      unsuppress: mayDecide && status === 'suppressed',
      accept: mayDecide && status === 'proposed',
    },
  };
}

function eventToApi(
  event: ProposalEvent,
): Schemas['AnalysisProposalDetail']['history'][number] {
  return { ...event, at: event.at.toISOString() };
}
