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
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingDeletionListener, FindingListener } from './FindingListener';
import { FindingPartSource, FindingPresenter } from './FindingPresenter';
import { FindingStore } from './FindingStore';
import { readRiskMatrix } from './readRiskMatrix';
import { refreshRisks } from './refreshRisks';

/** Puts together what records findings and shows them. */
export async function createFindings(options: {
  knex: Knex;
  config: RootConfigService;
  accessControl: AccessControl;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
  entities: EntityStore;
  findings: FindingStore;
  projection: Pick<CatalogProjection, 'ensure'>;
  reevaluations: Reevaluations;
  listeners: FindingListener[];
  deletionListeners: FindingDeletionListener[];
  parts: FindingPartSource[];
  clock: () => Date;
  logger: LoggerService;
}) {
  const { knex, config, accessControl, entities, findings } = options;
  const { reevaluations, listeners, parts, clock, logger } = options;
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
    listeners: [...listeners, new IssueFollower({ issues: issueStore, clock })],
    clock,
  });
  return {
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
      parts: [...parts, new IssueReader({ issues: issueStore, trackers })],
      clock,
    }),
  };
}
