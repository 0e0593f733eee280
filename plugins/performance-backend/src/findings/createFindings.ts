import {
  HttpAuthService,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { EntityStore } from '../catalog/EntityStore';
import { Reevaluations } from '../evaluation/Reevaluations';
import { DatabaseIssueStore } from '../issues/DatabaseIssueStore';
import { IssueFollower } from '../issues/IssueFollower';
import { IssueReader } from '../issues/IssueReader';
import { IssueSync } from '../issues/IssueSync';
import { readIssueTrackers } from '../issues/readIssueTrackers';
import { Outbox } from '../notifications/Outbox';
import { WaivedVerdicts } from '../waivers/WaivedVerdicts';
import { BindingDesk } from './bindings/BindingDesk';
import { BindingObserver } from './bindings/BindingObserver';
import { BindingReader } from './bindings/BindingReader';
import { BindingRecorder } from './bindings/BindingRecorder';
import { BindingRelease } from './bindings/BindingRelease';
import { FindingFollower } from './bindings/FindingFollower';
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingDeletionListener, FindingListener } from './FindingListener';
import { FindingPresenter } from './FindingPresenter';
import { FindingStore } from './FindingStore';
import { readRiskMatrix } from './readRiskMatrix';
import { refreshRisks } from './refreshRisks';
import { RiskAcceptance } from './RiskAcceptance';

/** Puts together what records findings and shows them. */
export async function createFindings(options: {
  knex: Knex;
  config: RootConfigService;
  accessControl: AccessControl;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  entities: EntityStore;
  findings: FindingStore;
  verdicts: WaivedVerdicts;
  projection: Pick<CatalogProjection, 'ensure'>;
  reevaluations: Reevaluations;
  outbox: Outbox;
  listeners: FindingListener[];
  deletionListeners: FindingDeletionListener[];
  clock: () => Date;
  logger: LoggerService;
}) {
  const { knex, config, accessControl, entities, findings } = options;
  const { verdicts, reevaluations, outbox, clock, logger } = options;
  const riskMatrix = readRiskMatrix(config);
  const issueTrackers = readIssueTrackers(config, clock);
  const findingAccess = new FindingAccess(options);
  await knex.transaction(async tx => {
    const affected = await refreshRisks(riskMatrix, tx);
    if (affected.length > 0) {
      await reevaluations.requestAfter(affected, tx);
    }
  });
  const issueStore = new DatabaseIssueStore(knex);
  const { trackers } = issueTrackers;
  const findingDesk = new FindingDesk({
    knex,
    findings,
    reevaluations,
    riskMatrix,
    deletionListeners: options.deletionListeners,
    listeners: [
      ...options.listeners,
      new BindingRelease(),
      new IssueFollower({ issues: issueStore, clock }),
    ],
    clock,
  });
  const follower = new FindingFollower({
    findings,
    desk: findingDesk,
    verdicts,
    outbox,
  });
  return {
    /** Has evaluations tell bound findings of what they are bound to. */
    evaluationListener: new BindingRecorder(follower),
    /** Has waivers accept risks. */
    waiverListener: new RiskAcceptance({ desk: findingDesk, findings }),
    bindingDesk: new BindingDesk({
      knex,
      findings,
      desk: findingDesk,
      verdicts,
      follower,
      clock,
    }),
    bindingObserver: new BindingObserver({ knex, follower, clock, logger }),
    riskMatrix,
    issueStore,
    issueSync: new IssueSync({
      knex,
      issues: issueStore,
      findings,
      desk: findingDesk,
      trackers,
      lookEvery: issueTrackers.lookEvery,
      appUrl: (config.getOptionalString('app.baseUrl') ?? '').replace(
        /\/+$/,
        '',
      ),
      clock,
      logger,
    }),
    issueTrackers,
    findingAccess,
    findingDesk,
    findingPresenter: new FindingPresenter({
      knex,
      accessControl,
      access: findingAccess,
      entities,
      parts: [
        new BindingReader({ knex, verdicts }),
        new IssueReader({ issues: issueStore, trackers }),
      ],
      clock,
    }),
  };
}
