import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  analyse,
  analysedEntities,
  AnalysisOptions,
  EntityFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { EntityStore } from '../catalog/EntityStore';
import {
  AnalysisRunStore,
  AnalysisTrigger,
  ClaimedAnalysisRun,
} from './AnalysisRunStore';
import { saveGaps } from './saveGaps';
import { saveProposals } from './saveProposals';
import { selectKnownBudgets } from './selectKnownBudgets';

/** Changes mostly come together: in a sweep of the catalog, or in one of definitions. */
const DEBOUNCE_MS = 10_000;

/** Limits may change without anybody telling: environments come up and dates pass. */
const MAX_AGE_MS = 60 * 60_000;

/** What failed is tried again after a while, as a database may come back. */
const RETRY_MS = 5 * 60_000;

const PAGE_SIZE = 1000;

/** Analyses the projected catalog with the limits in force, and keeps what that finds. */
export class ArchitectureAnalysis {
  readonly #holder = randomUUID();

  constructor(
    private readonly options: {
      knex: Knex;
      runs: AnalysisRunStore;
      entities: EntityStore;
      thresholds: AnalysisOptions;
      /** Whether verdicts, and so limits, are about to change. */
      isReevaluating: () => Promise<boolean>;
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /** Has it made some seconds from now; until then, more changes make no difference. */
  async request(trigger: AnalysisTrigger): Promise<void> {
    const { runs, clock } = this.options;
    await runs.request({
      trigger,
      notBefore: new Date(clock().getTime() + DEBOUNCE_MS),
    });
  }

  /** Makes the one that was asked for, unless it is too early or another replica is at work. */
  async runDue(): Promise<void> {
    const { runs, isReevaluating, clock } = this.options;
    const now = clock();
    if (!(await runs.isPending())) {
      // Read after that, so that one which another replica has just made counts.
      const last = await runs.last();
      if (!last || now.getTime() - last.endedAt.getTime() > MAX_AGE_MS) {
        await runs.request({ trigger: 'schedule', notBefore: now });
      }
    }
    if (!(await isReevaluating())) {
      const run = await runs.claimDue(this.#holder, now);
      if (run) {
        await this.#analyse(run);
      }
    }
  }

  /**
   * Makes one now.
   *
   * @throws ConflictError where one is being made.
   */
  async runNow(requestedBy: string): Promise<void> {
    const { runs, clock } = this.options;
    const run = await runs.claimNow(this.#holder, requestedBy, clock());
    if (!run) {
      throw new ConflictError(
        'An analysis is being made already; what it finds shows in a moment',
      );
    }
    await this.#analyse(run);
  }

  async #analyse(run: ClaimedAnalysisRun): Promise<void> {
    const { runs, clock, logger } = this.options;
    try {
      await this.#analyseAndSave(run);
    } catch (error) {
      logger.error(`The analysis failed: ${stringifyError(error)}`);
      const now = clock();
      await runs.fail(run, this.#holder, now, stringifyError(error));
      await runs.request({
        trigger: 'schedule',
        notBefore: new Date(now.getTime() + RETRY_MS),
      });
    }
  }

  async #analyseAndSave(run: ClaimedAnalysisRun): Promise<void> {
    const { knex, runs, thresholds, clock } = this.options;
    const { facts, entityIds, refs } = await this.#readEntities();
    const budgets = await selectKnownBudgets(knex);
    const { entities, problems } = analysedEntities(
      facts,
      new Map(
        [...budgets].flatMap(([id, known]) => {
          const ref = refs.get(id);
          return ref === undefined ? [] : [[ref, known] as const];
        }),
      ),
    );
    const analysis = analyse(entities, thresholds);
    const last = await runs.lastSuccess();
    const now = clock();
    await knex.transaction(async tx => {
      if (await runs.conclude(run, this.#holder, now, tx)) {
        const changes = await saveProposals(
          tx,
          analysis.proposals,
          entityIds,
          now,
        );
        const gapsHash = await saveGaps(
          tx,
          { unknowns: analysis.unknowns, problems },
          entityIds,
          last?.gapsHash,
        );
        const { leftOut, relations } = analysis;
        await runs.describe(
          run,
          { ...changes, leftOut, relations, entities: analysis.entities },
          gapsHash,
          tx,
        );
      }
    });
  }

  async #readEntities() {
    const facts: EntityFact[] = [];
    const entityIds = new Map<string, number>();
    const refs = new Map<number, string>();
    let afterId: number | undefined;
    do {
      const page = await this.options.entities.list({
        afterId,
        limit: PAGE_SIZE,
      });
      for (const { id, entityRef, fact } of page) {
        facts.push({ ...fact, entityRef });
        entityIds.set(entityRef, id);
        refs.set(id, entityRef);
      }
      afterId = page.length < PAGE_SIZE ? undefined : page.at(-1)?.id;
    } while (afterId !== undefined);
    return { facts, entityIds, refs };
  }
}
