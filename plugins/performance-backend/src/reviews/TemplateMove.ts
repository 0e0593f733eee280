import { ConflictError } from '@backstage/errors';
import {
  carryAnswers,
  compareTemplates,
  isSameAnswer,
  questionsOf,
  TemplateComparison,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { lockReview } from './lockReview';
import {
  ReviewContents,
  ReviewQuestionnaire,
  ReviewTemplateSnapshot,
  RiskDecision,
} from './Review';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewMilestones } from './ReviewMilestones';
import { ReviewStore } from './ReviewStore';
import { ReviewTemplates, snapshotOf } from './ReviewTemplates';
import { templateHash } from './saveTemplateSnapshot';

/** A newer template than a review's own. */
export interface TemplateUpdate {
  /** Changes with everything that the template says. */
  id: string;
  template: ReviewTemplateSnapshot;
}

/** Moves reviews to what their template says by now. */
export class TemplateMove {
  constructor(
    private readonly options: {
      knex: Knex;
      reviews: ReviewStore;
      templates: ReviewTemplates;
      milestones: ReviewMilestones;
      events: ReviewEventStore;
      clock: () => Date;
    },
  ) {}

  /** @returns undefined where the template is as it was, or gone. */
  async find({
    template,
  }: ReviewContents): Promise<TemplateUpdate | undefined> {
    const definition = await this.options.templates.get(template.definitionId);
    if (!definition) {
      return undefined;
    }
    const newest = snapshotOf(definition);
    const id = templateHash(newest);
    return id === templateHash(template) ? undefined : { id, template: newest };
  }

  /** What moving a review would change. */
  compare(
    { template, answers }: ReviewContents,
    update: TemplateUpdate,
  ): TemplateComparison {
    return compareTemplates(template.spec, update.template.spec, answers);
  }

  /**
   * What the review was is kept as a milestone.
   *
   * @param request - `to` is the update that was looked at.
   * @throws ConflictError where there is none, or another one by now, or somebody changed the review.
   */
  async move(
    reviewId: number,
    request: { version: number; to: string },
    update: TemplateUpdate | undefined,
    by: string,
  ): Promise<void> {
    const { knex, reviews, milestones, events, clock } = this.options;
    if (!update || update.id !== request.to) {
      throw new ConflictError(
        update
          ? 'The template changed again since you looked at it: look at what is new'
          : 'The template is as it was when the review began',
      );
    }
    const { template } = update;
    const at = clock();
    await knex.transaction(async tx => {
      const contents = await lockReview(reviews, reviewId, tx, {
        version: request.version,
        open: true,
      });
      const { template: former } = contents;
      await milestones.make(
        contents,
        { name: `Before version ${template.spec.version}`, by, at },
        tx,
      );
      await this.#carryAnswers(contents, template.spec, { by, at }, tx);
      await reviews.saveDecisions(
        reviewId,
        carryDecisions(former.spec, template.spec, contents.decisions),
        tx,
      );
      await reviews.change(reviewId, { template }, { by, at }, tx);
      await events.add(
        [
          {
            reviewId,
            at,
            by,
            type: 'template-updated',
            detail: { from: former.spec.version, to: template.spec.version },
          },
        ],
        tx,
      );
    });
  }

  async #carryAnswers(
    { review, template, answers }: ReviewContents,
    to: ReviewQuestionnaire,
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<void> {
    const { reviews } = this.options;
    const carried = new Map(
      carryAnswers(template.spec, to, answers).map(answer => [
        answer.question,
        answer,
      ]),
    );
    await reviews.removeAnswers(
      review.id,
      answers
        .map(({ question }) => question)
        .filter(question => !carried.has(question)),
      tx,
    );
    for (const answer of answers) {
      const kept = carried.get(answer.question);
      if (kept && !isSameAnswer(kept, answer)) {
        const { question, choices, number, text, notApplicable, notes } = kept;
        await reviews.saveAnswer(
          review.id,
          {
            question,
            choices,
            number,
            text,
            notApplicable,
            notes,
            evidence: kept.evidence,
            version: answer.version + 1,
          },
          stamp,
          tx,
        );
      }
    }
  }
}

/** A risk stays the same as long as its question and title do. */
function carryDecisions(
  from: ReviewQuestionnaire,
  to: ReviewQuestionnaire,
  decisions: RiskDecision[],
): RiskDecision[] {
  const risksOf = (spec: ReviewQuestionnaire, name: string) =>
    questionsOf(spec).find(question => question.name === name)?.risks ?? [];
  return decisions.flatMap(decision => {
    const title = risksOf(from, decision.question)[decision.index]?.title;
    const index = risksOf(to, decision.question).findIndex(
      risk => risk.title === title,
    );
    return index < 0 ? [] : { ...decision, index };
  });
}
