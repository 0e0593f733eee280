import { createApiRef } from '@backstage/core-plugin-api';
import type { AnalysisApi } from './AnalysisApi';
import type { AttestationsApi } from './AttestationsApi';
import type { BreakGlassApi } from './BreakGlassApi';
import type { DisputesApi } from './DisputesApi';
import type { FindingsApi } from './FindingsApi';
import type { PoliciesApi } from './PoliciesApi';
import type { ReviewsApi } from './ReviewsApi';
import type { RollupsApi } from './RollupsApi';
import type { ScorecardsApi } from './ScorecardsApi';
import type { SlosApi } from './SlosApi';
import type { WaiversApi } from './WaiversApi';
import type {
  DefinitionDetail,
  DefinitionInput,
  DefinitionProblemItem,
  DefinitionsPage,
  DefinitionsQuery,
  DefinitionSourcesList,
  DefinitionSourceStatus,
  DefinitionVersionDetail,
  EntitiesPage,
  EntitiesQuery,
  EntityDefinitions,
  EntitySummary,
  Facets,
  Guide,
  Run,
  RunComparison,
  RunComparisonQuery,
  RunDetail,
  RunGate,
  RunSeriesPage,
  RunSeriesQuery,
  RunsPage,
  RunsQuery,
  RunVerdicts,
  UploadQuery,
  UploadResult,
  VerdictDetail,
  VerdictsPage,
  VerdictsQuery,
} from './schema';

/**
 * What the frontend asks of the performance backend. Every method rejects with a `ResponseError`
 * when the backend refuses.
 *
 * @public
 */
export interface PerformanceApi {
  readonly policies: PoliciesApi;
  readonly waivers: WaiversApi;
  readonly disputes: DisputesApi;
  readonly breakGlass: BreakGlassApi;
  readonly scorecards: ScorecardsApi;
  readonly attestations: AttestationsApi;
  readonly rollups: RollupsApi;
  readonly slos: SlosApi;
  readonly reviews: ReviewsApi;
  readonly analysis: AnalysisApi;
  readonly findings: FindingsApi;

  listVerdicts(query: VerdictsQuery): Promise<VerdictsPage>;
  getVerdict(verdictId: string): Promise<VerdictDetail>;
  listFacets(): Promise<Facets>;

  listEntities(query: EntitiesQuery): Promise<EntitiesPage>;
  /** @param entityRef - Full entity ref, e.g. `component:default/checkout`. */
  getEntitySummary(entityRef: string): Promise<EntitySummary>;
  /** @param entityRef - Full entity ref, e.g. `component:default/checkout`. */
  getEntityDefinitions(entityRef: string): Promise<EntityDefinitions>;

  /** @param guide - Its name, e.g. `load-testing`. */
  getGuide(guide: string): Promise<Guide>;

  listRuns(query: RunsQuery): Promise<RunsPage>;
  getRun(runId: string): Promise<RunDetail>;
  listRunSeries(runId: string, query?: RunSeriesQuery): Promise<RunSeriesPage>;
  listRunVerdicts(runId: string): Promise<RunVerdicts>;
  compareRun(runId: string, query?: RunComparisonQuery): Promise<RunComparison>;
  getRunGate(runId: string): Promise<RunGate>;
  invalidateRun(runId: string, reason: string): Promise<Run>;
  reinstateRun(runId: string): Promise<Run>;

  /** Sends a report as its tool wrote it. With `dryRun`, nothing is stored. */
  uploadReport(report: Blob, query: UploadQuery): Promise<UploadResult>;

  listDefinitions(query: DefinitionsQuery): Promise<DefinitionsPage>;
  getDefinition(definitionId: string): Promise<DefinitionDetail>;
  getDefinitionVersion(
    definitionId: string,
    version: number,
  ): Promise<DefinitionVersionDetail>;
  createDefinition(input: DefinitionInput): Promise<DefinitionDetail>;
  updateDefinition(
    definitionId: string,
    input: DefinitionInput,
  ): Promise<DefinitionDetail>;
  deleteDefinition(definitionId: string): Promise<void>;
  validateDefinition(input: DefinitionInput): Promise<DefinitionProblemItem[]>;
  listDefinitionSources(): Promise<DefinitionSourcesList>;
  /** Reads every source again, or those of one entity. */
  refreshDefinitionSources(
    entityRef?: string,
  ): Promise<DefinitionSourceStatus[]>;

  /**
   * Calls the listener after every write made through this client, so that what is on screen can
   * be read again.
   *
   * @returns A function that ends the subscription.
   */
  onChange(listener: () => void): () => void;
}

/** @public */
export const performanceApiRef = createApiRef<PerformanceApi>({
  id: 'plugin.performance.client',
});
