import {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  MetricSourceFactory,
  ReportParser,
} from '@perf-governance/plugin-performance-node';
import { createAnalysis } from '../analysis/createAnalysis';
import { ProposalFollower } from '../analysis/ProposalFollower';
import { PolicyAccessControl } from '../access/PolicyAccessControl';
import { readExternalAccess } from '../access/readExternalAccess';
import { registerPermissions } from '../access/registerPermissions';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { CheckFactSource } from '../checks/CheckFactSource';
import { InstalledCheckType } from '../checks/CheckTypes';
import { ExtensionChecks } from '../checks/ExtensionChecks';
import { migrate } from '../database/migrate';
import { ConfigDefinitionSources } from '../definitions/ConfigDefinitionSources';
import { DatabaseDefinitionRegistry } from '../definitions/DatabaseDefinitionRegistry';
import { DefinitionEditor } from '../definitions/DefinitionEditor';
import { DefinitionRefresh } from '../definitions/DefinitionRefresh';
import { EntityDefinitionSources } from '../definitions/EntityDefinitionSources';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { EvaluationListener } from '../evaluation/EvaluationListener';
import { EvaluationService } from '../evaluation/EvaluationService';
import { DisputeListener } from '../disputes/DisputeListener';
import { BreakGlassListener } from '../gate/BreakGlassListener';
import { RunGate } from '../gate/RunGate';
import { ErrorBudgetGate } from '../errorBudgets/ErrorBudgetGate';
import { ErrorBudgetRecorder } from '../errorBudgets/ErrorBudgetRecorder';
import { AcceptedRiskFacts } from '../findings/AcceptedRiskFacts';
import { createFindings } from '../findings/createFindings';
import { FindingFacts } from '../findings/FindingFacts';
import { WaiverRelease } from '../findings/WaiverRelease';
import { GoalEntities } from '../goals/GoalEntities';
import { DatabaseGoalReader } from '../goals/DatabaseGoalReader';
import { Reevaluations } from '../evaluation/Reevaluations';
import { selectReevaluationProgress } from '../evaluation/selectReevaluationProgress';
import { IngestionService } from '../ingestion/IngestionService';
import { readIngestionConfig } from '../ingestion/readIngestionConfig';
import { DatabaseMetricSourceHealthStore } from '../metrics/DatabaseMetricSourceHealthStore';
import { MeasurementFacts } from '../measurements/MeasurementFacts';
import { Measurements } from '../measurements/Measurements';
import { MetricSources } from '../metrics/MetricSources';
import { createNotifications } from '../notifications/createNotifications';
import { PolicyCounter } from '../policies/PolicyCounter';
import { PolicyExplanations } from '../policies/PolicyExplanations';
import { RatchetFacts } from '../policies/RatchetFacts';
import { readEnforcementConfig } from '../policies/readEnforcementConfig';
import { DatabaseEntityListReader } from '../rollups/DatabaseEntityListReader';
import { DatabaseRollupReader } from '../rollups/DatabaseRollupReader';
import { TrustAssessor } from '../policies/TrustAssessor';
import { TrustFacts } from '../policies/TrustFacts';
import { Leftovers } from '../retirement/Leftovers';
import { createReviews } from '../reviews/createReviews';
import { PlannedSubjects } from '../reviews/PlannedSubjects';
import { ReviewFacts } from '../reviews/ReviewFacts';
import { RiskRelease } from '../reviews/RiskRelease';
import { ReviewStaleness } from '../reviews/ReviewStaleness';
import { RollupCounters } from '../rollups/RollupCounters';
import { RunAccess } from '../runs/RunAccess';
import { RunCorrection } from '../runs/RunCorrection';
import { ScorecardListener } from '../scorecards/ScorecardListener';
import { AdjustmentAuthority } from '../slos/AdjustmentAuthority';
import { AdjustmentPresenter } from '../slos/AdjustmentPresenter';
import { createSlos } from '../slos/createSlos';
import { SloDeclarations } from '../slos/SloDeclarations';
import { SloFacts } from '../slos/SloFacts';
import { WaiverDesk } from '../waivers/WaiverDesk';
import { WaiverFacts } from '../waivers/WaiverFacts';
import { WaiverListener } from '../waivers/WaiverListener';
import { createStores } from './createStores';

/** What the plugin needs from Backstage. */
export interface PerformanceDependencies {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  reportParsers: ReportParser[];
  /** By id. */
  checkTypes: ReadonlyMap<string, InstalledCheckType>;
  /** By type. */
  metricSourceTypes: ReadonlyMap<string, MetricSourceFactory>;
  /** The only source of the present time. */
  clock: () => Date;
}

export type PerformanceServices = Awaited<ReturnType<typeof createServices>>;

/** Puts the plugin together, on a database brought to the newest schema. */
export async function createServices(dependencies: PerformanceDependencies) {
  const { auditor, auth, catalog, config, database, logger, clock } =
    dependencies;
  const { httpAuth, permissions, permissionsRegistry, urlReader } =
    dependencies;
  const { reportParsers, checkTypes } = dependencies;
  const knex = await database.getClient();
  await migrate(database, knex);

  const stores = createStores(knex, clock);
  const { attestationStore, externalResultStore, extensionResultStore } =
    stores;
  const { definitionStore, entityStore, measurementStore } = stores;
  const { runStore, evidenceStore, verdictStore, verdictReader } = stores;
  const { waiverStore, waivedVerdicts, disputeStore, breakGlassStore } = stores;
  const { errorBudgetActionStore, trustStore, scorecardStore } = stores;
  const { findingStore, reviewStore, reviewEventStore } = stores;
  const { sloStore, sampleStore } = stores;
  const definitionRegistry = new DatabaseDefinitionRegistry(definitionStore);
  const errorBudgetGate = new ErrorBudgetGate({
    knex,
    store: errorBudgetActionStore,
  });
  const enforcementConfig = readEnforcementConfig(config);
  const waiverFacts = new WaiverFacts();
  const ratchetFacts = new RatchetFacts();
  const trustFacts = new TrustFacts(trustStore, enforcementConfig.trust);
  const policyExplanations = new PolicyExplanations(knex);
  const { outbox, ...told } = createNotifications({
    knex,
    config,
    findings: findingStore,
    notifications: dependencies.notifications,
    events: dependencies.events,
    isReevaluating: async () =>
      (await selectReevaluationProgress(knex)).running,
    clock,
    logger,
  });

  const factSources: EntityFactSource[] = [
    waiverFacts,
    trustFacts,
    ratchetFacts,
    new MeasurementFacts(measurementStore),
    new CheckFactSource({
      attestations: attestationStore,
      externalResults: externalResultStore,
      extensionResults: extensionResultStore,
    }),
    new SloFacts(),
    new ReviewFacts(),
    new FindingFacts(),
    new AcceptedRiskFacts(),
  ];
  const metricSources = new MetricSources({
    config,
    factories: dependencies.metricSourceTypes,
    health: new DatabaseMetricSourceHealthStore(knex),
    clock,
    logger,
  });
  const leftovers = new Leftovers({
    knex,
    disputes: disputeStore,
    disputeListeners: [told.waiverNews],
    clock,
  });
  const errorBudgetRecorder = new ErrorBudgetRecorder({
    knex,
    store: errorBudgetActionStore,
    listeners: [told.errorBudgetNews],
    clock,
  });
  const listeners: EvaluationListener[] = [
    new ScorecardListener(scorecardStore),
    new RollupCounters(),
    new GoalEntities(),
    new SloDeclarations({ slos: sloStore, samples: sampleStore, clock }),
    leftovers,
    errorBudgetRecorder,
    ...told.evaluationListeners,
  ];
  const evaluation = new EvaluationService({
    knex,
    entities: entityStore,
    definitions: definitionRegistry,
    evidence: evidenceStore,
    verdicts: verdictStore,
    factSources,
    listeners,
    clock,
    logger,
  });
  const slos = createSlos({
    knex,
    config,
    slos: sloStore,
    samples: sampleStore,
    entities: entityStore,
    definitions: definitionRegistry,
    evaluation,
    metricSources,
    clock,
    logger,
  });
  const extensionChecks = new ExtensionChecks({
    knex,
    types: checkTypes,
    results: extensionResultStore,
    entities: entityStore,
    definitions: definitionRegistry,
    evaluation,
    clock,
    logger,
  });
  const measurements = new Measurements({
    store: measurementStore,
    entities: entityStore,
    definitions: definitionRegistry,
    evaluation,
    sources: metricSources,
    clock,
    logger,
  });
  const reevaluations = new Reevaluations({
    knex,
    evaluation,
    clock,
    logger,
  });
  const architecture = createAnalysis({
    knex,
    config,
    entities: entityStore,
    clock,
    logger,
  });
  const reevaluateEntities = async (entityIds: number[] | 'all') => {
    await reevaluations.request(entityIds);
    await architecture.analysis.request('change');
  };
  const reviewOptions = {
    knex,
    reviews: reviewStore,
    events: reviewEventStore,
    entities: entityStore,
    definitions: definitionRegistry,
    listeners: [told.reviewNews],
    clock,
  };
  const reviewStaleness = new ReviewStaleness(reviewOptions);
  const plannedSubjects = new PlannedSubjects(reviewOptions);
  const definitionRefresh = new DefinitionRefresh({
    store: definitionStore,
    entityStore,
    sources: [
      new ConfigDefinitionSources({
        config,
        urlReader,
        store: definitionStore,
        workingDirectory: process.cwd(),
      }),
      new EntityDefinitionSources({
        entityStore,
        urlReader,
        integrations: ScmIntegrations.fromConfig(config),
      }),
    ],
    logger,
    reevaluateEntities: async entityIds => {
      await reviewStaleness.refresh(entityIds);
      await reevaluateEntities(entityIds);
    },
  });
  const catalogProjection = new CatalogProjection({
    catalog,
    auth,
    store: entityStore,
    logger,
    now: clock,
    onChange: async entityIds => {
      await definitionRefresh.refreshEntities(entityIds);
      await plannedSubjects.settle(entityIds);
      await reviewStaleness.refresh(entityIds);
      await reevaluateEntities(entityIds);
    },
  });
  const waiverListeners: WaiverListener[] = [told.waiverNews];
  const breakGlassListeners: BreakGlassListener[] = [told.waiverNews];
  const disputeListeners: DisputeListener[] = [told.waiverNews];
  const waiverDesk = new WaiverDesk({
    knex,
    waivers: waiverStore,
    verdicts: waivedVerdicts,
    entities: entityStore,
    evaluation,
    listeners: waiverListeners,
    maxDays: enforcementConfig.waiverMaxDays,
    clock,
    logger,
  });
  const definitionEditor = new DefinitionEditor({
    store: definitionStore,
    entityStore,
    refresh: definitionRefresh,
  });

  registerPermissions({ permissionsRegistry, entityStore, knex });
  const accessControl = new PolicyAccessControl({
    httpAuth,
    permissions,
    permissionsRegistry,
    externalAccess: readExternalAccess(config),
  });
  const ingestionConfig = readIngestionConfig(config);
  const ingestion = new IngestionService({
    knex,
    runs: runStore,
    evidence: evidenceStore,
    verdicts: verdictStore,
    verdictReader,
    evaluation,
    ratchets: ratchetFacts,
    trackedBranches: ingestionConfig.trackedBranches,
    clock,
  });
  const runCorrection = new RunCorrection({
    knex,
    runs: runStore,
    evidence: evidenceStore,
    verdicts: verdictStore,
    evaluation,
    clock,
  });
  const trustAssessor = new TrustAssessor({
    knex,
    trust: trustStore,
    limits: enforcementConfig.trust,
    explanations: policyExplanations,
    reevaluateEntities,
    clock,
  });
  const runGate = new RunGate({
    knex,
    definitions: definitionRegistry,
    waiverFacts,
    trustFacts,
    breakGlass: breakGlassStore,
    errorBudgetGate,
    clock,
  });
  const adjustmentAuthority = new AdjustmentAuthority({
    accessControl,
    definitionStore,
    entityStore,
    httpAuth,
    userInfo: dependencies.userInfo,
  });
  const runAccess = new RunAccess({
    runs: runStore,
    entities: entityStore,
    accessControl,
  });
  const proposalFollower = new ProposalFollower();
  const { evaluationListener, waiverListener, ...findings } =
    await createFindings({
      knex,
      config,
      accessControl,
      httpAuth,
      userInfo: dependencies.userInfo,
      entities: entityStore,
      findings: findingStore,
      verdicts: waivedVerdicts,
      projection: catalogProjection,
      reevaluations,
      outbox,
      listeners: [told.findingNews, proposalFollower],
      deletionListeners: [
        new WaiverRelease({ waivers: waiverStore, listeners: waiverListeners }),
        new RiskRelease(reviewEventStore),
        proposalFollower,
      ],
      clock,
      logger,
    });
  listeners.push(evaluationListener);
  waiverListeners.push(waiverListener);

  return {
    ...stores,
    ...findings,
    ...slos,
    ...architecture,
    accessControl,
    adjustmentAuthority,
    adjustmentPresenter: new AdjustmentPresenter({
      authority: adjustmentAuthority,
      entities: entityStore,
      slos: sloStore,
      clock,
    }),
    auditor,
    breakGlassListeners,
    breakGlassMaxHours: enforcementConfig.breakGlassMaxHours,
    catalogProjection,
    clock,
    definitionEditor,
    definitionRefresh,
    definitionRegistry,
    disputeListeners,
    entityListReader: new DatabaseEntityListReader(knex, clock),
    errorBudgetRecorder,
    errorBudgetGate,
    evaluation,
    extensionChecks,
    factSources,
    goalReader: new DatabaseGoalReader(knex),
    ingestion,
    ingestionConfig,
    knex,
    leftovers,
    measurements,
    metricSources,
    notificationDuties: told.duties,
    outbox,
    policyCounter: new PolicyCounter({
      knex,
      explanations: policyExplanations,
    }),
    reevaluations,
    reportParsers,
    rollupReader: new DatabaseRollupReader(knex),
    ...createReviews({
      ...reviewOptions,
      accessControl,
      catalogProjection,
      evaluation,
      findingDesk: findings.findingDesk,
      httpAuth,
      runAccess,
      sloReader: slos.sloReader,
      staleness: reviewStaleness,
      userInfo: dependencies.userInfo,
      verdictReader,
    }),
    reviewStaleness,
    runAccess,
    runCorrection,
    runGate,
    trustAssessor,
    trustLimits: enforcementConfig.trust,
    waiverDesk,
  };
}
