/** Kinds of entities that findings are about. */
export const FINDING_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
];
