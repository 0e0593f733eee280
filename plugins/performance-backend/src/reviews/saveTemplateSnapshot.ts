import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../ingestion/canonicalJson';
import { ReviewTemplateSnapshot } from './Review';
import { ReviewTemplateRow } from './reviewRow';

/** Names what a template asks: the same however often its definition is read. */
export function templateHash(template: ReviewTemplateSnapshot): string {
  return createHash('sha256').update(canonicalJson(template)).digest('hex');
}

/**
 * Stores a template, once for all reviews by it.
 *
 * @returns the id of its row.
 */
export async function saveTemplateSnapshot(
  template: ReviewTemplateSnapshot,
  tx: Knex.Transaction,
): Promise<number> {
  const hash = templateHash(template);
  await tx<ReviewTemplateRow>('review_templates')
    .insert({
      hash,
      definition_id: template.definitionId,
      name: template.name,
      title: template.title,
      version: template.spec.version,
      spec: JSON.stringify(template.spec),
    })
    .onConflict('hash')
    .ignore();
  const row = await tx<ReviewTemplateRow>('review_templates')
    .where('hash', hash)
    .first('id');
  if (!row) {
    throw new Error(`Template ${template.definitionId} was not stored`);
  }
  return row.id;
}
