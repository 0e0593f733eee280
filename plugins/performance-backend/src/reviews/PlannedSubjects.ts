import { reviewSurroundings } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { chunked } from '../database/chunked';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { lockEntity } from '../evaluation/lockEntity';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewStore } from './ReviewStore';
import { surroundingsFor } from './surroundingsFor';

const ENTITIES_PER_BATCH = 250;

/** Hangs reviews of what was planned on the entity, once the catalog has it. */
export class PlannedSubjects {
  constructor(
    private readonly options: {
      knex: Knex;
      reviews: ReviewStore;
      events: ReviewEventStore;
      entities: EntityStore;
      definitions: DefinitionRegistry;
      clock: () => Date;
    },
  ) {}

  /** After these entities appeared or changed, before they are evaluated. */
  async settle(entityIds: number[]): Promise<void> {
    const { entities, reviews } = this.options;
    if (!(await reviews.hasPlanned())) {
      return;
    }
    for (const ids of chunked(entityIds, ENTITIES_PER_BATCH)) {
      const present = (await entities.getByIds(ids)).filter(
        ({ retired }) => !retired,
      );
      const byRef = new Map(present.map(entity => [entity.entityRef, entity]));
      for (const { id, subject } of await reviews.listPlanned([
        ...byRef.keys(),
      ])) {
        const entity = byRef.get(subject.entityRef);
        if (entity) {
          await this.#adopt(id, entity);
        }
      }
    }
  }

  async #adopt(reviewId: number, entity: ProjectedEntity): Promise<void> {
    const { knex, reviews, events, definitions, clock } = this.options;
    const present = reviewSurroundings(
      entity.fact,
      await definitions.applicableTo(entity),
    );
    await knex.transaction(async tx => {
      await lockEntity(entity.id, tx);
      const review = await reviews.lock(reviewId, tx);
      if (!review?.subject.planned) {
        return;
      }
      await reviews.adopt(reviewId, entity.id, tx);
      if (review.published) {
        // From now on, what was answered ahead is about what surrounds it.
        const [{ template, answers }] = await reviews.contents([review], tx);
        await reviews.settleAnswers(
          reviewId,
          answers.map(({ question }) => ({
            question,
            surroundings: surroundingsFor(template.spec, question, present),
          })),
          tx,
        );
      }
      await events.add(
        [
          {
            reviewId,
            at: clock(),
            type: 'entity-appeared',
            detail: {
              entityRef: entity.entityRef,
              within: review.entityRef,
            },
          },
        ],
        tx,
      );
    });
  }
}
