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
export type Waiver = Schemas['Waiver'];
/** @public */
export type WaiverDetail = Schemas['WaiverDetail'];
/** @public */
export type WaiverStatus = Schemas['WaiverStatus'];
/** @public */
export type WaiverCounts = Schemas['WaiverCounts'];
/** @public */
export type WaiverRequest = Schemas['WaiverRequest'];
/** @public */
export type WaiverDecision = Schemas['WaiverDecision'];
/** @public */
export type WaiverDebt = Schemas['WaiverDebt'];
/** @public */
export type Dispute = Schemas['Dispute'];
/** @public */
export type DisputeStatus = Schemas['DisputeStatus'];
/** @public */
export type BreakGlass = Schemas['BreakGlass'];
/** @public */
export type PolicySummary = Schemas['PolicySummary'];
/** @public */
export type PolicyDetail = Schemas['PolicyDetail'];
/** @public */
export type PolicyPart = Schemas['PolicyPart'];
/** @public */
export type PolicyCounts = Schemas['PolicyCounts'];
/** @public */
export type RuleTrustDetail = Schemas['RuleTrustDetail'];
/** @public */
export type TrustLimits = Schemas['TrustLimits'];
/** @public */
export type TrustOverride = Schemas['TrustOverride'];
/** @public */
export type ScorecardSummary = Schemas['ScorecardSummary'];
/** @public */
export type ScorecardDetail = Schemas['ScorecardDetail'];
/** @public */
export type ScorecardStanding = Schemas['ScorecardStanding'];
/** @public */
export type ScorecardRuleResult = Schemas['ScorecardRuleResult'];
/** @public */
export type EntityScorecard = Schemas['EntityScorecard'];
/** @public */
export type EntityScorecardSummary = Schemas['EntityScorecardSummary'];
/** @public */
export type Attestation = Schemas['Attestation'];
/** @public */
export type AttestationRequest = Schemas['AttestationRequest'];
/** @public */
export type RollupCounts = Schemas['RollupCounts'];
/** @public */
export type RollupGroup = Schemas['RollupGroup'];
/** @public */
export type RollupRow = Schemas['RollupRow'];
/** @public */
export type Mover = Schemas['Mover'];
/** @public */
export type Offender = Schemas['Offender'];
/** @public */
export type Goal = Schemas['Goal'];
/** @public */
export type EntityListItem = Schemas['EntityListItem'];
/** @public */
export type EntityProjection = Schemas['EntityProjection'];

/** @public */
export type Slo = Schemas['Slo'];
/** @public */
export type SloDetail = Schemas['SloDetail'];
/** @public */
export type SloStanding = Schemas['SloStatus'];
/** @public */
export type SloSource = Schemas['SloSource'];
/** @public */
export type SloGroup = Schemas['SloGroup'];
/** @public */
export type SloGrouping = Schemas['SloGrouping'];
/** @public */
export type SloBurnDown = Schemas['SloBurnDown'];
/** @public */
export type SloWork = Schemas['SloWork'];
/** @public */
export type SloAdjustment = Schemas['SloAdjustment'];
/** @public */
export type SloAdjustmentInput = Schemas['SloAdjustmentRequest'];
/** What an error-budget policy asks for or asked for. @public */
export type ErrorBudgetActionRecord = Schemas['ErrorBudgetAction'];
/** @public */
export type MetricSourceStatus = Schemas['MetricSource'];

/** @public */
export type AnalysisSummary = Schemas['AnalysisSummary'];
/** @public */
export type AnalysisRule = Schemas['AnalysisRule'];
/** @public */
export type AnalysisUnknown = Schemas['AnalysisUnknown'];
/** @public */
export type AnalysisProposal = Schemas['AnalysisProposal'];
/** @public */
export type AnalysisProposalStatus = Schemas['AnalysisProposalStatus'];
/** @public */
export type AnalysisProposalDetail = Schemas['AnalysisProposalDetail'];
/** What there is to draw of a proposal. @public */
export type AnalysisProposalGraph = Schemas['AnalysisGraph'];

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
export type WaiversQuery = Query<'listWaivers'>;
/** @public */
export type DisputesQuery = Query<'listDisputes'>;
/** @public */
export type ScorecardsQuery = Query<'listScorecards'>;
/** @public */
export type ScorecardResultsQuery = Query<'listScorecardResults'>;
/** @public */
export type EntitiesQuery = Query<'listEntities'>;
/** @public */
export type RollupsQuery = Query<'listRollups'>;
/** @public */
export type RollupMatrixQuery = Query<'getRollupMatrix'>;
/** @public */
export type RollupTrendQuery = Query<'getRollupTrend'>;
/** @public */
export type MoversQuery = Query<'listMovers'>;
/** @public */
export type OffendersQuery = Query<'listOffenders'>;
/** @public */
export type GoalsQuery = Query<'listGoals'>;

/** @public */
export type SlosQuery = Query<'listSlos'>;
/** @public */
export type ErrorBudgetActionsQuery = Query<'listErrorBudgetActions'>;
/** @public */
export type SloAdjustmentsQuery = Query<'listSloAdjustments'>;

/** @public */
export type AnalysisProposalsQuery = Query<'listAnalysisProposals'>;

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
export type DefinitionSourcesList = Body<'listDefinitionSources'>;
/** @public */
export type Facets = Body<'listFacets'>;
/** @public */
export type Guide = Body<'getGuide'>;
/** @public */
export type EntityDefinitions = Body<'getEntityDefinitions'>;
/** @public */
export type WaiversPage = Body<'listWaivers'>;
/** @public */
export type DisputesPage = Body<'listDisputes'>;
/** @public */
export type ScorecardsPage = Body<'listScorecards'>;
/** @public */
export type ScorecardResultsPage = Body<'listScorecardResults'>;
/** @public */
export type EntitiesPage = Body<'listEntities'>;
/** @public */
export type RollupsPage = Body<'listRollups'>;
/** @public */
export type RollupMatrix = Body<'getRollupMatrix'>;
/** @public */
export type RollupTrend = Body<'getRollupTrend'>;
/** @public */
export type MoversList = Body<'listMovers'>;
/** @public */
export type BreakGlassList = Body<'listBreakGlass'>;
/** @public */
export type ErrorBudgetActionsPage = Body<'listErrorBudgetActions'>;
/** @public */
export type SlosPage = Body<'listSlos'>;
/** @public */
export type SloFacets = Body<'listSloFacets'>;
/** @public */
export type SloAdjustmentsPage = Body<'listSloAdjustments'>;
/** @public */
export type AttestationsList = Body<'listAttestations'>;
/** @public */
export type AnalysisProposalsPage = Body<'listAnalysisProposals'>;
/** The answer somebody signs. @public */
export type AttestationInput = NonNullable<
  operations['attest']['requestBody']
>['content']['application/json'];
/** What a finding made of a proposal says otherwise than the proposal. @public */
export type AnalysisFindingInput = NonNullable<
  operations['acceptAnalysisProposal']['requestBody']
>['content']['application/json'];
