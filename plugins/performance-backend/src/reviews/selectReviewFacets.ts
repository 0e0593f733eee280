import { Knex } from 'knex';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { ReviewFacetName, ReviewFacets } from './ReviewStore';

const COLUMNS: Record<
  ReviewFacetName,
  { table?: [name: string, column: string, own: string]; value: string }
> = {
  statuses: { value: 'reviews.status' },
  templates: {
    table: ['review_templates', 'review_templates.id', 'reviews.template_id'],
    value: 'review_templates.name',
  },
  reviewers: {
    table: ['review_reviewers', 'review_reviewers.review_id', 'reviews.id'],
    value: 'review_reviewers.reviewer_ref',
  },
  owners: {
    table: ['entity_owners', 'entity_owners.entity_id', 'reviews.entity_id'],
    value: 'entity_owners.owner_ref',
  },
};

/**
 * Values to filter by, with the number of reviews.
 *
 * @param filter - adds the conditions on `reviews`, but for that on the facet.
 */
export async function selectReviewFacets(
  knex: Knex,
  filter: (builder: Knex.QueryBuilder, except: ReviewFacetName) => void,
): Promise<ReviewFacets> {
  const facets: ReviewFacets = {
    statuses: [],
    templates: [],
    reviewers: [],
    owners: [],
  };
  for (const name of Object.keys(COLUMNS) as ReviewFacetName[]) {
    const { table, value } = COLUMNS[name];
    const query = knex('reviews');
    if (table) {
      query.join(...table);
    }
    filter(query, name);
    const rows: {
      value: string;
      title: string | null;
      count: number | string;
    }[] = await query
      .groupBy(value)
      .orderBy(value)
      .select({ value })
      .max({
        title: name === 'templates' ? 'review_templates.title' : value,
      })
      .count({ count: '*' });
    facets[name] = rows.map(row => ({
      value: row.value,
      ...(name === 'templates' && { title: row.title ?? undefined }),
      count: Number(row.count),
    }));
  }
  const titles = await selectEntityTitles(
    knex,
    [...facets.reviewers, ...facets.owners].map(({ value }) => value),
  );
  for (const name of ['reviewers', 'owners'] as const) {
    facets[name] = facets[name].map(item => ({
      ...item,
      title: titles.get(item.value),
    }));
  }
  return facets;
}
