import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { lockEntity } from '../../evaluation/lockEntity';
import { selectBoundFindings } from './BoundFinding';
import { FindingFollower } from './FindingFollower';

/**
 * Looks at what bound findings are bound to, whether or not anything changed: an SLO that is kept day after day brings
 * evidence, and no new verdict.
 */
export class BindingObserver {
  readonly #options;

  constructor(options: {
    knex: Knex;
    follower: FindingFollower;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Any number of replicas may do so at once and come to the same. One finding that fails keeps no other from it. */
  async observe(): Promise<void> {
    const { knex, follower, clock, logger } = this.#options;
    const findings = await selectBoundFindings(knex, bindings =>
      bindings.whereNotIn('findings.status', ['duplicate', 'invalid']),
    );
    for (const { findingId, entityId } of findings) {
      try {
        await knex.transaction(async tx => {
          await lockEntity(entityId, tx);
          const current = await selectBoundFindings(tx, bindings =>
            bindings.where('finding_bindings.finding_id', findingId),
          );
          await follower.follow(current, clock(), tx);
        });
      } catch (error) {
        logger.error(
          `Could not look at what finding F-${findingId} is bound to: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}
