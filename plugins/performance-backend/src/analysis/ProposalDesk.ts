import { ConflictError, InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { Proposal, ProposalStore } from './ProposalStore';

/** Where people decide on proposals. Who may is decided before. */
export class ProposalDesk {
  constructor(
    private readonly options: {
      knex: Knex;
      proposals: ProposalStore;
      clock: () => Date;
    },
  ) {}

  /**
   * @throws InputError for an end in the past.
   * @throws ConflictError where somebody has decided on it already, or it is gone.
   */
  async suppress(
    proposal: Proposal,
    suppression: { reason: string; by: string; until?: Date },
  ): Promise<void> {
    const { knex, proposals, clock } = this.options;
    const at = clock();
    if (suppression.until && suppression.until <= at) {
      throw new InputError(
        'until has to be in the future; leave it out where there is no end',
      );
    }
    const isDone = await knex.transaction(tx =>
      proposals.suppress(proposal.id, { ...suppression, at }, tx),
    );
    if (!isDone) {
      throw decidedAlready(proposal);
    }
  }

  /** @throws ConflictError where it isn't suppressed. */
  async unsuppress(proposal: Proposal, by: string): Promise<void> {
    const { knex, proposals, clock } = this.options;
    const at = clock();
    const isDone = await knex.transaction(tx =>
      proposals.unsuppress(proposal.id, by, at, tx),
    );
    if (!isDone) {
      throw new ConflictError(`'${proposal.title}' isn't suppressed`);
    }
  }
}

/** Says who decided what, as far as that was known when the proposal was read. */
export function decidedAlready(proposal: Proposal): ConflictError {
  const { title, suppression, findingId } = proposal;
  switch (proposal.status) {
    case 'gone':
      return new ConflictError(`'${title}' isn't found any more`);
    case 'accepted':
      return new ConflictError(`'${title}' is finding F-${findingId} already`);
    case 'suppressed':
      return new ConflictError(
        `${
          suppression?.by
        } suppressed '${title}' at ${suppression?.at.toISOString()}: ${
          suppression?.reason
        }`,
      );
    default:
      return new ConflictError(
        `Somebody else has just decided on '${title}'; look again`,
      );
  }
}
