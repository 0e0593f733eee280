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
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewListener } from './ReviewListener';
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
      const changed: number[] = [];
      const { reviews } = this.options;
      const settled = await reviews.listSettled(ids, tx);
      // Mostly nothing has changed for most of them.
      for (const contents of await reviews.contents(settled, tx)) {
        const { id, entityId } = contents.review;
        const surroundings = present.get(entityId);
        if (
          surroundings &&
          isCurrent.has(entityId) &&
          newsOf(contents, surroundings) &&
          (await this.#mark(id, surroundings, now, tx))
        ) {
          changed.push(entityId);
        }
      }
      return changed;
    });
  }

  async #mark(
    reviewId: number,
    present: ReviewSurroundings,
    now: Date,
    tx: Knex.Transaction,
  ): Promise<boolean> {
    const { reviews, events, listeners } = this.options;
    const review = await reviews.lock(reviewId, tx);
    if (!review || review.status === 'archived') {
      return false;
    }
    const [contents] = await reviews.contents([review], tx);
    const told = newsOf(contents, present);
    if (!told) {
      return false;
    }
    const { stale, news } = told;
    await reviews.saveStale(review.id, stale, now, tx);
    await events.add(
      news.map(({ question, changes }) => ({
        reviewId,
        at: now,
        type: 'stale',
        question,
        detail: { changes: changes.map(change => ({ ...change })) },
      })),
      tx,
    );
    const fresh = news.filter(
      ({ question }) =>
        !contents.stale.some(answer => answer.question === question),
    );
    if (fresh.length > 0) {
      await tellStale(listeners, review, fresh, now, tx);
    }
    return true;
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

async function tellStale(
  listeners: ReviewListener[],
  review: Review,
  stale: StaleAnswer[],
  at: Date,
  tx: Knex.Transaction,
): Promise<void> {
  for (const listener of listeners) {
    await listener.onStale(review, stale, at, tx);
  }
}

function textOf({ changes }: StaleAnswer): string {
  return JSON.stringify(changes);
}
