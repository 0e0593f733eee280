// @ts-check

/**
 * Definitions with all their versions, and the files and URLs they are read from. Creates tables for
 * thousands of definitions, and the one row that counts changes of what is in force.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('definition_sources', table => {
    table.comment('Files and URLs that definitions are read from');
    table.increments('id');
    table
      .string('source_key', 64)
      .notNullable()
      .unique()
      .comment('SHA-256 of what makes it the same source when read again');
    table.string('type', 10).notNullable().comment('config or entity');
    table.text('location').notNullable();
    table
      .text('configured_as')
      .comment('The glob or URL of the app-config that led to it');
    table
      .integer('entity_id')
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE')
      .comment('Whose layer it holds; null for the organisation');
    table.string('status', 12).notNullable();
    table.text('message');
    table.text('problems', 'longtext').notNullable().comment('JSON');
    table.bigInteger('read_at').comment('Epoch milliseconds');
    table.index(['entity_id'], 'definition_sources_entity_index');
  });

  await knex.schema.createTable('definitions', table => {
    table.comment('One row per definition ever in force');
    table.increments('id');
    table.string('definition_id', 800).notNullable().unique();
    table.string('kind', 20).notNullable();
    table.string('name', 255).notNullable();
    table.text('title');
    table.string('layer', 12).notNullable();
    table.smallint('layer_rank').notNullable().comment('0 is the outermost');
    table
      .integer('layer_entity_id')
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE')
      .comment('Null for the organisation');
    table.string('source_type', 10).notNullable();
    table.text('source_location').notNullable();
    table
      .integer('source_id')
      .references('id')
      .inTable('definition_sources')
      .onDelete('SET NULL')
      .comment('Null for one made through the API');
    table.integer('version').notNullable().comment('The one in force');
    table.string('status', 12).notNullable();
    table
      .text('problems', 'longtext')
      .notNullable()
      .comment('JSON: of the newest text, in force or not');
    table.bigInteger('updated_at').notNullable();
    // What may apply to an entity, and what a caller may see.
    table.index(['layer_entity_id'], 'definitions_layer_entity_index');
    table.index(['source_id'], 'definitions_source_index');
    table.index(['status', 'name'], 'definitions_status_index');
  });

  await knex.schema.createTable('definition_versions', table => {
    table.comment('What a definition said; rows are only ever added');
    table
      .integer('definition')
      .notNullable()
      .references('id')
      .inTable('definitions')
      .onDelete('CASCADE');
    table.integer('version').notNullable();
    table.text('content', 'longtext').notNullable().comment('YAML');
    table.string('content_hash', 64).notNullable();
    table
      .text('document', 'longtext')
      .notNullable()
      .comment('JSON: the definition as parsed');
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 512);
    table.primary(['definition', 'version']);
  });

  await knex.schema.createTable('definition_state', table => {
    table.comment('One row: every replica sees by it what changed');
    table.integer('id').primary();
    table
      .integer('version')
      .notNullable()
      .comment('Counts changes of what is in force');
    table
      .integer('announced_version')
      .notNullable()
      .comment('The version that verdicts were last brought up to');
  });
  await knex('definition_state').insert({
    id: 1,
    version: 0,
    announced_version: 0,
  });
};

/**
 * Drops all definitions; those from files are read again by the next `up`, those made through the API
 * are lost.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('definition_state');
  await knex.schema.dropTable('definition_versions');
  await knex.schema.dropTable('definitions');
  await knex.schema.dropTable('definition_sources');
};
