import { FindingLink } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn, dateOf } from '../database/columns';
import { filterFindings } from './filterFindings';
import { Finding, FindingComment, FindingEvent } from './Finding';
import {
  effortColumn,
  eventOfRow,
  FindingEventRow,
  FindingRow,
  gradeColumn,
  riskColumn,
} from './findingRow';
import {
  FindingChange,
  FindingFilter,
  FindingQuery,
  FindingRestriction,
  FindingStore,
  NewFinding,
} from './FindingStore';
import { saveFindingWords, searchFindings } from './findingSearch';
import { selectFindingFacets } from './selectFindingFacets';
import { selectFindingPage } from './selectFindingPage';
import { selectFindingRows, toFindings } from './selectFindingRows';
import { selectFindingSummary } from './selectFindingSummary';

interface CommentRow {
  id: number;
  finding_id: number;
  body: string;
  by: string;
  at: BigIntColumn;
}

/** Keeps findings in the plugin's database. */
export class DatabaseFindingStore implements FindingStore {
  constructor(private readonly knex: Knex) {}

  async add(finding: NewFinding, tx: Knex.Transaction) {
    const at = finding.at.getTime();
    const { review, proposalId, externalId } = finding.origin;
    const [{ id }] = await tx<FindingRow>('findings')
      .insert({
        entity_id: finding.entityIds[0],
        title: finding.title,
        description: finding.description,
        recommendation: finding.recommendation,
        category: finding.category,
        severity: gradeColumn(finding.severity),
        likelihood: gradeColumn(finding.likelihood),
        risk: riskColumn(finding.risk),
        effort: finding.effort ? effortColumn(finding.effort) : null,
        owner_ref: finding.owner ?? null,
        due_date: finding.dueDate ?? null,
        status: 'open',
        status_at: at,
        version: 1,
        created_by: finding.by,
        created_at: at,
        changed_by: finding.by,
        changed_at: at,
        review_id: review?.id ?? null,
        review_question: review?.question ?? null,
        review_risk: review?.risk ?? null,
        proposal_id: proposalId ?? null,
        external_id: externalId ?? null,
      })
      .returning('id');
    await saveEntities(id, finding.entityIds, tx);
    await saveLinks(id, finding.links, tx);
    await saveFindingWords(id, finding, tx);
    return this.#require(id, tx);
  }

  async get(id: number, tx?: Knex.Transaction) {
    const knex = tx ?? this.knex;
    const rows = await selectFindingRows(knex).where('findings.id', id);
    const [finding] = await toFindings(knex, rows);
    return finding as Finding | undefined;
  }

  async lock(id: number, tx: Knex.Transaction) {
    const locked = await tx<FindingRow>('findings')
      .where('id', id)
      .forUpdate()
      .first('id');
    return locked && this.get(id, tx);
  }

  async change(
    id: number,
    change: FindingChange,
    stamp: { by: string; at: Date },
    tx: Knex.Transaction,
  ) {
    const at = stamp.at.getTime();
    await tx('findings')
      .where('id', id)
      .update({
        ...columnsOf(change),
        ...(change.status && { status_at: at }),
        version: tx.raw('version + 1'),
        changed_by: stamp.by,
        changed_at: at,
      });
    if (change.entityIds) {
      await tx('finding_entities').where('finding_id', id).delete();
      await saveEntities(id, change.entityIds, tx);
    }
    if (change.links) {
      await tx('finding_links').where('finding_id', id).delete();
      await saveLinks(id, change.links, tx);
    }
    const finding = await this.#require(id, tx);
    if (change.title !== undefined || change.description !== undefined) {
      await saveFindingWords(id, finding, tx);
    }
    return finding;
  }

  async list(query: FindingQuery, restrict: FindingRestriction, now: Date) {
    return selectFindingPage(
      this.knex,
      await this.#lookUp(query),
      restrict,
      now,
    );
  }

  async browse(query: FindingQuery, restrict: FindingRestriction, now: Date) {
    const { knex } = this;
    const lookedUp = await this.#lookUp(query);
    return {
      items: await selectFindingPage(knex, lookedUp, restrict, now),
      ...(await selectFindingFacets(knex, lookedUp, (builder, except) =>
        filterFindings(knex, builder, lookedUp, restrict, now, except),
      )),
    };
  }

  async summary(
    filter: FindingFilter,
    restrict: FindingRestriction,
    now: Date,
  ) {
    const { knex } = this;
    const lookedUp = await this.#lookUp(filter);
    return selectFindingSummary(
      knex,
      builder => filterFindings(knex, builder, lookedUp, restrict, now),
      now,
    );
  }

  async addEvent(findingId: number, event: FindingEvent, tx: Knex.Transaction) {
    await tx<FindingEventRow>('finding_events').insert({
      finding_id: findingId,
      type: event.type,
      by: event.by,
      at: event.at.getTime(),
      note: event.note ?? null,
      changes: JSON.stringify(event.changes),
    });
  }

  async events(findingId: number) {
    const rows: FindingEventRow[] = await this.knex('finding_events')
      .where('finding_id', findingId)
      .orderBy('id', 'desc');
    return rows.map(eventOfRow);
  }

  async addComment(comment: Omit<FindingComment, 'id'>, tx: Knex.Transaction) {
    const [{ id }] = await tx<CommentRow>('finding_comments')
      .insert({
        finding_id: comment.findingId,
        body: comment.body,
        by: comment.by,
        at: comment.at.getTime(),
      })
      .returning('id');
    return { ...comment, id };
  }

  async comments(findingId: number) {
    const rows: CommentRow[] = await this.knex('finding_comments')
      .where('finding_id', findingId)
      .orderBy('id');
    return rows.map(row => ({
      id: row.id,
      findingId: row.finding_id,
      body: row.body,
      by: row.by,
      at: dateOf(row.at),
    }));
  }

  async deleteComment(id: number, tx: Knex.Transaction) {
    await tx('finding_comments').where('id', id).delete();
  }

  async #lookUp<T extends FindingFilter>({ q, ...others }: T) {
    return { ...others, found: await searchFindings(this.knex, q) };
  }

  async #require(id: number, tx: Knex.Transaction): Promise<Finding> {
    const finding = await this.get(id, tx);
    if (!finding) {
      throw new Error(`Finding ${id} was not stored`);
    }
    return finding;
  }
}

/** Only of what the change holds; what it holds as `undefined` is taken away. */
function columnsOf(change: FindingChange): Partial<FindingRow> {
  const columns: Partial<FindingRow> = {};
  if (change.title !== undefined) columns.title = change.title;
  if (change.description !== undefined)
    columns.description = change.description;
  if (change.recommendation !== undefined)
    columns.recommendation = change.recommendation;
  if (change.category) columns.category = change.category;
  if (change.severity) columns.severity = gradeColumn(change.severity);
  if (change.likelihood) columns.likelihood = gradeColumn(change.likelihood);
  if (change.risk) columns.risk = riskColumn(change.risk);
  if (change.status) columns.status = change.status;
  if ('effort' in change)
    columns.effort = change.effort ? effortColumn(change.effort) : null;
  if ('owner' in change) columns.owner_ref = change.owner ?? null;
  if ('dueDate' in change) columns.due_date = change.dueDate ?? null;
  if ('resolvedBy' in change) columns.resolved_by = change.resolvedBy ?? null;
  if ('duplicateOf' in change)
    columns.duplicate_of = change.duplicateOf ?? null;
  if ('acceptedUntil' in change)
    columns.accepted_until = change.acceptedUntil?.getTime() ?? null;
  if ('closureProposedAt' in change)
    columns.closure_proposed_at = change.closureProposedAt?.getTime() ?? null;
  return columns;
}

async function saveEntities(
  findingId: number,
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<void> {
  await tx('finding_entities').insert(
    entityIds.map((entityId, position) => ({
      finding_id: findingId,
      entity_id: entityId,
      position,
    })),
  );
}

async function saveLinks(
  findingId: number,
  links: FindingLink[],
  tx: Knex.Transaction,
): Promise<void> {
  if (links.length > 0) {
    await tx('finding_links').insert(
      links.map(({ type, url, title }, position) => ({
        finding_id: findingId,
        position,
        type,
        url,
        title: title ?? null,
      })),
    );
  }
}
