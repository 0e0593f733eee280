import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { ScorecardStore } from './ScorecardStore';

/** Keeps the results of scorecards in step with verdicts. */
export class ScorecardListener implements EvaluationListener {
  constructor(private readonly store: Pick<ScorecardStore, 'save'>) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const judged = batch.flatMap(({ entity, scorecards, now }) =>
      scorecards ? { entity, results: scorecards, now } : [],
    );
    if (judged.length > 0) {
      await this.store.save(judged, tx);
    }
  }
}
