import { ConflictError } from '@backstage/errors';
import {
  ReviewStatus,
  ReviewSurroundings,
  reviewSurroundings,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { lockEntity } from '../evaluation/lockEntity';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { lockReview } from './lockReview';
import { Review, ReviewContents, reviewName } from './Review';
import { FoundReview } from './ReviewAccess';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewListener } from './ReviewListener';
import { ReviewMilestones } from './ReviewMilestones';
import { ReviewProblemsError } from './ReviewProblemsError';
import { ReviewStaleness } from './ReviewStaleness';
import { reviewStanding } from './reviewStanding';
import { NewReview, ReviewChange, ReviewStore } from './ReviewStore';
import { snapshotOf } from './ReviewTemplates';
import { permissionToPut } from './reviewTransitions';
import { surroundingsFor } from './surroundingsFor';

/** What somebody asks to put a review to. */
export interface StatusRequest {
  /** Of the review, as they have seen it. */
  version: number;
  status: ReviewStatus;
  note?: string;
  nextReviewAt?: Date;
}

/** Begins reviews, and takes them from draft to published and back. */
export class ReviewDesk {
  readonly #options;

  constructor(options: {
    knex: Knex;
    reviews: ReviewStore;
    events: ReviewEventStore;
    milestones: ReviewMilestones;
    staleness: ReviewStaleness;
    definitions: DefinitionRegistry;
    evaluation: EvaluationService;
    listeners: ReviewListener[];
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /** @throws ConflictError where one of the same subject by the same template is under way. */
  async begin(
    review: Omit<NewReview, 'at' | 'entityId'>,
    entity: ProjectedEntity,
    template: ReviewTemplateDefinition,
  ): Promise<Review> {
    const { knex, reviews, events, clock } = this.#options;
    const at = clock();
    return knex.transaction(async tx => {
      await lockEntity(entity.id, tx);
      const subject = { entityId: entity.id, plannedRef: review.plannedRef };
      const other = await reviews.findUnderWay(
        subject,
        template.metadata.name,
        tx,
      );
      if (other) {
        throw new ConflictError(
          `${reviewName(other)} by the same template is ${
            other.status
          }: finish or archive it first`,
        );
      }
      const added = await reviews.add(
        { ...review, ...subject, at },
        snapshotOf(template),
        tx,
      );
      await events.add(
        [
          {
            reviewId: added.id,
            at,
            by: review.by,
            type: 'created',
            detail: {
              template: template.id,
              version: template.spec.version,
              entityRef: added.subject.entityRef,
            },
          },
        ],
        tx,
      );
      return added;
    });
  }

  /** @throws ConflictError where somebody changed it since that version. */
  async update(
    {
      review: { id: reviewId, status, published, subject },
      entity,
    }: FoundReview,
    change: Pick<ReviewChange, 'title' | 'reviewers' | 'nextReviewAt'> & {
      version: number;
    },
    by: string,
  ): Promise<void> {
    const { knex, evaluation } = this.#options;
    const { version, ...changed } = change;
    const write = async (tx: Knex.Transaction) => {
      const { reviews, events, clock } = this.#options;
      const { review } = await lockReview(reviews, reviewId, tx, { version });
      const at = clock();
      await reviews.change(reviewId, changed, { by, at }, tx);
      await events.add(
        [
          {
            reviewId,
            at,
            by,
            type: 'changed',
            detail: tellChange(review, changed),
          },
        ],
        tx,
      );
      return true;
    };
    // Only what was published is a fact about the entity.
    if (published && status !== 'archived' && !subject.planned) {
      await writeAndEvaluate({ knex, evaluation }, entity, write);
    } else {
      await knex.transaction(write);
    }
  }

  /**
   * @throws ConflictError where somebody changed it since that version, it can't be put there from where it
   *   is, or, on publication, something is missing.
   */
  async putTo(
    { review, entity }: FoundReview,
    request: StatusRequest,
    by: string,
  ): Promise<void> {
    const { knex, evaluation, definitions, staleness } = this.#options;
    const present = reviewSurroundings(
      entity.fact,
      await definitions.applicableTo(entity),
    );
    await writeAndEvaluate({ knex, evaluation }, entity, async tx => {
      await this.#write(review.id, request, by, present, tx);
      return true;
    });
    // Something may have changed meanwhile.
    await staleness.refresh([entity.id]);
  }

  async #write(
    reviewId: number,
    { version, status, note, ...request }: StatusRequest,
    by: string,
    present: ReviewSurroundings,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { reviews, events, listeners, milestones, clock } = this.#options;
    const contents = await lockReview(reviews, reviewId, tx, { version });
    const { review } = contents;
    const { status: from } = review;
    if (!permissionToPut(from, status)) {
      throw new ConflictError(
        `${reviewName(
          review,
        )} is ${from}, from where it can't be put to ${status}`,
      );
    }
    const at = clock();
    const change: ReviewChange = { status };
    if (status === 'published') {
      await this.#settle(contents, present, tx);
      change.published = { by, at };
      change.nextReviewAt = nextReviewOf(contents, request.nextReviewAt, at);
    }
    const changed = await reviews.change(reviewId, change, { by, at }, tx);
    await events.add(
      [
        {
          reviewId,
          at,
          by,
          type: 'status',
          detail: { from, to: status, ...(note && { note }) },
        },
      ],
      tx,
    );
    if (status === 'published') {
      const [settled] = await reviews.contents([changed], tx);
      const name = `Published ${at.toISOString().slice(0, 10)}`;
      await milestones.make(settled, { name, by, at }, tx);
    }
    for (const listener of listeners) {
      await listener.onStatus(changed, { from, by, at, note }, tx);
    }
  }

  /** From publication on, answers are about what surrounds the subject now. */
  async #settle(
    contents: ReviewContents,
    present: ReviewSurroundings,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { review, template, answers } = contents;
    const { problems } = reviewStanding(contents);
    if (problems.length > 0) {
      throw new ReviewProblemsError(problems);
    }
    if (!review.subject.planned) {
      await this.#options.reviews.settleAnswers(
        review.id,
        answers.map(({ question }) => ({
          question,
          surroundings: surroundingsFor(template.spec, question, present),
        })),
        tx,
      );
    }
  }
}

/** What was planned stays, unless that has passed; else what the template says. */
function nextReviewOf(
  { review, template }: ReviewContents,
  asked: Date | undefined,
  at: Date,
): Date | 'none' {
  if (asked) {
    return asked;
  }
  if (review.nextReviewAt && review.nextReviewAt > at) {
    return review.nextReviewAt;
  }
  const { reviewAfterSeconds } = template.spec;
  return reviewAfterSeconds === undefined
    ? 'none'
    : new Date(at.getTime() + reviewAfterSeconds * 1000);
}

function tellChange(
  before: Review,
  { title, reviewers, nextReviewAt }: ReviewChange,
) {
  return {
    ...(title !== undefined && { title: { from: before.title, to: title } }),
    ...(reviewers && {
      reviewers: { from: before.reviewers, to: reviewers },
    }),
    ...(nextReviewAt && {
      nextReviewAt: {
        from: before.nextReviewAt?.toISOString() ?? 'none',
        to: nextReviewAt === 'none' ? 'none' : nextReviewAt.toISOString(),
      },
    }),
  };
}
