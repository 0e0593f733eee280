import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  Definition,
  SloAdjustmentNote,
  SloDefinition,
  SloSample,
  SloSpec,
  SloStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { chunked } from '../database/chunked';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { AdjustmentStore } from './AdjustmentStore';
import {
  evaluateStored,
  StoredEvaluation,
  WantedBlock,
} from './evaluateStored';
import { Exclusions } from './Exclusions';
import { conditionsOf, factKeyOf, factOf } from './factOf';
import { measuredAtOf } from './measuredAtOf';
import { blockKeyOf, SampleStore } from './SampleStore';
import { Series } from './Slo';
import { EvaluatedSlo, SloResult, SloStore } from './SloStore';
import { withStaleness } from './withStaleness';

/** Their sums and edges fit into a few megabytes. */
const SLOS_PER_BATCH = 250;

/** Evaluating so many takes milliseconds, which requests to the backend have to wait. */
const SLOS_BETWEEN_REQUESTS = 50;

/** Edges of windows don't depend on counts, so the second time nothing is missing. */
const MAX_PASSES = 4;

/** An SLO with what its definition says now. */
export interface DefinedSlo {
  slo: EvaluatedSlo;
  spec: SloSpec;
  definition: SloDefinition;
  series: Series[];
}

/** How an SLO stands. */
interface EvaluatedStatus extends DefinedSlo {
  status: SloStatus;
  measuredAt?: number;
  unadjusted?: Unadjusted;
}

/** How an SLO would stand had no time been taken out of it. */
export interface Unadjusted {
  status: SloStatus;
  adjustments: SloAdjustmentNote[];
}

/** Works out how SLOs stand, from what is stored. */
export class SloEvaluator {
  constructor(
    private readonly options: {
      knex: Knex;
      slos: SloStore;
      samples: SampleStore;
      adjustments: Pick<AdjustmentStore, 'listInForce'>;
      definitions: Pick<DefinitionRegistry, 'listInForce'>;
      evaluation: Pick<EvaluationService, 'writeAndEvaluateAll'>;
      /** So old samples of a source that is down tell nothing any more. */
      staleAfterMillis: number;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /** Evaluates SLOs and stores how they stand, with the verdicts that follow from it. */
  async evaluate(sloIds: number[]): Promise<void> {
    const definitions = await this.options.definitions.listInForce();
    const exclusions = new Exclusions(
      await this.options.adjustments.listInForce(),
    );
    for (const ids of chunked(sloIds, SLOS_PER_BATCH)) {
      const defined = await this.define(
        await this.options.slos.getByIds(ids),
        definitions,
      );
      const statuses = await this.statuses(defined, exclusions);
      await this.#store(statuses, definitions);
    }
  }

  /** How one stands at a time, without storing it. */
  async status(
    defined: DefinedSlo,
    now: number,
  ): Promise<SloStatus | undefined> {
    const exclusions = new Exclusions(
      await this.options.adjustments.listInForce(),
    );
    const [{ status }] = await this.statuses([defined], exclusions, now);
    return status;
  }

  /** What definitions in force say of SLOs; one that isn't in force any more is left out. */
  async define(
    slos: EvaluatedSlo[],
    definitions?: readonly Definition[],
  ): Promise<DefinedSlo[]> {
    const all = definitions ?? (await this.options.definitions.listInForce());
    const byId = new Map<string, SloDefinition>();
    for (const definition of all) {
      if (definition.kind === 'SLO') {
        byId.set(definition.id, definition);
      }
    }
    const series = await this.options.slos.seriesOf(slos.map(({ id }) => id));
    return slos.flatMap(slo => {
      const definition = byId.get(slo.definitionId);
      const spec = definition && specOf(definition.spec, slo);
      return spec
        ? [{ slo, definition, spec, series: series.get(slo.id) ?? [] }]
        : [];
    });
  }

  async statuses(
    defined: DefinedSlo[],
    exclusions: Exclusions,
    now = this.options.clock().getTime(),
  ): Promise<EvaluatedStatus[]> {
    const { samples: store, staleAfterMillis } = this.options;
    const windows = defined.flatMap(({ series }) =>
      series.map(({ windowSeconds }) => windowSeconds),
    );
    const blocks = await store.sums(
      defined.flatMap(({ series }) => series.map(({ id }) => id)),
      now - Math.max(0, ...windows) * 1000,
    );
    const inputs = defined.map(
      ({ slo, spec, series }): StoredEvaluation => ({
        sloId: slo.id,
        spec,
        objective: slo.objective,
        series,
        blocks,
        exclusions: exclusions.of(slo, spec, now),
        now,
      }),
    );
    const adjusted = inputs.flatMap((input, index) =>
      input.exclusions.length > 0 ? [index] : [],
    );
    const statuses = await this.#evaluateAll([
      ...inputs,
      ...adjusted.map(index => ({ ...inputs[index], exclusions: [] })),
    ]);
    const unadjusted = new Map(
      adjusted.map((index, count) => [index, statuses[inputs.length + count]]),
    );
    return defined.flatMap((one, index) => {
      const status = statuses[index];
      if (!status) {
        return [];
      }
      const measuredAt = measuredAtOf(one.series, blocks);
      const staled = (fresh: SloStatus) =>
        withStaleness(fresh, one.series, { measuredAt, staleAfterMillis, now });
      const without = unadjusted.get(index);
      return [
        {
          ...one,
          measuredAt,
          status: staled(status),
          ...(without && {
            unadjusted: {
              status: staled(without),
              adjustments: exclusions.notesOf(inputs[index].exclusions),
            },
          }),
        },
      ];
    });
  }

  /** @returns in their order; undefined for one that can't be evaluated. */
  async #evaluateAll(
    inputs: StoredEvaluation[],
  ): Promise<(SloStatus | undefined)[]> {
    const { samples: store, logger } = this.options;
    const samples = new Map<string, Iterable<SloSample>>();
    const statuses: (SloStatus | undefined)[] = [];
    let todo = inputs.map((_, index) => index);
    for (let pass = 0; pass < MAX_PASSES && todo.length > 0; pass++) {
      const wanted = new Map<string, WantedBlock>();
      const again: number[] = [];
      for (const [count, index] of todo.entries()) {
        if (count % SLOS_BETWEEN_REQUESTS === SLOS_BETWEEN_REQUESTS - 1) {
          await setImmediate();
        }
        const missing: WantedBlock[] = [];
        try {
          statuses[index] = evaluateStored(inputs[index], samples, block =>
            missing.push(block),
          );
        } catch (error) {
          logger.error(
            `Could not evaluate the SLO ${
              inputs[index].sloId
            }: ${stringifyError(error)}`,
          );
        }
        for (const block of missing) {
          wanted.set(blockKeyOf(block), block);
        }
        if (missing.length > 0) {
          again.push(index);
        }
      }
      const found = await store.samples([...wanted.values()]);
      for (const [key] of wanted) {
        // Of a block of which only sums are left, its samples are a gap.
        samples.set(key, found.get(key) ?? []);
      }
      todo = again;
    }
    return statuses;
  }

  async #store(
    statuses: EvaluatedStatus[],
    definitions: readonly Definition[],
  ): Promise<void> {
    const { knex, slos, evaluation } = this.options;
    const conditions = conditionsOf(definitions);
    const quiet: SloResult[] = [];
    const telling: SloResult[] = [];
    const entityIds = new Set<number>();
    for (const { slo, status, measuredAt, unadjusted } of statuses) {
      const fact = factOf(slo, status, measuredAt, unadjusted);
      const factKey = factKeyOf(fact, conditions);
      const result = {
        sloId: slo.id,
        evaluatedAt: Date.parse(status.at),
        status,
        measuredAt,
        fact,
        factKey,
      };
      if (slo.factKey === factKey) {
        quiet.push(result);
      } else {
        telling.push(result);
        entityIds.add(slo.entityId);
      }
    }
    await knex.transaction(tx => slos.saveResults(quiet, tx));
    if (telling.length > 0) {
      await evaluation.writeAndEvaluateAll([...entityIds], tx =>
        slos.saveResults(telling, tx),
      );
    }
  }
}

/** With the tightest target of all layers; of a composite, the parts keep theirs. */
function specOf(spec: SloSpec, slo: EvaluatedSlo): SloSpec | undefined {
  if (slo.composite) {
    return spec;
  }
  const objectives = spec.objectives.filter(
    ({ name }) => slo.objective === undefined || slo.objective === name,
  );
  return objectives.length === 1
    ? { ...spec, objectives: [{ ...objectives[0], target: slo.target }] }
    : undefined;
}
