import { Knex } from 'knex';
import { Review, ReviewContents } from './Review';
import {
  answerOfRow,
  decisionOfRow,
  ReviewAnswerRow,
  ReviewTemplateRow,
  RiskDecisionRow,
  staleOfRow,
  StaleAnswerRow,
  templateOfRow,
} from './reviewRow';

/**
 * Templates, answers, stale answers and decisions of some reviews, a statement each.
 *
 * @returns in the order of the reviews.
 */
export async function selectReviewContents(
  knex: Knex,
  reviews: Review[],
): Promise<ReviewContents[]> {
  if (reviews.length === 0) {
    return [];
  }
  const ids = reviews.map(({ id }) => id);
  const templates: ReviewTemplateRow[] = await knex('review_templates').whereIn(
    'id',
    reviews.map(({ templateId }) => templateId),
  );
  const templateById = new Map(
    templates.map(row => [row.id, templateOfRow(row)]),
  );
  // Each relies on its table's primary key.
  const of = async <R extends { review_id: number }>(table: string) => {
    const rows: R[] = await knex(table)
      .whereIn('review_id', ids)
      .orderBy('question');
    const byReview = new Map<number, R[]>();
    for (const row of rows) {
      const ofReview = byReview.get(row.review_id) ?? [];
      ofReview.push(row);
      byReview.set(row.review_id, ofReview);
    }
    return byReview;
  };
  const answers = await of<ReviewAnswerRow>('review_answers');
  const stale = await of<StaleAnswerRow>('review_stale_answers');
  const decisions = await of<RiskDecisionRow>('review_risk_decisions');
  return reviews.map(review => {
    const template = templateById.get(review.templateId);
    if (!template) {
      throw new Error(`Review ${review.id} has no template`);
    }
    const order = new Map(
      template.spec.areas
        .flatMap(({ questions }) => questions)
        .map(({ name }, index) => [name, index]),
    );
    const inOrder = (a: { question: string }, b: { question: string }) =>
      (order.get(a.question) ?? Infinity) - (order.get(b.question) ?? Infinity);
    return {
      review,
      template,
      answers: (answers.get(review.id) ?? []).map(answerOfRow).sort(inOrder),
      stale: (stale.get(review.id) ?? []).map(staleOfRow).sort(inOrder),
      decisions: (decisions.get(review.id) ?? []).map(decisionOfRow),
    };
  });
}
