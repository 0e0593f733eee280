// @ts-check

/**
 * Architecture reviews: what was asked, answered, discussed, attached and decided. Creates empty tables only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('review_templates', table => {
    table.comment(
      'Templates as they were when reviews began by them; each is stored once and never changes',
    );
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.string('definition_id', 800).notNullable();
    table.string('name', 255).notNullable();
    table.text('title').notNullable();
    table.string('version', 100).notNullable().comment('As its author counts');
    table.text('spec', 'longtext').notNullable().comment('JSON');
  });

  await knex.schema.createTable('reviews', table => {
    table.comment('One row per review; its id is the number people know it by');
    table.increments('id');
    table
      .integer('entity_id')
      .notNullable()
      .references('id')
      .inTable('entities')
      .onDelete('CASCADE')
      .comment('Of the subject, or of what a planned one will be part of');
    table
      .string('planned_ref', 512)
      .comment('Of a subject that is not in the catalog yet; null for others');
    table.text('subject_title');
    table
      .integer('template_id')
      .notNullable()
      .references('id')
      .inTable('review_templates');
    table.text('title').notNullable();
    table
      .string('status', 10)
      .notNullable()
      .comment('draft, in-review, published, archived');
    table
      .integer('version')
      .notNullable()
      .comment('Counts changes of this row that people make');
    table.string('created_by', 512).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('changed_by', 512).notNullable();
    table.bigInteger('changed_at').notNullable().comment('Answers included');
    table.string('published_by', 512);
    table.bigInteger('published_at');
    table.bigInteger('next_review_at');
    // Reviews of an entity, and those evaluation asks for.
    table.index(['entity_id', 'status'], 'reviews_entity_idx');
    // What the catalog has by now.
    table.index(['planned_ref'], 'reviews_planned_idx');
    // Which are overdue.
    table.index(['status', 'next_review_at'], 'reviews_status_idx');
    table.index(['changed_at'], 'reviews_changed_idx');
  });

  await knex.schema.createTable('review_reviewers', table => {
    referToReview(table);
    table.string('reviewer_ref', 512).notNullable();
    table.primary(['review_id', 'reviewer_ref']);
    // "Mine", and the rule IS_REVIEWER.
    table.index(['reviewer_ref', 'review_id'], 'review_reviewers_ref_idx');
  });

  await knex.schema.createTable('review_answers', table => {
    table.comment('The present answer to each question, saved one by one');
    referToReview(table);
    table.string('question', 255).notNullable();
    table.integer('version').notNullable();
    table
      .text('answer', 'longtext')
      .notNullable()
      .comment('JSON: a ReviewAnswer without its question');
    table.string('answered_by', 512).notNullable();
    table.bigInteger('answered_at').notNullable();
    table.string('confirmed_by', 512);
    table.bigInteger('confirmed_at');
    table.text('confirmation_note');
    table
      .text('surroundings', 'longtext')
      .comment('JSON: what it was published for; null until then');
    table.primary(['review_id', 'question']);
  });

  await knex.schema.createTable('review_stale_answers', table => {
    table.comment('Answers whose surroundings are not what they were');
    referToReview(table);
    table.string('question', 255).notNullable();
    table.text('changes', 'longtext').notNullable().comment('JSON');
    table.bigInteger('since').notNullable();
    table.primary(['review_id', 'question']);
  });

  await knex.schema.createTable('review_risk_decisions', table => {
    table.comment('What people made of the risks that answers raise');
    referToReview(table);
    table.string('question', 255).notNullable();
    table
      .integer('risk_index')
      .notNullable()
      .comment("Among the question's risks in the review's template");
    table.string('decision', 10).notNullable().comment('finding, dismissed');
    table.integer('finding_id');
    table.text('reason');
    table.string('decided_by', 512).notNullable();
    table.bigInteger('decided_at').notNullable();
    table.primary(['review_id', 'question', 'risk_index']);
    table.index(['finding_id'], 'review_risk_decisions_finding_idx');
  });

  await knex.schema.createTable('review_comments', table => {
    table.increments('id');
    referToReview(table);
    table.string('question', 255).comment('Null for the review as a whole');
    table.text('body').notNullable();
    table.string('commented_by', 512).notNullable();
    table.bigInteger('commented_at').notNullable();
    table.bigInteger('edited_at');
    table.integer('version').notNullable();
    table.index(['review_id', 'question', 'id'], 'review_comments_review_idx');
  });

  await knex.schema.createTable('review_attachments', table => {
    table.comment('Small files, at most 2 MB each');
    table.increments('id');
    referToReview(table);
    table.text('name').notNullable();
    table.string('content_type', 100).notNullable();
    table.integer('size').notNullable();
    table.binary('content').notNullable();
    table.string('attached_by', 512).notNullable();
    table.bigInteger('attached_at').notNullable();
    table.index(['review_id', 'id'], 'review_attachments_review_idx');
  });

  await knex.schema.createTable('review_milestones', table => {
    table.comment('Reviews as they once stood; rows are only ever added');
    referToReview(table);
    table.integer('number').notNullable();
    table.text('name').notNullable();
    table.string('made_by', 512).notNullable();
    table.bigInteger('made_at').notNullable();
    table.text('summary').notNullable().comment('JSON: what lists show of it');
    table.text('content', 'longtext').notNullable().comment('JSON');
    table.primary(['review_id', 'number']);
  });

  await knex.schema.createTable('review_events', table => {
    table.comment('What happened to a review; rows are only ever added');
    table.increments('id');
    referToReview(table);
    table.bigInteger('at').notNullable();
    table.string('by', 512).comment('Null where nobody did it');
    table.string('type', 20).notNullable();
    table.string('question', 255);
    table.text('detail', 'longtext').comment('JSON');
    table.index(['review_id', 'id'], 'review_events_review_idx');
  });
};

/**
 * Drops all reviews, with everything in them.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'review_events',
    'review_milestones',
    'review_attachments',
    'review_comments',
    'review_risk_decisions',
    'review_stale_answers',
    'review_answers',
    'review_reviewers',
    'reviews',
    'review_templates',
  ]) {
    await knex.schema.dropTable(table);
  }
};

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
function referToReview(table) {
  table
    .integer('review_id')
    .notNullable()
    .references('id')
    .inTable('reviews')
    .onDelete('CASCADE');
}
