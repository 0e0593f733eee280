import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import { chunked } from '../database/chunked';
import {
  Adjustment,
  AdjustmentScope,
  AdjustmentStore,
  NewAdjustment,
} from './AdjustmentStore';
import { SloEvaluator } from './SloEvaluator';
import { SloStore } from './SloStore';

/** So many are evaluated while whoever adjusts waits; the others right after. */
const MAX_AT_ONCE = 250;

/** Makes adjustments and revokes them, and has what they are about worked out anew. */
export class AdjustmentDesk {
  constructor(
    private readonly options: {
      adjustments: AdjustmentStore;
      slos: Pick<SloStore, 'listIds'>;
      evaluator: Pick<SloEvaluator, 'evaluate'>;
      logger: LoggerService;
    },
  ) {}

  async adjust(adjustment: NewAdjustment): Promise<Adjustment> {
    const added = await this.options.adjustments.add(adjustment);
    await this.#evaluate(added.scope);
    return added;
  }

  /** @throws ConflictError where it is revoked already. */
  async revoke(
    { id }: Adjustment,
    revoked: NonNullable<Adjustment['revoked']>,
  ): Promise<Adjustment> {
    const adjustment = await this.options.adjustments.revoke(id, revoked);
    if (!adjustment) {
      throw new ConflictError('It has been revoked already');
    }
    await this.#evaluate(adjustment.scope);
    return adjustment;
  }

  async #evaluate(scope: AdjustmentScope): Promise<void> {
    const { slos, evaluator, logger } = this.options;
    const ids =
      scope.type === 'slo' ? [scope.sloId] : await slos.listIds(scope);
    const [first = [], ...others] = chunked(ids, MAX_AT_ONCE);
    await evaluator.evaluate(first);
    // Should this replica stop meanwhile, the next measuring evaluates them.
    evaluator.evaluate(others.flat()).catch(error => {
      logger.error(
        `Could not evaluate all that an adjustment is about: ${stringifyError(
          error,
        )}`,
      );
    });
  }
}
