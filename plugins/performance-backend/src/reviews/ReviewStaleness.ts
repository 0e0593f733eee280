import {
  ReviewSurroundings,
  reviewSurroundings,
  StaleAnswer,
  staleAnswers,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { chunked } from '../database/chunked';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { lockEntities } from '../evaluation/lockEntity';
import { Review, ReviewContents } from './Review';
import { NewReviewEvent, ReviewEventStore } from './ReviewEventStore';
import { ReviewListener, ReviewNewlyStale } from './ReviewListener';
import { ReviewStore } from './ReviewStore';

const ENTITIES_PER_BATCH = 250;

/**
 * Marks answers whose surroundings aren't what they were published for: exactly those whose questions
 * depend on what changed. A change that is undone unmarks them.
 */
export class ReviewStaleness {
  constructor(
    private readonly options: {
      knex: Knex;
      reviews: ReviewStore;
      events: ReviewEventStore;
      entities: EntityStore;
      definitions: DefinitionRegistry;
      listeners: ReviewListener[];
      clock: () => Date;
    },
  ) {}

  /**
   * After a change of entities or of what applies to them, before they are evaluated: what is stale is a
   * fact about them.
   *
   * @returns ids of the entities of which more, fewer or other answers are stale now.
   */
  async refresh(entityIds: number[] | 'all'): Promise<number[]> {
    const { reviews, entities } = this.options;
    const changed: number[] = [];
    const batches =
      entityIds === 'all'
        ? [entityIds]
        : chunked([...new Set(entityIds)], ENTITIES_PER_BATCH);
    for (const batch of batches) {
      const settled = await reviews.listSettled(batch);
      const ids = [...new Set(settled.map(({ entityId }) => entityId))];
      for (const part of chunked(ids, ENTITIES_PER_BATCH)) {
        changed.push(
          ...(await this.#refreshBatch(await entities.getByIds(part))),
        );
      }
    }
    return changed;
  }

  async #refreshBatch(entities: ProjectedEntity[]): Promise<number[]> {
    const { knex, definitions, clock } = this.options;
    const { version, definitions: applicable } =
      await definitions.applicableToEach(entities);
    const present = new Map(
      entities.map((entity, index): [number, ReviewSurroundings] => [
        entity.id,
        reviewSurroundings(entity.fact, applicable[index]),
      ]),
    );
    const now = clock();
    return knex.transaction(async tx => {
      const ids = entities.map(({ id }) => id);
      const versions = await lockEntities(ids, tx);
      if ((await definitions.version(tx)) !== version) {
        // Whoever changed them has this done again.
        return [];
      }
      const isCurrent = new Set(
        entities
          .filter(entity => versions.get(entity.id) === entity.version)
          .map(({ id }) => id),
      );
      const { reviews } = this.options;
      // Mostly nothing has changed for most of them.
      const known = await reviews.contents(
        await reviews.listSettled(ids, tx),
        tx,
      );
      const candidates = known.filter(contents => {
        const { entityId } = contents.review;
        const surroundings = present.get(entityId);
        return (
          surroundings &&
          isCurrent.has(entityId) &&
          newsOf(contents, surroundings)
        );
      });
      return this.#mark(
        candidates.map(({ review }) => review.id),
        present,
        now,
        tx,
      );
    });
  }

  /** @returns ids of the entities of reviews of which other answers are stale now. */
  async #mark(
    reviewIds: number[],
    present: ReadonlyMap<number, ReviewSurroundings>,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<number[]> {
    const { reviews, events, listeners } = this.options;
    const locked = (await reviews.lockAll(reviewIds, tx)).filter(
      ({ status }) => status !== 'archived',
    );
    const stale = new Map<number, StaleAnswer[]>();
    const history: NewReviewEvent[] = [];
    const told: ReviewNewlyStale[] = [];
    const changed: number[] = [];
    for (const contents of await reviews.contents(locked, tx)) {
      const { review } = contents;
      const surroundings = present.get(review.entityId);
      const found = surroundings && newsOf(contents, surroundings);
      if (found) {
        stale.set(review.id, found.stale);
        changed.push(review.entityId);
        history.push(...found.news.map(answer => eventOf(review, answer, now)));
        const fresh = found.news.filter(
          ({ question }) =>
            !contents.stale.some(answer => answer.question === question),
        );
        if (fresh.length > 0) {
          told.push({ review, stale: fresh });
        }
      }
    }
    await reviews.saveStale(stale, now, tx);
    await events.add(history, tx);
    for (const listener of told.length > 0 ? listeners : []) {
      await listener.onStale(told, now, tx);
    }
    return changed;
  }
}

/**
 * @returns what is stale now, and which of it differently than was known; undefined where all is as it was known.
 */
function newsOf(
  { template, answers, stale: known }: ReviewContents,
  present: ReviewSurroundings,
): { stale: StaleAnswer[]; news: StaleAnswer[] } | undefined {
  const stale = staleAnswers(
    template.spec,
    Object.fromEntries(
      answers.map(answer => [answer.question, answer.surroundings]),
    ),
    present,
  );
  const before = new Map(
    known.map(answer => [answer.question, textOf(answer)]),
  );
  const news = stale.filter(
    answer => before.get(answer.question) !== textOf(answer),
  );
  return news.length === 0 && stale.length === before.size
    ? undefined
    : { stale, news };
}

function eventOf(
  { id }: Review,
  { question, changes }: StaleAnswer,
  at: Date,
): NewReviewEvent {
  return {
    reviewId: id,
    at,
    type: 'stale',
    question,
    detail: { changes: changes.map(change => ({ ...change })) },
  };
}

function textOf({ changes }: StaleAnswer): string {
  return JSON.stringify(changes);
}
