import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { EvidenceStore } from '../evaluation/EvidenceStore';
import { lockEntity } from '../evaluation/lockEntity';
import { VerdictStore } from '../verdicts/VerdictStore';
import { RunRecord, RunStore } from './RunStore';

/** Takes runs out of what was concluded from them, and back in. */
export class RunCorrection {
  constructor(
    private readonly options: {
      knex: Knex;
      runs: RunStore;
      evidence: EvidenceStore;
      verdicts: VerdictStore;
      evaluation: EvaluationService;
      clock: () => Date;
    },
  ) {}

  /** Marks a run invalid and recomputes everything that used it; nothing new if it is already. */
  async invalidate(
    run: RunRecord,
    entity: ProjectedEntity,
    by: { reason: string; by: string },
  ): Promise<RunRecord> {
    const { runs, evidence, clock } = this.options;
    return this.correct(run, entity, async (current, tx) => {
      await runs.setInvalid(run.id, { ...by, at: clock() }, tx);
      if (current.tracked && !current.invalid) {
        await evidence.withdraw(run, tx);
      }
    });
  }

  /** Makes a run valid again and recomputes everything that it concerns. */
  async reinstate(run: RunRecord, entity: ProjectedEntity): Promise<RunRecord> {
    const { runs, evidence } = this.options;
    return this.correct(run, entity, async (current, tx) => {
      await runs.setInvalid(run.id, undefined, tx);
      if (current.tracked) {
        await evidence.add(run, tx);
      }
    });
  }

  /** Deletes a run for good. */
  async delete(run: RunRecord, entity: ProjectedEntity): Promise<void> {
    const { runs, evidence, verdicts, clock } = this.options;
    await this.correct(
      run,
      entity,
      async (current, tx) => {
        await runs.setInvalid(
          run.id,
          { reason: 'deleted', at: clock(), by: '' },
          tx,
        );
        if (current.tracked && !current.invalid) {
          await evidence.withdraw(run, tx);
        }
      },
      async tx => {
        await verdicts.detachChanges(run.id, tx);
        await runs.delete(run.id, tx);
      },
    );
  }

  /**
   * @param change - changes the run and the evidence; the verdicts then follow.
   * @param finish - what comes last.
   */
  private async correct(
    run: RunRecord,
    entity: ProjectedEntity,
    change: (current: RunRecord, tx: Knex.Transaction) => Promise<void>,
    finish?: (tx: Knex.Transaction) => Promise<void>,
  ): Promise<RunRecord> {
    const { knex, runs, evaluation } = this.options;
    const { definitions, isCurrent } = await evaluation.readDefinitions(entity);
    const corrected = await knex.transaction(async tx => {
      await lockEntity(entity.id, tx);
      const current = await runs.get(run.id, tx);
      if (!current) {
        return run;
      }
      await change(current, tx);
      if (current.tracked) {
        await evaluation.evaluateEntity(
          entity,
          definitions,
          { retell: run.id },
          tx,
        );
      }
      const result = await runs.get(run.id, tx);
      await finish?.(tx);
      return result ?? run;
    });
    if (!(await isCurrent())) {
      await evaluation.reevaluateEntities([entity.id]);
    }
    return corrected;
  }
}
