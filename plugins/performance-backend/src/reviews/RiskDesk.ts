import { ConflictError, NotFoundError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { FindingDesk } from '../findings/FindingDesk';
import { NewFindingInput, readFindingContent } from '../findings/readFinding';
import { lockReview } from './lockReview';
import { ReviewContents, reviewName, RiskDecision } from './Review';
import { ReviewEventStore, ReviewEventType } from './ReviewEventStore';
import { DecidedRisk, reviewStanding } from './reviewStanding';
import { ReviewStore } from './ReviewStore';

/** Which of a question's risks. */
export interface RiskKey {
  question: string;
  index: number;
}

/** What somebody wants the finding to say in place of the template. */
export type RiskOverrides = Partial<
  Omit<NewFindingInput, 'entityRef' | 'affected' | 'links' | 'externalId'>
>;

const MAX_TITLE_LENGTH = 200;

/** Records what people make of the risks that answers raise. */
export class RiskDesk {
  constructor(
    private readonly options: {
      knex: Knex;
      reviews: ReviewStore;
      events: ReviewEventStore;
      findingDesk: FindingDesk;
      clock: () => Date;
    },
  ) {}

  /** @throws ConflictError where the risk isn't raised, or somebody has decided on it. */
  async dismiss(
    reviewId: number,
    key: RiskKey,
    { by, reason }: { by: string; reason: string },
  ): Promise<DecidedRisk> {
    return this.#decide(reviewId, key, 'dismissed', by, async (_, at) => ({
      ...key,
      type: 'dismissed',
      reason,
      by,
      at,
    }));
  }

  /**
   * @param entity - what the review hangs on, and so the finding.
   * @throws ConflictError where the risk isn't raised, or somebody has decided on it.
   */
  async makeFinding(
    reviewId: number,
    key: RiskKey,
    entity: ProjectedEntity,
    overrides: RiskOverrides,
    by: string,
  ): Promise<DecidedRisk> {
    const { findingDesk } = this.options;
    return this.#decide(
      reviewId,
      key,
      'finding',
      by,
      async (risk, at, contents, tx) => {
        const finding = await findingDesk.create(
          readFindingContent({
            entityRef: entity.entityRef,
            title: risk.title.slice(0, MAX_TITLE_LENGTH),
            description: describe(risk, contents),
            recommendation: risk.recommendation,
            category: risk.category,
            severity: risk.severity,
            likelihood: risk.likelihood,
            effort: risk.effort,
            owner: entity.owner,
            ...overrides,
          }),
          [entity.id],
          {
            by,
            origin: {
              review: {
                id: reviewId,
                question: key.question,
                risk: key.index,
              },
            },
          },
          tx,
        );
        return {
          ...key,
          type: 'finding',
          findingId: String(finding.id),
          by,
          at,
        };
      },
    );
  }

  /** @throws ConflictError where it isn't dismissed. */
  async restore(
    reviewId: number,
    key: RiskKey,
    by: string,
  ): Promise<DecidedRisk> {
    const { knex, reviews, events, clock } = this.options;
    return knex.transaction(async tx => {
      const contents = await lockReview(reviews, reviewId, tx);
      const risk = riskOf(contents, key);
      if (risk.decision?.type !== 'dismissed') {
        throw new ConflictError(`'${risk.title}' isn't dismissed`);
      }
      await reviews.saveDecisions(reviewId, withoutDecision(contents, key), tx);
      await events.add(
        [
          {
            reviewId,
            at: clock(),
            by,
            type: 'restored',
            question: key.question,
            detail: { title: risk.title },
          },
        ],
        tx,
      );
      return { ...risk, decision: undefined };
    });
  }

  async #decide(
    reviewId: number,
    key: RiskKey,
    type: Extract<ReviewEventType, 'dismissed' | 'finding'>,
    by: string,
    decide: (
      risk: DecidedRisk,
      at: Date,
      contents: ReviewContents,
      tx: Knex.Transaction,
    ) => Promise<RiskDecision>,
  ): Promise<DecidedRisk> {
    const { knex, reviews, events, clock } = this.options;
    const at = clock();
    return knex.transaction(async tx => {
      const contents = await lockReview(reviews, reviewId, tx);
      const risk = riskOf(contents, key);
      if (risk.decision) {
        throw new ConflictError(describeDecision(risk, risk.decision));
      }
      const decision = await decide(risk, at, contents, tx);
      await reviews.saveDecisions(
        reviewId,
        [...withoutDecision(contents, key), decision],
        tx,
      );
      const detail: JsonObject = {
        title: risk.title,
        ...(decision.reason !== undefined && { reason: decision.reason }),
        ...(decision.findingId !== undefined && {
          findingId: decision.findingId,
        }),
      };
      await events.add(
        [{ reviewId, at, by, type, question: key.question, detail }],
        tx,
      );
      return { ...risk, decision };
    });
  }
}

/** @throws NotFoundError where the template has no such risk, ConflictError where no answer raises it. */
function riskOf(contents: ReviewContents, key: RiskKey): DecidedRisk {
  const { review, template } = contents;
  const risk = reviewStanding(contents).risks.find(
    ({ question, index }) => question === key.question && index === key.index,
  );
  if (risk) {
    return risk;
  }
  const isKnown = template.spec.areas.some(({ questions }) =>
    questions.some(
      ({ name, risks }) => name === key.question && key.index < risks.length,
    ),
  );
  throw isKnown
    ? new ConflictError(
        `The answer to '${key.question}' of ${reviewName(
          review,
        )} doesn't raise this risk any more`,
      )
    : new NotFoundError(
        `${reviewName(review)} has no risk ${key.index} of '${key.question}'`,
      );
}

/** What is planned is named: the finding hangs on what it is going to be part of. */
function describe(
  { description }: DecidedRisk,
  { review }: ReviewContents,
): string | undefined {
  const { subject } = review;
  return subject.planned
    ? [`Of \`${subject.entityRef}\`, which is planned.`, description]
        .filter(part => part !== undefined)
        .join('\n\n')
    : description;
}

function withoutDecision(
  { decisions }: ReviewContents,
  key: RiskKey,
): RiskDecision[] {
  return decisions.filter(
    ({ question, index }) => question !== key.question || index !== key.index,
  );
}

function describeDecision(
  { title }: DecidedRisk,
  { type, findingId, by, at }: RiskDecision,
): string {
  const what =
    type === 'finding' ? `made a finding, F-${findingId},` : 'dismissed';
  return `'${title}' was ${what} by ${by} at ${at.toISOString()}`;
}
