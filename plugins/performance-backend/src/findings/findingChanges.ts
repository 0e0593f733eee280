import { Finding, FindingEvent } from './Finding';

/** What history tells of, in this order. Long texts are only said to have changed. */
const FIELDS: [
  name: string,
  valueOf: (finding: Finding) => string | undefined,
  isLong?: boolean,
][] = [
  ['title', ({ title }) => title],
  ['description', ({ description }) => description, true],
  ['recommendation', ({ recommendation }) => recommendation, true],
  ['category', ({ category }) => category],
  ['severity', ({ severity }) => severity],
  ['likelihood', ({ likelihood }) => likelihood],
  ['risk', ({ risk }) => risk],
  ['effort', ({ effort }) => effort],
  ['owner', ({ owner }) => owner],
  ['dueDate', ({ dueDate }) => dueDate],
  ['status', ({ status }) => status],
  [
    'duplicateOf',
    ({ duplicateOf }) =>
      duplicateOf === undefined ? undefined : `F-${duplicateOf}`,
  ],
  ['affected', ({ entityIds }) => String(entityIds), true],
  ['links', ({ links }) => JSON.stringify(links), true],
];

/** What is different between two states of a finding. */
export function findingChanges(
  from: Finding,
  to: Finding,
): FindingEvent['changes'] {
  return FIELDS.flatMap(([field, valueOf, isLong]) => {
    const [before, after] = [valueOf(from), valueOf(to)];
    if (before === after) {
      return [];
    }
    return [isLong ? { field } : { field, from: before, to: after }];
  });
}
