import { ConflictError } from '@backstage/errors';
import {
  compareVerdicts,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EvaluationService } from '../evaluation/EvaluationService';
import { EvidenceStore } from '../evaluation/EvidenceStore';
import { judgeRun } from '../evaluation/judgeRun';
import { lockEntity } from '../evaluation/lockEntity';
import { RatchetFacts } from '../policies/RatchetFacts';
import { RunRecord, RunStore } from '../runs/RunStore';
import { keyText, VerdictChange, verdictChange } from '../verdicts/planChanges';
import { VerdictReader } from '../verdicts/VerdictReader';
import { VerdictStore } from '../verdicts/VerdictStore';
import { assertStorable } from './assertStorable';
import { newRunRecord, runFactOf, Upload, withOutcome } from './newRunRecord';

/** What became of an upload. */
export interface IngestionResult {
  run: RunRecord;
  /** The run's own, worst first. */
  verdicts: Verdict[];
  /** Of current state; or, where that stays as it is, what the run would change in it. */
  changes: VerdictChange[];
  /** The run was there before. */
  duplicate: boolean;
  changesCurrentState: boolean;
  /** Why current state does not change, where it does not. */
  note?: string;
}

/** Thrown to undo everything a dry run wrote. */
class DryRunEnd extends Error {
  constructor(readonly result: IngestionResult) {
    super('End of a dry run');
  }
}

/** Stores runs and has them judged, all or nothing. */
export class IngestionService {
  readonly #options;

  constructor(options: {
    knex: Knex;
    runs: RunStore;
    evidence: EvidenceStore;
    verdicts: VerdictStore;
    verdictReader: VerdictReader;
    evaluation: EvaluationService;
    ratchets: RatchetFacts;
    trackedBranches: string[];
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * @throws InputError if the run lies in the future or holds what can't be stored, ConflictError if its external id belongs to
   *   another report.
   */
  async ingest(
    upload: Upload,
    options: { dryRun: boolean },
  ): Promise<IngestionResult> {
    const { knex, evaluation, ratchets, trackedBranches, clock } =
      this.#options;
    assertStorable(upload);
    const run = newRunRecord(upload, { now: clock(), trackedBranches });
    const { definitions, isCurrent } = await evaluation.readDefinitions(
      upload.entity,
    );
    const judged = judgeRun({
      definitions,
      subject: upload.entity.fact,
      run: runFactOf(run),
      series: upload.report.series,
      ratchets: await ratchets.before(run, knex),
    });
    const record = withOutcome(run, judged);

    let result: IngestionResult;
    try {
      result = await knex.transaction(async tx => {
        await lockEntity(record.entityId, tx);
        const stored = await this.#options.runs.get(record.id, tx);
        if (stored) {
          return this.#duplicate(stored, record, options, tx);
        }
        const outcome = await this.#store(
          upload,
          record,
          judged,
          definitions,
          tx,
        );
        if (options.dryRun) {
          throw new DryRunEnd(outcome);
        }
        return outcome;
      });
    } catch (error) {
      if (error instanceof DryRunEnd) {
        return error.result;
      }
      throw error;
    }
    if (!(await isCurrent())) {
      await evaluation.reevaluateEntities([upload.entity.id]);
    }
    return result;
  }

  async #store(
    upload: Upload,
    record: RunRecord,
    judged: ReturnType<typeof judgeRun>,
    definitions: Parameters<EvaluationService['evaluateEntity']>[1],
    tx: Knex.Transaction,
  ): Promise<IngestionResult> {
    const { runs, evidence, verdicts, evaluation } = this.#options;
    const { series } = upload.report;
    const verdictsOfRun = [...judged.verdicts].sort(compareVerdicts);
    await runs.insert(record, series, tx);

    if (!record.tracked) {
      const { entityId } = record;
      const [own] = await verdicts.identify(
        [{ entityId, verdicts: judged.verdicts }],
        tx,
      );
      await verdicts.addRunVerdicts(record, own, tx);
      const current = new Map(
        (await verdicts.current([entityId], tx))
          .get(entityId)
          ?.map(row => [keyText(row), row]),
      );
      return {
        run: record,
        verdicts: verdictsOfRun,
        changes: own
          .map(one => verdictChange(one.verdict, current.get(keyText(one))))
          .filter(change => change.from !== change.to),
        duplicate: false,
        changesCurrentState: false,
        note: `The branch ${record.branch} isn't tracked: the run is judged by itself and leaves current state alone.`,
      };
    }

    const isLate = await runs.hasNewer(record, tx);
    await evidence.add(record, tx);
    const { plan } = await evaluation.evaluateEntity(
      upload.entity,
      definitions,
      {
        run: { record, evaluation: judged },
        retell: isLate ? record.id : undefined,
      },
      tx,
    );
    return {
      run: record,
      verdicts: verdictsOfRun,
      changes: plan.changes,
      duplicate: false,
      changesCurrentState:
        plan.add.length + plan.save.length + plan.remove.length > 0,
      note:
        isLate && plan.changes.length === 0
          ? `A newer run of ${
              record.environment
            } is there already: this one enters history at ${record.startedAt.toISOString()}.`
          : undefined,
    };
  }

  async #duplicate(
    stored: RunRecord,
    record: RunRecord,
    { dryRun }: { dryRun: boolean },
    tx: Knex.Transaction,
  ): Promise<IngestionResult> {
    if (stored.contentSha256 !== record.contentSha256) {
      throw new ConflictError(
        `The external id '${record.externalId}' belongs to another report of ${record.entityRef} in ${record.environment} (run ${stored.id}): use an id of its own for every execution`,
      );
    }
    const changeLabels = [
      ...new Set([...stored.changeLabels, ...record.changeLabels]),
    ].sort();
    if (!dryRun && changeLabels.length > stored.changeLabels.length) {
      await this.#options.runs.saveChangeLabels(stored.id, changeLabels, tx);
    }
    return {
      run: { ...stored, changeLabels },
      verdicts: await this.#options.verdictReader.ofRun(stored, tx),
      changes: [],
      duplicate: true,
      changesCurrentState: false,
      note: 'This report is a run already.',
    };
  }
}
