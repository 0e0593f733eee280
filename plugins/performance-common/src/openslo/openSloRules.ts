/**
 * What can be wrong with an SLO document in OpenSLO, Sloth's or Pyrra's language: the stable rule of
 * each problem and what it means.
 *
 * @public
 */
export const OPEN_SLO_RULES = {
  'yaml-syntax': 'The file must be valid YAML.',
  'duplicate-key': 'A mapping must not hold the same key twice.',
  'empty-file': 'The file must hold at least one document.',
  'not-a-mapping': 'A document must be a mapping, or a list of them.',
  'unsupported-api-version': 'The version must be a supported one.',
  'unknown-kind': 'The kind must be one that the version has.',
  'missing-field': 'A required field must be given.',
  'unknown-field': 'Only the fields of the format should be given.',
  'wrong-type': 'A value must have the type of its field.',
  'invalid-value': 'A value must be one its field allows.',
  'invalid-name':
    'A name must be an RFC 1123 label: at most 63 lower-case letters, digits and dashes.',
  'invalid-label': 'A label must have a readable key and value.',
  'invalid-annotation': 'An annotation must have a readable key and text.',
  'too-long': 'A text must not be longer than its field allows.',
  'list-of-objects': 'A document should hold one object.',
  'duplicate-name': 'Two objects of a kind must not share a name.',
  'unresolved-reference':
    'An object that is referred to must be in the files given.',
  'exactly-one': 'Exactly one of several fields must be given.',
  'time-window': 'There must be exactly one time window.',
  'rolling-or-calendar':
    'A time window must be either rolling or of the calendar.',
  'invalid-duration':
    'A duration must be a whole number and one of `m`, `h`, `d`, `w`, `M`, `Q`, `Y`.',
  'invalid-date': 'A start time must be a local date and time.',
  'invalid-time-zone':
    'A time zone must be a name in the IANA Time Zone Database.',
  'target-range': 'A target must be at least 0 and less than 1, or 100 %.',
  'time-slice':
    'Slices of time need a length, and `Timeslices` the share that makes one good.',
  'indicator-place':
    'The indicator must be given either once in the spec or in each objective.',
  'threshold-comparison':
    'A threshold needs an operator and a value, and a ratio has neither.',
  'one-threshold': 'A threshold metric should have one objective.',
  'raw-ratio': 'A raw ratio must say what it is the ratio of.',
  'no-metric-source': 'A query must name its source.',
  'no-query': 'A source must be asked something.',
  'query-template': 'What a query leaves to be filled in must be known.',
  'query-syntax': 'A query to Prometheus must be PromQL.',
  'query-window': 'A query must use the window that it is asked for.',
  'not-held':
    'What changes numbers should be something that a definition can hold.',
  'query-selector': 'A metric must be a name with label matchers.',
} as const;

/** @public */
export type OpenSloRule = keyof typeof OPEN_SLO_RULES;
