import { Knex } from 'knex';
import { isOneOf } from '../../database/isOneOf';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../../evaluation/EvaluationListener';
import { selectBoundFindings } from './BoundFinding';
import { FindingFollower } from './FindingFollower';

/** Keeps bound findings in step with the evaluations of what they are bound to. */
export class BindingRecorder implements EvaluationListener {
  constructor(private readonly follower: FindingFollower) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    // Relies on finding_bindings_entity_idx.
    const findings = await selectBoundFindings(tx, bindings =>
      bindings.where(
        isOneOf(
          tx,
          'finding_bindings.entity_id',
          batch.map(({ entity }) => entity.id),
        ),
      ),
    );
    if (findings.length > 0) {
      await this.follower.follow(findings, batch[0].now, tx);
    }
  }
}
