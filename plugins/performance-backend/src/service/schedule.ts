import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { insistentSweep } from '../catalog/insistentSweep';
import { PerformanceServices } from './createServices';

const DEFAULT_SCHEDULES: Record<
  | 'analysis'
  | 'catalog'
  | 'definitions'
  | 'dates'
  | 'reevaluations'
  | 'checks'
  | 'slos'
  | 'sloRetention'
  | 'measurements'
  | 'issues'
  | 'trust'
  | 'findings'
  | 'notifications'
  | 'reminders'
  | 'digest',
  SchedulerServiceTaskScheduleDefinition
> = {
  // It begins where something has changed, and so mostly does nothing.
  analysis: {
    frequency: { seconds: 15 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 20 },
  },
  catalog: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 1 },
  },
  definitions: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 1 },
  },
  dates: {
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
  reevaluations: {
    frequency: { seconds: 30 },
    timeout: { minutes: 1 },
    initialDelay: { seconds: 10 },
    // Whichever replica is first goes on with what another left.
    scope: 'local',
  },
  checks: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
  sloRetention: {
    frequency: { hours: 6 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 5 },
  },
  slos: {
    frequency: { seconds: 30 },
    timeout: { minutes: 1 },
    initialDelay: { seconds: 10 },
    // Replicas share the work.
    scope: 'local',
  },
  measurements: {
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 30 },
  },
  issues: {
    frequency: { seconds: 15 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 20 },
    // Replicas share the work.
    scope: 'local',
  },
  trust: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
  findings: {
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
  notifications: {
    frequency: { seconds: 5 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
    // Every replica sends, each its own.
    scope: 'local',
  },
  reminders: {
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
  },
  digest: {
    // Eight o'clock in the morning, UTC.
    frequency: { cron: '0 8 * * *' },
    timeout: { minutes: 10 },
  },
};

/** What happens by itself, each on one replica at a time but for what says otherwise. */
export async function schedule(options: {
  scheduler: SchedulerService;
  config: RootConfigService;
  logger: LoggerService;
  services: PerformanceServices;
}): Promise<void> {
  const { scheduler, config, logger, services } = options;
  const {
    catalogProjection,
    definitionRefresh,
    errorBudgetRecorder,
    evaluation,
  } = services;
  const { extensionChecks, notificationDuties, reevaluations } = services;
  const { leftovers, measurements, sloMeasuring, sloRetention } = services;
  const { trustAssessor, waiverDesk } = services;
  const scheduleOf = (name: keyof typeof DEFAULT_SCHEDULES) => {
    const key = `performance.schedule.${name}`;
    return config.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(key),
        )
      : DEFAULT_SCHEDULES[name];
  };

  await scheduler.scheduleTask({
    ...scheduleOf('catalog'),
    id: 'performance-catalog-sweep',
    fn: insistentSweep({ projection: catalogProjection, logger }),
  });
  await scheduler.scheduleTask({
    ...scheduleOf('definitions'),
    id: 'performance-definition-refresh',
    fn: async () => {
      await definitionRefresh.refreshAll();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('dates'),
    id: 'performance-dates',
    fn: async signal => {
      await waiverDesk.expire();
      await leftovers.retire();
      await errorBudgetRecorder.endRecovered();
      await evaluation.reevaluateDue(signal);
    },
  });
  await scheduler.scheduleTask({
    ...DEFAULT_SCHEDULES.reevaluations,
    id: 'performance-reevaluations',
    fn: async () => {
      reevaluations.resume();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('checks'),
    id: 'performance-checks',
    fn: async signal => {
      await extensionChecks.evaluateDue(signal);
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('slos'),
    id: 'performance-slos',
    fn: async () => {
      await sloMeasuring.start();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('measurements'),
    id: 'performance-measurements',
    fn: signal => measurements.measureDue(signal),
  });
  await scheduler.scheduleTask({
    ...scheduleOf('issues'),
    id: 'performance-issues',
    fn: signal => services.issueSync.syncDue(signal),
  });
  await scheduler.scheduleTask({
    ...scheduleOf('sloRetention'),
    id: 'performance-slo-retention',
    fn: async signal => {
      await sloRetention.prune(signal);
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('analysis'),
    id: 'performance-analysis',
    fn: async () => {
      await services.analysis.runDue();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('trust'),
    id: 'performance-trust',
    fn: async () => {
      await trustAssessor.assess();
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('findings'),
    id: 'performance-findings',
    fn: async () => {
      await services.bindingObserver.observe();
    },
  });
  await scheduler.scheduleTask({
    ...DEFAULT_SCHEDULES.notifications,
    id: 'performance-notifications',
    fn: async signal => {
      await notificationDuties.send(signal);
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('reminders'),
    id: 'performance-reminders',
    fn: async () => {
      await notificationDuties.remind();
      // Whatever a replica that was killed didn't get to.
      await reevaluations.request(
        await services.reviewStaleness.refresh('all'),
      );
    },
  });
  await scheduler.scheduleTask({
    ...scheduleOf('digest'),
    id: 'performance-digest',
    fn: async () => {
      await notificationDuties.digest();
    },
  });
  logger.debug(
    'Scheduled catalog sweep, definition refresh, dates, checks, trust and notifications',
  );
}
