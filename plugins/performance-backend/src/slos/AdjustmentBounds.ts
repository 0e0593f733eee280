import { InputError, NotAllowedError } from '@backstage/errors';
import {
  firstAdjustmentTime,
  judgedWindow,
  SloAdjustmentTimes,
  unitSecondsOf,
} from '@perf-governance/plugin-performance-common';
import { AdjustmentAbilities } from './AdjustmentAuthority';
import { AdjustmentScope } from './AdjustmentStore';
import { DefinedSlo, SloEvaluator } from './SloEvaluator';
import { SloStore } from './SloStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Nobody announces maintenance that lies further ahead: five years. */
const AHEAD_MS = 5 * 366 * DAY_MS;

/** Which time may be taken out of SLOs, and by whom. */
export class AdjustmentBounds {
  constructor(
    private readonly options: {
      slos: Pick<SloStore, 'listIds' | 'getByIds'>;
      evaluator: Pick<SloEvaluator, 'define'>;
      /** So long sums of samples are kept, at least. */
      sumsMillis: number;
      clock: () => Date;
    },
  ) {}

  /**
   * @param times - as `checkAdjustmentTimes` lets them pass.
   * @throws InputError for times of which nothing is known any more, or that lie too far ahead.
   * @throws NotAllowedError for time that has passed, where the caller may only take out what lies ahead.
   */
  async assertWithin(
    scope: AdjustmentScope,
    times: SloAdjustmentTimes,
    { adjustPast }: AdjustmentAbilities,
  ): Promise<void> {
    const now = this.options.clock().getTime();
    const defined = await this.#concerned(scope);
    const first = firstAdjustmentTime(times) ?? now;
    const last = times.type === 'once' ? Date.parse(times.to) : first;
    const earliest = Math.min(
      now - this.options.sumsMillis,
      ...defined.map(({ spec }) => judgedWindow(spec.timeWindow, now).from),
    );
    if (first < earliest) {
      throw new InputError(
        `Nothing is kept of the time before ${isoOf(
          earliest,
        )}: the adjustment must not begin earlier`,
      );
    }
    if (last > now + AHEAD_MS) {
      throw new InputError(
        `The adjustment must lie within the next five years, not ${
          times.type === 'once' ? 'end' : 'begin'
        } at ${isoOf(last)}`,
      );
    }
    const aheadFrom = beginningAhead(defined, now);
    if (first < aheadFrom && !adjustPast) {
      throw new NotAllowedError(
        `Time that has passed can only be taken out by who may approve or administer for what it is about, as that may end what error-budget policies ask for: ask one of them, or take out time from ${isoOf(
          aheadFrom,
        )} on`,
      );
    }
  }

  async #concerned(scope: AdjustmentScope): Promise<DefinedSlo[]> {
    const { slos, evaluator } = this.options;
    if (scope.type === 'slo') {
      return evaluator.define(await slos.getByIds([scope.sloId]));
    }
    const ids = await slos.listIds(scope);
    return evaluator.define(
      // Of a definition, all are measured alike.
      await slos.getByIds(scope.type === 'definition' ? ids.slice(0, 1) : ids),
    );
  }
}

/**
 * Where the first step or slice begins of which nothing has passed: an adjustment takes out whole ones,
 * so one that has begun would take what has passed of it along.
 */
function beginningAhead(defined: DefinedSlo[], now: number): number {
  const unitMillis = defined.flatMap(({ spec, series }) =>
    series.map(
      ({ counting, stepSeconds }) =>
        (unitSecondsOf(spec.budgetingMethod, counting, stepSeconds) ??
          stepSeconds) * 1000,
    ),
  );
  return Math.max(
    now,
    ...unitMillis.map(millis => Math.ceil(now / millis) * millis),
  );
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
