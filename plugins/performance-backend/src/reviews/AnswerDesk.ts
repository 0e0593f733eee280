import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  answerProblems,
  isSameAnswer,
  questionsOf,
  ReviewAnswer,
  reviewSurroundings,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { lockReview } from './lockReview';
import { ReviewContents, reviewName, StoredAnswer } from './Review';
import { FoundReview } from './ReviewAccess';
import { ReviewAnswerConflictError } from './ReviewAnswerConflictError';
import { answerToApi } from './reviewApi';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewStaleness } from './ReviewStaleness';
import { ReviewStore } from './ReviewStore';
import { surroundingsFor } from './surroundingsFor';

/** Takes answers, one question at a time, and loses nobody's. */
export class AnswerDesk {
  readonly #options;

  constructor(options: {
    knex: Knex;
    reviews: ReviewStore;
    events: ReviewEventStore;
    staleness: ReviewStaleness;
    definitions: DefinitionRegistry;
    evaluation: EvaluationService;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * @param version - of the answer that the author has seen; 0 where there was none.
   * @returns the review with the answer in it.
   * @throws NotFoundError for a question that isn't asked, InputError for an answer that doesn't fit it,
   *   ReviewAnswerConflictError where somebody answered meanwhile, ConflictError where the review is closed.
   */
  async answer(
    reviewId: number,
    answer: ReviewAnswer,
    version: number,
    by: string,
  ): Promise<ReviewContents> {
    const { knex, reviews, events, evaluation, clock } = this.#options;
    const { question } = answer;
    let isRenewed = false;
    const answered = await knex.transaction(async tx => {
      const contents = await lockReview(reviews, reviewId, tx, { open: true });
      assertAsked(contents, question);
      const [problem] = answerProblems(contents.template.spec, answer);
      if (problem) {
        throw new InputError(problem);
      }
      const current = answerTo(contents, question);
      const isSame = isSameAnswer(current ?? { question }, answer);
      const isStale = contents.stale.some(stale => stale.question === question);
      isRenewed = isStale && !contents.review.subject.planned;
      if (
        isSame &&
        !isStale &&
        (current?.version === version ||
          // What was saved, though the answer to that got lost, is saved again.
          (current && isSamePrincipal(current.by, by)))
      ) {
        return contents;
      }
      assertVersion(contents, question, version);
      const at = clock();
      await reviews.saveAnswer(
        reviewId,
        { ...answer, version: version + 1 },
        { by, at },
        tx,
      );
      const { question: _, ...given } = answer;
      await events.add(
        [
          {
            reviewId,
            at,
            by,
            type: 'answered',
            question,
            detail: JSON.parse(
              JSON.stringify({ version: version + 1, ...given }),
            ),
          },
        ],
        tx,
      );
      const review = await reviews.get(reviewId, tx);
      const [saved] = await reviews.contents([review ?? contents.review], tx);
      return saved;
    });
    if (isRenewed) {
      // Of what was published, one answer fewer is stale.
      await evaluation.reevaluateEntities([answered.review.entityId]);
    }
    return answered;
  }

  /**
   * @throws ReviewAnswerConflictError where somebody answered meanwhile, ConflictError where it isn't stale.
   */
  async confirm(
    { review: { id: reviewId }, entity }: FoundReview,
    question: string,
    { version, note }: { version: number; note?: string },
    by: string,
  ): Promise<StoredAnswer> {
    const { knex, evaluation, definitions, staleness } = this.#options;
    const present = reviewSurroundings(
      entity.fact,
      await definitions.applicableTo(entity),
    );
    const confirmed = await writeAndEvaluate(
      { knex, evaluation },
      entity,
      async tx => {
        const { reviews, events, clock } = this.#options;
        const contents = await lockReview(reviews, reviewId, tx);
        assertAsked(contents, question);
        assertVersion(contents, question, version);
        if (!contents.stale.some(stale => stale.question === question)) {
          throw new ConflictError(
            `The answer to '${question}' isn't stale: there is nothing to confirm`,
          );
        }
        const at = clock();
        await reviews.settleAnswers(
          reviewId,
          [
            {
              question,
              surroundings: surroundingsFor(
                contents.template.spec,
                question,
                present,
              ),
              confirmed: { by, at, note },
            },
          ],
          tx,
        );
        await events.add(
          [
            {
              reviewId,
              at,
              by,
              type: 'confirmed',
              question,
              ...(note && { detail: { note } }),
            },
          ],
          tx,
        );
        const [settled] = await reviews.contents([contents.review], tx);
        return answerTo(settled, question);
      },
    );
    // Something may have changed meanwhile.
    await staleness.refresh([entity.id]);
    if (!confirmed) {
      throw new NotFoundError(`'${question}' isn't answered`);
    }
    return confirmed;
  }
}

function answerTo(
  { answers }: ReviewContents,
  question: string,
): StoredAnswer | undefined {
  return answers.find(answer => answer.question === question);
}

function assertAsked(
  { review, template }: ReviewContents,
  question: string,
): void {
  if (!questionsOf(template.spec).some(({ name }) => name === question)) {
    throw new NotFoundError(`${reviewName(review)} doesn't ask '${question}'`);
  }
}

function assertVersion(
  contents: ReviewContents,
  question: string,
  version: number,
): void {
  const current = answerTo(contents, question);
  if (version !== (current?.version ?? 0)) {
    throw new ReviewAnswerConflictError(
      current
        ? `${
            current.by
          } answered '${question}' at ${current.at.toISOString()}, after what you have seen: choose what holds`
        : `The answer to '${question}' was taken away, as its template changed`,
      current ? answerToApi(current) : { question, version: 0 },
    );
  }
}
