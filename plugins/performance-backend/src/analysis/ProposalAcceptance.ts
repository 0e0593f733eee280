import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ProjectedEntity } from '../catalog/EntityStore';
import { Finding } from '../findings/Finding';
import { FindingDesk } from '../findings/FindingDesk';
import { NewFindingInput, readFindingContent } from '../findings/readFinding';
import { decidedAlready } from './ProposalDesk';
import { Proposal, ProposalStore } from './ProposalStore';

/** As many as a finding may be said to affect. */
const MAX_AFFECTED = 50;

const MAX_TITLE_LENGTH = 200;

/** What somebody wants the finding to say in place of the proposal. */
export type ProposalOverrides = Partial<
  Omit<NewFindingInput, 'entityRef' | 'affected' | 'links' | 'externalId'>
>;

/** Makes findings of proposals, which only ever happens because a person wants it. */
export class ProposalAcceptance {
  constructor(
    private readonly options: {
      knex: Knex;
      proposals: ProposalStore;
      findingDesk: FindingDesk;
      clock: () => Date;
    },
  ) {}

  /**
   * The finding affects what the proposal does, as far as whoever makes it may see that.
   *
   * @param entity - the proposal's first.
   * @param read - of whoever makes it.
   * @throws ConflictError where somebody has decided on the proposal already, or it is gone.
   */
  async accept(
    proposal: Proposal,
    entity: ProjectedEntity,
    overrides: ProposalOverrides,
    read: Access,
    by: string,
  ): Promise<Finding> {
    const { knex, proposals, findingDesk, clock } = this.options;
    const { id } = proposal;
    const content = await proposals.content(id);
    const { entityIds } = await proposals.affected(id, read, MAX_AFFECTED);
    const finding = readFindingContent({
      entityRef: entity.entityRef,
      title: proposal.title.slice(0, MAX_TITLE_LENGTH),
      description: content?.explanation,
      recommendation: content?.recommendation,
      category: proposal.category,
      severity: proposal.severity,
      likelihood: proposal.likelihood,
      owner: entity.owner,
      ...overrides,
    });
    return knex.transaction(async tx => {
      // Before the finding refers to it: two that do, and then both want to change it, would wait for each other.
      await proposals.lock(id, tx);
      const made = await findingDesk.create(
        finding,
        [entity.id, ...entityIds],
        { by, origin: { proposalId: Number(id) } },
        tx,
      );
      const at = clock();
      const isFirst = await proposals.accept(
        id,
        { findingId: String(made.id), by, at },
        tx,
      );
      if (!isFirst) {
        throw decidedAlready(proposal);
      }
      return made;
    });
  }
}
