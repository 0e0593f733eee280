import { Knex } from 'knex';
import { filterFindings, LookedUpFilter } from './filterFindings';
import { Finding } from './Finding';
import { FindingPaging, FindingRestriction } from './FindingStore';
import { selectFindingRows, toFindings } from './selectFindingRows';

type LookedUpQuery = LookedUpFilter & FindingPaging;

/** What gives most for the least is first; an unknown effort counts as a medium one. */
const PLAN =
  'findings.severity * findings.likelihood * 1.0 / coalesce(findings.effort, 2)';

/** What to sort by, and the order that is natural for each. */
const SORT: Record<FindingPaging['sort'], [string, 'asc' | 'desc'][]> = {
  risk: [
    ['findings.risk', 'desc'],
    ['findings.severity * findings.likelihood', 'desc'],
  ],
  plan: [
    [PLAN, 'desc'],
    ['findings.risk', 'desc'],
  ],
  dueDate: [['findings.due_date', 'asc']],
  age: [['findings.created_at', 'asc']],
  changedAt: [['findings.changed_at', 'desc']],
  title: [['lower(findings.title)', 'asc']],
};

/** A page of the findings that a query is for and the caller may see. */
export async function selectFindingPage(
  knex: Knex,
  query: LookedUpQuery,
  restrict: FindingRestriction,
  now: Date,
): Promise<Finding[]> {
  // Sorted without their texts: but for titles, all that this looks at is in findings_list_idx.
  const page = knex('findings').select('findings.id');
  filterFindings(knex, page, query, restrict, now);
  sort(page, query).limit(query.limit).offset(query.offset);
  return toFindings(
    knex,
    await sort(selectFindingRows(knex).whereIn('findings.id', page), query),
  );
}

function sort<T extends Knex.QueryBuilder>(
  builder: T,
  { sort: by, order }: LookedUpQuery,
): T {
  const [[, naturalOrder]] = SORT[by];
  for (const [expression, natural] of SORT[by]) {
    const isFlipped = order !== undefined && order !== naturalOrder;
    const flipped = natural === 'asc' ? 'desc' : 'asc';
    builder.orderByRaw(
      `${expression} ${isFlipped ? flipped : natural} nulls last`,
    );
  }
  builder.orderBy('findings.id');
  return builder;
}
