import {
  ReviewAnswer,
  StaleAnswer,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { Review, ReviewTemplateSnapshot, RiskDecision } from './Review';
import { ReviewAnswerRow, ReviewRow } from './reviewRow';
import {
  NewReview,
  ReviewChange,
  ReviewQuery,
  ReviewRestriction,
  ReviewStore,
} from './ReviewStore';
import { saveReviewAnswer } from './saveReviewAnswer';
import { saveStaleAnswers } from './saveStaleAnswers';
import { saveTemplateSnapshot } from './saveTemplateSnapshot';
import { selectReviewContents } from './selectReviewContents';
import { selectReviewPage } from './selectReviewPage';
import { selectReviews, toReviews } from './selectReviews';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** Keeps reviews in the plugin's database. */
export class DatabaseReviewStore implements ReviewStore {
  constructor(private readonly knex: Knex) {}

  async add(
    review: NewReview,
    template: ReviewTemplateSnapshot,
    tx: Knex.Transaction,
  ) {
    const at = review.at.getTime();
    const [{ id }] = await tx<ReviewRow>('reviews')
      .insert({
        entity_id: review.entityId,
        planned_ref: review.plannedRef ?? null,
        subject_title: review.subjectTitle ?? null,
        template_id: await saveTemplateSnapshot(template, tx),
        title: review.title,
        status: 'draft',
        version: 1,
        created_by: review.by,
        created_at: at,
        changed_by: review.by,
        changed_at: at,
        next_review_at: review.nextReviewAt?.getTime() ?? null,
      })
      .returning('id');
    await saveReviewers(id, review.reviewers, tx);
    return this.#require(id, tx);
  }

  async get(id: number, tx?: Knex.Transaction) {
    const knex = tx ?? this.knex;
    const rows = await selectReviews(knex).where('reviews.id', id);
    const [review] = await toReviews(knex, rows);
    return review as Review | undefined;
  }

  async lock(id: number, tx: Knex.Transaction) {
    const locked = await tx<ReviewRow>('reviews')
      .where('id', id)
      .forUpdate()
      .first('id');
    return locked && this.get(id, tx);
  }

  async lockAll(ids: number[], tx: Knex.Transaction) {
    const locked: Review[] = [];
    for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
      await tx('reviews')
        .whereIn('id', part)
        .orderBy('id')
        .forUpdate()
        .select('id');
      const rows = await selectReviews(tx)
        .whereIn('reviews.id', part)
        .orderBy('reviews.id');
      locked.push(...(await toReviews(tx, rows)));
    }
    return locked;
  }

  async findUnderWay(
    subject: Parameters<ReviewStore['findUnderWay']>[0],
    templateName: string,
    tx: Knex.Transaction,
  ) {
    // Relies on reviews_entity_idx.
    const query = selectReviews(tx)
      .join('review_templates', 'review_templates.id', 'reviews.template_id')
      .where('reviews.entity_id', subject.entityId)
      .whereIn('reviews.status', ['draft', 'in-review'])
      .where('review_templates.name', templateName)
      .orderBy('reviews.id')
      .limit(1);
    if (subject.plannedRef === undefined) {
      query.whereNull('reviews.planned_ref');
    } else {
      query.where('reviews.planned_ref', subject.plannedRef);
    }
    const [review] = await toReviews(tx, await query);
    return review as Review | undefined;
  }

  async list(query: ReviewQuery, restrict: ReviewRestriction, now: Date) {
    return selectReviewPage(this.knex, query, restrict, now);
  }

  async remove({ id }: Review, tx: Knex.Transaction) {
    await tx('reviews').where({ id }).delete();
  }

  async contents(reviews: Review[], tx?: Knex.Transaction) {
    return selectReviewContents(tx ?? this.knex, reviews);
  }

  async change(
    id: number,
    change: ReviewChange,
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ) {
    const { title, status, template, nextReviewAt, published } = change;
    const columns: Partial<ReviewRow> = {
      ...(title !== undefined && { title }),
      ...(status && { status }),
      ...(template && {
        template_id: await saveTemplateSnapshot(template, tx),
      }),
      ...(nextReviewAt && {
        next_review_at: nextReviewAt === 'none' ? null : nextReviewAt.getTime(),
      }),
      ...(published && {
        published_by: published.by,
        published_at: published.at.getTime(),
      }),
    };
    await tx('reviews')
      .where('id', id)
      .update({
        ...columns,
        version: tx.raw('version + 1'),
        changed_by: stamp.by,
        changed_at: stamp.at.getTime(),
      });
    if (change.reviewers) {
      await tx('review_reviewers').where('review_id', id).delete();
      await saveReviewers(id, change.reviewers, tx);
    }
    return this.#require(id, tx);
  }

  async saveAnswer(
    reviewId: number,
    answer: ReviewAnswer & { version: number },
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ) {
    return saveReviewAnswer(reviewId, answer, stamp, tx);
  }

  async settleAnswers(
    reviewId: number,
    answers: Parameters<ReviewStore['settleAnswers']>[1],
    tx: Knex.Transaction,
  ) {
    for (const { question, surroundings, confirmed } of answers) {
      await tx<ReviewAnswerRow>('review_answers')
        .where({ review_id: reviewId, question })
        .update({
          surroundings: JSON.stringify(surroundings),
          ...(confirmed && {
            confirmed_by: confirmed.by,
            confirmed_at: confirmed.at.getTime(),
            confirmation_note: confirmed.note ?? null,
          }),
        });
    }
    await tx('review_stale_answers')
      .where('review_id', reviewId)
      .whereIn(
        'question',
        answers.map(({ question }) => question),
      )
      .delete();
  }

  async removeAnswers(
    reviewId: number,
    questions: string[],
    tx: Knex.Transaction,
  ) {
    for (const table of ['review_answers', 'review_stale_answers']) {
      await tx(table)
        .where('review_id', reviewId)
        .whereIn('question', questions)
        .delete();
    }
  }

  async saveStale(
    stale: ReadonlyMap<number, StaleAnswer[]>,
    now: Date,
    tx: Knex.Transaction,
  ) {
    await saveStaleAnswers(stale, now, tx);
  }

  async saveDecisions(
    reviewId: number,
    decisions: RiskDecision[],
    tx: Knex.Transaction,
  ) {
    await tx('review_risk_decisions').where('review_id', reviewId).delete();
    if (decisions.length > 0) {
      await tx('review_risk_decisions').insert(
        decisions.map(decision => ({
          review_id: reviewId,
          question: decision.question,
          risk_index: decision.index,
          decision: decision.type,
          finding_id:
            decision.findingId === undefined
              ? null
              : Number(decision.findingId),
          reason: decision.reason ?? null,
          decided_by: decision.by,
          decided_at: decision.at.getTime(),
        })),
      );
    }
  }

  async listSettled(entityIds: number[] | 'all', tx?: Knex.Transaction) {
    const knex = tx ?? this.knex;
    const query = selectReviews(knex)
      .whereNot('reviews.status', 'archived')
      .whereNull('reviews.planned_ref')
      .whereNull('entities.retired_at')
      // Relies on the primary key of review_answers, for the few reviews of these entities.
      .whereExists(
        knex('review_answers')
          .whereRaw('review_answers.review_id = reviews.id')
          .whereNotNull('surroundings'),
      )
      .orderBy('reviews.entity_id')
      .orderBy('reviews.id');
    if (entityIds !== 'all') {
      query.whereIn('reviews.entity_id', entityIds);
    }
    return toReviews(knex, await query);
  }

  async hasPlanned() {
    // Relies on reviews_planned_idx.
    const row = await this.knex<ReviewRow>('reviews')
      .whereNotNull('planned_ref')
      .first('id');
    return row !== undefined;
  }

  async listPlanned(entityRefs: string[]) {
    const rows = await selectReviews(this.knex)
      .whereIn('reviews.planned_ref', entityRefs)
      .orderBy('reviews.id');
    return toReviews(this.knex, rows);
  }

  async adopt(reviewId: number, entityId: number, tx: Knex.Transaction) {
    await tx<ReviewRow>('reviews')
      .where('id', reviewId)
      .update({ entity_id: entityId, planned_ref: null, subject_title: null });
  }

  async #require(id: number, tx: Knex.Transaction): Promise<Review> {
    const review = await this.get(id, tx);
    if (!review) {
      throw new Error(`Review ${id} was not stored`);
    }
    return review;
  }
}

async function saveReviewers(
  reviewId: number,
  reviewers: string[],
  tx: Knex.Transaction,
): Promise<void> {
  if (reviewers.length > 0) {
    await tx('review_reviewers').insert(
      reviewers.map(ref => ({ review_id: reviewId, reviewer_ref: ref })),
    );
  }
}
