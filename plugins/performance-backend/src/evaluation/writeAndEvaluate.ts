import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { EvaluationService } from './EvaluationService';
import { lockEntity } from './lockEntity';

/**
 * Writes something that evaluation knows of an entity, and evaluates the entity, all or nothing.
 *
 * @param write - gives undefined where there was nothing to write; nothing is evaluated then.
 */
export async function writeAndEvaluate<T>(
  services: { knex: Knex; evaluation: EvaluationService },
  entity: ProjectedEntity,
  write: (tx: Knex.Transaction) => Promise<T | undefined>,
): Promise<T | undefined> {
  const { knex, evaluation } = services;
  const { definitions, isCurrent } = await evaluation.readDefinitions(entity);
  const written = await knex.transaction(async tx => {
    await lockEntity(entity.id, tx);
    const result = await write(tx);
    if (result !== undefined) {
      await evaluation.evaluateEntity(entity, definitions, {}, tx);
    }
    return result;
  });
  if (written !== undefined && !(await isCurrent())) {
    await evaluation.reevaluateEntities([entity.id]);
  }
  return written;
}
