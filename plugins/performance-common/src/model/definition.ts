import { FilterPredicate } from '@backstage/filter-predicates';
import { CheckSpec } from './check';
import { GoalSpec } from './goal';
import { Labels, Statistic, Unit } from './metric';
import { PolicySpec } from './policy';
import { ReviewTemplateSpec } from './review';
import { ScorecardSpec } from './scorecard';
import { ErrorBudgetPolicySpec, SloQuery, SloSpec } from './slo';

/** @public */
export const DEFINITION_API_VERSION = 'performance-governance.io/v1';

/** @public */
export type DefinitionKind =
  | 'Budget'
  | 'Journey'
  | 'Check'
  | 'Scorecard'
  | 'Policy'
  | 'Goal'
  | 'SLO'
  | 'ErrorBudgetPolicy'
  | 'ReviewTemplate';

/**
 * Which entities a definition is about. All given parts must hold.
 *
 * @public
 */
export interface EntitySelector {
  /** Over the raw entity, e.g. `{ kind: Component, 'spec.type': service }`. */
  entity?: FilterPredicate;
  /** Group or user refs; an entity matches if its owner is one of them or a child group of one. */
  owner?: string[];
  /** System refs. */
  system?: string[];
  /** Domain refs; reached through the system and through parent domains. */
  domain?: string[];
  /** Any of these tags. */
  tag?: string[];
  /** Any of these values of `spec.lifecycle`. */
  lifecycle?: string[];
}

/**
 * Entities that a definition is about but doesn't hold for, with the reason.
 *
 * @public
 */
export interface Exemption {
  when: EntitySelector;
  reason: string;
}

/** @public */
export type ComparisonOperator = '<=' | '<' | '>=' | '>';

/**
 * A parsed limit in the metric's canonical unit, with the text it came from.
 *
 * @public
 */
export interface Bound {
  operator: ComparisonOperator;
  /** In `unit`. */
  value: number;
  unit: Unit;
  /** As written, e.g. `<= 0.3 s`. */
  text: string;
}

/** @public */
export interface DefinitionMetadata {
  name: string;
  title?: string;
  description?: string;
  links?: { url: string; title?: string }[];
}

/**
 * Measuring from a metric source that the backend's config names, again and again. `query` may hold
 * fields of the entity, as that of an SLO, and `{{.window}}` for the window's length.
 *
 * @public
 */
export interface BudgetMeasure extends SloQuery {
  /** Length of the window that each measurement looks at. */
  windowSeconds: number;
  everySeconds: number;
  /** By which the query's value has to be multiplied to be in the limit's unit. */
  factor: number;
}

/**
 * A limit on a statistic of a metric.
 *
 * @public
 */
export interface BudgetSpec {
  appliesTo?: EntitySelector;
  /** Entities it doesn't apply to, shown as `not-applicable` with the reason. */
  exempt?: Exemption[];
  metric: string;
  statistic: Statistic;
  /** Only series whose labels have these values. */
  labels?: Labels;
  /** One verdict for each combination of these labels, e.g. `[journey]`. */
  per?: string[];
  /** Only these environments; absent means every environment seen. */
  environments?: string[];
  /** In place of evidence from runs; there is one environment then, and there are no labels. */
  measure?: BudgetMeasure;
  fail?: Bound;
  warn?: Bound;
  /** Fewer observations are `no-data`. */
  minSamples?: number;
  /** Older evidence is `no-data`. Seconds. */
  maxAgeSeconds?: number;
  /** How many consecutive runs confirm a change of state; 2 unless given. */
  confirm?: number;
}

/**
 * A critical user journey: a name for one or more endpoints, pages, scenarios or transactions.
 *
 * @public
 */
export interface JourneySpec {
  appliesTo?: EntitySelector;
  /** A series belongs to the journey if it matches any of these. Values may hold `*`. */
  match: Labels[];
}

/**
 * Where a definition lives decides its layer: app-config is `org`; the file of a Domain, System
 * or Component is that entity's.
 *
 * @public
 */
export interface Layer {
  kind: 'org' | 'domain' | 'system' | 'component';
  /** Absent for `org`. */
  entityRef?: string;
}

/** @public */
export interface DefinitionSource {
  type: 'config' | 'entity' | 'api';
  /** A path relative to the config file, a URL, or `api:` and the author. */
  location: string;
  line?: number;
}

/** @public */
export interface DefinitionOf<K extends DefinitionKind, S> {
  /** Stable over versions: layer, kind and name, e.g. `org/budget/api-latency`. */
  id: string;
  version: number;
  kind: K;
  metadata: DefinitionMetadata;
  spec: S;
  layer: Layer;
  source: DefinitionSource;
}

/** @public */
export type BudgetDefinition = DefinitionOf<'Budget', BudgetSpec>;
/** @public */
export type JourneyDefinition = DefinitionOf<'Journey', JourneySpec>;
/** @public */
export type CheckDefinition = DefinitionOf<'Check', CheckSpec>;
/** @public */
export type ScorecardDefinition = DefinitionOf<'Scorecard', ScorecardSpec>;
/** @public */
export type PolicyDefinition = DefinitionOf<'Policy', PolicySpec>;
/** @public */
export type GoalDefinition = DefinitionOf<'Goal', GoalSpec>;
/** @public */
export type SloDefinition = DefinitionOf<'SLO', SloSpec>;
/** @public */
export type ErrorBudgetPolicyDefinition = DefinitionOf<
  'ErrorBudgetPolicy',
  ErrorBudgetPolicySpec
>;
/** @public */
export type ReviewTemplateDefinition = DefinitionOf<
  'ReviewTemplate',
  ReviewTemplateSpec
>;

/** @public */
export type Definition =
  | BudgetDefinition
  | JourneyDefinition
  | CheckDefinition
  | ScorecardDefinition
  | PolicyDefinition
  | GoalDefinition
  | SloDefinition
  | ErrorBudgetPolicyDefinition
  | ReviewTemplateDefinition;

/**
 * Something wrong in a definition file.
 *
 * @public
 */
export interface DefinitionProblem {
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  severity: 'error' | 'warning';
  /** Stable kebab-case rule, e.g. `unit-mismatch`. */
  rule: string;
  message: string;
  /** Of a document in OpenSLO, Sloth or Pyrra: whose rule it is, as its authorities disagree. */
  source?: 'spec' | 'schema' | 'sdk' | 'governance';
}
