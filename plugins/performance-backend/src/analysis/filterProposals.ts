import { RISK_GRADES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import {
  filterEntities,
  lowerCase,
  whereContains,
} from '../catalog/filterEntities';
import { STATUS_NOW } from './proposalRow';
import { ProposalFacetName, ProposalFilter } from './ProposalStore';

/**
 * Only proposals whose first entity is in the catalog and all of whose entities at heart the caller may see, in the
 * environment that they are about: their texts and numbers tell of these.
 */
export function whereVisible(
  knex: Knex,
  builder: Knex.QueryBuilder,
  access: Access,
): void {
  builder.whereIn(
    'analysis_proposals.entity_id',
    knex('entities').whereNull('retired_at').select('id'),
  );
  access.restrict(builder, {
    entityId: 'analysis_proposals.entity_id',
    environment: 'analysis_proposals.environment',
  });
  if (access.scope === 'all') {
    return;
  }
  const visible = knex('entities as seen').whereRaw(
    'seen.id = heart.entity_id',
  );
  access.restrict(visible, {
    entityId: 'seen.id',
    environment: 'analysis_proposals.environment',
  });
  // Relies on the primary key of analysis_proposal_entities.
  builder.whereNotExists(
    knex('analysis_proposal_entities as heart')
      .whereRaw('heart.proposal_id = analysis_proposals.id')
      .where('heart.core', true)
      .whereNotExists(visible),
  );
}

/**
 * Adds the conditions of a query for proposals, and what the caller may see.
 *
 * @param except - leaves out the condition that this facet offers values for.
 */
export function filterProposals(
  knex: Knex,
  builder: Knex.QueryBuilder,
  filter: ProposalFilter,
  access: Access,
  now: Date,
  except?: ProposalFacetName,
): void {
  whereVisible(knex, builder, access);
  if (filter.entityRef !== undefined) {
    const affected = knex('analysis_proposal_entities as affected')
      .join('entities as named', 'named.id', 'affected.entity_id')
      .where('named.entity_ref', lowerCase(filter.entityRef))
      .select('affected.proposal_id');
    // What affects an entity that one may not see is nothing to know, either.
    access.restrict(affected, { entityId: 'affected.entity_id' });
    builder.whereIn('analysis_proposals.id', affected);
  }
  if (filter.rule && except !== 'rules') {
    builder.whereIn('analysis_proposals.rule', filter.rule);
  }
  if (filter.severity && except !== 'severities') {
    builder.whereIn(
      'analysis_proposals.severity',
      filter.severity.map(grade => RISK_GRADES.indexOf(grade)),
    );
  }
  if (filter.status && except !== 'statuses') {
    builder.whereRaw(
      `${STATUS_NOW} in (${filter.status.map(() => '?').join(', ')})`,
      [now.getTime(), ...filter.status],
    );
  }
  filterEntities(knex, builder, 'analysis_proposals.entity_id', {
    owner: except === 'owners' ? undefined : filter.owner,
    system: except === 'systems' ? undefined : filter.system,
    domain: except === 'domains' ? undefined : filter.domain,
  });
  const text = filter.q?.trim();
  if (text) {
    builder.where(either => {
      whereContains(either, ['analysis_proposals.title'], text);
      const named = knex('entities').select('id');
      whereContains(named, ['entity_ref', 'title'], text);
      either.orWhereIn('analysis_proposals.entity_id', named);
    });
  }
}
