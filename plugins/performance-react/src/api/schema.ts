import type {
  components,
  operations,
} from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];

/** The query parameters of an operation. */
type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

/** The JSON body of an operation's 200 response. */
type Body<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

/** @public */
export type VerdictState = Schemas['VerdictState'];
/** @public */
export type StateCounts = Schemas['StateCounts'];
/** @public */
export type RunVerdict = Schemas['Verdict'];
/** @public */
export type Unit = Schemas['Unit'];
/** @public */
export type CurrentVerdict = Schemas['CurrentVerdict'];
/** @public */
export type VerdictDetail = Schemas['VerdictDetail'];
/** @public */
export type VerdictChange = Schemas['VerdictChange'];
/** @public */
export type EffectiveLimit = Schemas['EffectiveLimit'];
/** @public */
export type EffectiveBound = Schemas['EffectiveBound'];
/** @public */
export type LimitContribution = Schemas['LimitContribution'];
/** @public */
export type LimitEffect = Schemas['LimitEffect'];
/** @public */
export type Evidence = Schemas['Evidence'];
/** @public */
export type TrendPoint = Schemas['TrendPoint'];
/** @public */
export type NotJudged = Schemas['NotJudged'];
/** @public */
export type PerformanceLayer = Schemas['Layer'];
/** @public */
export type EntitySummary = Schemas['EntitySummary'];
/** @public */
export type Run = Schemas['Run'];
/** @public */
export type RunDetail = Schemas['RunDetail'];
/** @public */
export type RunComparison = Schemas['RunComparison'];
/** @public */
export type RunDistribution = Schemas['Distribution'];
/** @public */
export type RunTimeline = Schemas['Timeline'];
/** @public */
export type UploadResult = Schemas['UploadResult'];
/** @public */
export type RunGate = Schemas['GateResult'];
/** @public */
export type DefinitionSummary = Schemas['DefinitionSummary'];
/** @public */
export type DefinitionDetail = Schemas['DefinitionDetail'];
/** @public */
export type DefinitionVersionDetail = Schemas['DefinitionVersionDetail'];
/** @public */
export type DefinitionInput = Schemas['DefinitionInput'];
/** @public */
export type DefinitionProblemItem = Schemas['DefinitionProblem'];
/** @public */
export type DefinitionSourceStatus = Schemas['DefinitionSourceStatus'];
/** @public */
export type AppliedDefinition = Schemas['AppliedDefinition'];

/** @public */
export type VerdictsQuery = Query<'listVerdicts'>;
/** @public */
export type RunsQuery = Query<'listRuns'>;
/** @public */
export type RunSeriesQuery = Query<'listRunSeries'>;
/** @public */
export type RunComparisonQuery = Query<'compareRun'>;
/** @public */
export type DefinitionsQuery = Query<'listDefinitions'>;
/** @public */
export type UploadQuery = Query<'uploadReport'>;

/** @public */
export type VerdictsPage = Body<'listVerdicts'>;
/** @public */
export type RunsPage = Body<'listRuns'>;
/** @public */
export type RunSeriesPage = Body<'listRunSeries'>;
/** @public */
export type RunVerdicts = Body<'listRunVerdicts'>;
/** @public */
export type DefinitionsPage = Body<'listDefinitions'>;
/** @public */
export type Facets = Body<'listFacets'>;
/** @public */
export type EntityDefinitions = Body<'getEntityDefinitions'>;
