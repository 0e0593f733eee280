// @ts-check

/**
 * What another system calls a finding is unique among those of its entity, so that nobody learns of findings of
 * entities that they may not see by trying names. Rebuilds an index over all findings that have an external id: mostly
 * thousands, in well under a second.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('drop index findings_external_uidx');
  await knex.raw(
    `create unique index findings_entity_external_uidx on findings (entity_id, external_id) where external_id is not null`,
  );
};

/**
 * Of findings of several entities that share an external id, the oldest keeps it.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('findings')
    .whereNotNull('external_id')
    .whereNotIn(
      'id',
      knex('findings')
        .whereNotNull('external_id')
        .groupBy('external_id')
        .min('id'),
    )
    .update({ external_id: null });
  await knex.raw('drop index findings_entity_external_uidx');
  await knex.raw(
    `create unique index findings_external_uidx on findings (external_id) where external_id is not null`,
  );
};
