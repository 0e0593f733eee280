import { Knex } from 'knex';
import { Finding } from '../findings/Finding';
import { FindingDeletionListener } from '../findings/FindingListener';
import { ReviewEventStore } from './ReviewEventStore';

interface DecisionRow {
  review_id: number;
  question: string;
}

/** Leaves risks for people to decide on anew when the finding that was made of them is deleted. */
export class RiskRelease implements FindingDeletionListener {
  constructor(private readonly events: ReviewEventStore) {}

  async onDeleted(
    { id, title }: Finding,
    by: string,
    at: Date,
    tx: Knex.Transaction,
  ) {
    // Relies on review_risk_decisions_finding_idx.
    const decisions: DecisionRow[] = await tx('review_risk_decisions')
      .where('finding_id', id)
      .select('review_id', 'question');
    await tx('review_risk_decisions').where('finding_id', id).delete();
    await this.events.add(
      decisions.map(({ review_id: reviewId, question }) => ({
        reviewId,
        at,
        by,
        type: 'finding-deleted' as const,
        question,
        detail: { title, findingId: String(id) },
      })),
      tx,
    );
  }
}
