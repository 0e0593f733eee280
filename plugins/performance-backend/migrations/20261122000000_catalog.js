// @ts-check

/**
 * The projection of the catalog: one row per entity ever seen, and what ownership rules, filters and
 * rollups join with. Ten thousand entities are the scale it is built for.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('What is known of the catalog, kept by sweep and on request');
    table.increments('id');
    table
      .string('entity_ref', 512)
      .notNullable()
      .unique()
      .comment('Changes when an entity names its former ref');
    table.string('kind', 64).notNullable();
    table.string('namespace', 64).notNullable();
    table.string('name', 255).notNullable();
    table.text('title');
    table.string('type', 255);
    table.string('owner_ref', 512).comment('The nearest owner');
    table.string('system_ref', 512);
    table.string('domain_ref', 512).comment('The nearest domain');
    table.string('lifecycle', 255);
    table
      .text('fact', 'longtext')
      .notNullable()
      .comment('JSON: the entity with its relations resolved');
    table.string('fact_hash', 64).notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Counts changes of the fact');
    table
      .integer('absent_sweeps')
      .notNullable()
      .defaultTo(0)
      .comment('Complete sweeps in a row that did not see it');
    table
      .integer('announced_version')
      .notNullable()
      .defaultTo(0)
      .comment('The version that verdicts were last brought up to');
    table.bigInteger('retired_at').comment('Epoch milliseconds');
    table
      .text('definitions_file')
      .comment('Where its own definitions are, as its annotation says');
    // What the last change of the catalog left to be judged again; as good as always empty.
    table.index(['announced_version', 'version'], 'entities_announced_index');
    // Filters and facets of /verdicts.
    table.index(['owner_ref'], 'entities_owner_index');
    table.index(['system_ref'], 'entities_system_index');
    table.index(['kind', 'type'], 'entities_kind_index');
  });

  const satellites = [
    ['entity_owners', 'owner_ref', 512],
    ['entity_domains', 'domain_ref', 512],
  ];
  for (const [name, column, length] of satellites) {
    await knex.schema.createTable(String(name), table => {
      table
        .integer('entity_id')
        .notNullable()
        .references('id')
        .inTable('entities')
        .onDelete('CASCADE');
      table.string(String(column), Number(length)).notNullable();
      table.integer('depth').notNullable().comment('0 is the nearest');
      table.primary(['entity_id', String(column)]);
      // `entity_id in (select entity_id from … where ref in (…))` of access and filters.
      table.index([String(column), 'entity_id'], `${name}_ref_index`);
    });
  }

  await knex.schema.createTable('entity_tags', table => {
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE');
    table.string('tag', 255).notNullable();
    table.primary(['entity_id', 'tag']);
    table.index(['tag', 'entity_id'], 'entity_tags_tag_index');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('entity_tags');
  await knex.schema.dropTable('entity_domains');
  await knex.schema.dropTable('entity_owners');
  await knex.schema.dropTable('entities');
};
