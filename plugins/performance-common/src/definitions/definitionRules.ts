/**
 * What can be wrong with a definition: the stable rule of each problem and what it means.
 *
 * @public
 */
export const DEFINITION_RULES = {
  'yaml-syntax': 'The file must be valid YAML.',
  'duplicate-key': 'A mapping must not hold the same key twice.',
  'empty-file': 'The file must hold at least one definition.',
  'not-a-mapping': 'A document must be a mapping.',
  'unknown-kind':
    'The kind must be Budget, Journey, Check, Scorecard, Policy, Goal, SLO, ErrorBudgetPolicy or ReviewTemplate.',
  'unsupported-api-version': 'The apiVersion must be a supported one.',
  'missing-field': 'A required field must be given.',
  'unknown-field': 'Only the fields of the format may be given.',
  'wrong-type': 'A value must have the type of its field.',
  'invalid-name': 'A name must follow the rules for names of catalog entities.',
  'invalid-value': 'A value must be one its field allows.',
  'duplicate-name':
    'Two definitions of a kind in the same file must not share a name, nor two parts of one definition.',
  'invalid-predicate': 'A filter predicate must use known operators.',
  'invalid-entity-ref': 'An entity reference must be readable.',
  'unknown-metric':
    'A metric must be one of the canonical ones or begin with `custom.`.',
  'unknown-statistic':
    'A statistic must be a percentile or one of the named ones.',
  'statistic-not-available':
    'A statistic must be one that metrics of this type have.',
  'invalid-limit': 'A limit must be an operator and a quantity.',
  'unit-mismatch': 'A limit must be in a unit of the metric’s dimension.',
  'wrong-direction':
    'A limit must bound the metric on the side on which it gets worse.',
  'warn-looser-than-fail':
    'The warn limit must be tighter than the fail limit.',
  'warn-without-effect':
    'A warn limit equal to the fail limit never takes effect.',
  'exactly-one': 'Exactly one of several fields must be given.',
  'invalid-date': 'A date must be readable.',
  'invalid-time-zone':
    'A time zone must be a name in the IANA Time Zone Database.',
  'invalid-share': 'A share must be more than 0 and at most 100 %.',
  'unknown-run-type': 'A type of run must be one of the known ones.',
  'unknown-category': 'A category must be one that findings are sorted by.',
  'duplicate-level': 'Two levels of a scorecard must not share a name.',
  'duplicate-rule': 'A scorecard or policy must not name a rule twice.',
  'except-without-effect':
    'Labels that pass a gate belong to an action that closes it.',
  'stage-order':
    'The stages of a policy must be in the order in which they take effect.',
  'first-stage-dated': 'A policy should say what holds before its first date.',
  'no-limit':
    'A budget must ask for something: a limit, minimum samples or a maximum age.',
  'invalid-duration': 'A length of time must be readable.',
  'query-syntax': 'A query to Prometheus must be PromQL.',
  'per-repeats-label': 'A label can’t be both fixed and in `per`.',
  'per-unbounded':
    'A label in `per` should have few values that mean something.',
  'unknown-choice':
    'The condition of a risk must name choices of its question.',
  'other-question-type': 'A question must have only what goes with its type.',
  'no-subject':
    'An SLO outside an entity’s own file should say whom it is about; said by the backend.',
  'other-service':
    'An SLO in a component’s own file should be about that component; said by the backend.',
  'unknown-check':
    'A check that is named should be one that a Check in force has; said by the backend.',
  'unknown-slo':
    'An SLO that is named should be one that an SLO in force has; said by the backend.',
  'unknown-template':
    'A template of reviews that is named should be one that a ReviewTemplate in force has; said by the backend.',
  'unknown-scorecard':
    'A scorecard that is named should be one that a Scorecard in force has; said by the backend.',
  'unknown-budget':
    'A metric that is named should be one that a Budget in force is on; said by the backend.',
  'unknown-entity':
    'An owner, system or domain that a selector names should be in the catalog; said by the backend.',
} as const;

/** @public */
export type DefinitionRule = keyof typeof DEFINITION_RULES;
