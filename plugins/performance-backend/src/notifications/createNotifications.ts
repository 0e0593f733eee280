import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { EvaluationListener } from '../evaluation/EvaluationListener';
import { DatabaseOutbox } from './DatabaseOutbox';
import { DigestWriter } from './DigestWriter';
import { FindingStore } from '../findings/FindingStore';
import { ErrorBudgetNews } from './ErrorBudgetNews';
import { FindingNews } from './FindingNews';
import { FindingReminder } from './FindingReminder';
import { NotificationDuties } from './NotificationDuties';
import { OutboxSender } from './OutboxSender';
import { readNotificationConfig } from './readNotificationConfig';
import { ReviewNews } from './ReviewNews';
import { ReviewReminder } from './ReviewReminder';
import { StageReminder } from './StageReminder';
import { SummaryWriter } from './SummaryWriter';
import { VerdictEvents } from './VerdictEvents';
import { VerdictNews } from './VerdictNews';
import { WaiverNews } from './WaiverNews';
import { WaiverReminder } from './WaiverReminder';

/** Puts together what tells people and other plugins of changes. */
export function createNotifications(options: {
  knex: Knex;
  config: RootConfigService;
  notifications: NotificationService;
  events: EventsService;
  findings: FindingStore;
  /** Whether entities are still being evaluated anew. */
  isReevaluating: () => Promise<boolean>;
  clock: () => Date;
  logger: LoggerService;
}) {
  const { knex, notifications, events, isReevaluating, clock, logger } =
    options;
  const config = readNotificationConfig(options.config);
  const outbox = new DatabaseOutbox({ clock, notify: config.enabled });
  const sender = new OutboxSender({
    knex,
    notifications,
    events,
    replica: randomUUID(),
    clock,
    logger,
  });
  const waiverNews = new WaiverNews({ outbox, approvers: config.approvers });
  const evaluationListeners: EvaluationListener[] = [new VerdictEvents(outbox)];
  if (config.enabled) {
    evaluationListeners.push(
      new VerdictNews({ outbox, cooldownHours: config.cooldownHours }),
    );
  }
  return {
    outbox,
    evaluationListeners,
    errorBudgetNews: new ErrorBudgetNews(outbox),
    findingNews: new FindingNews(outbox),
    reviewNews: new ReviewNews(outbox),
    waiverNews,
    duties: new NotificationDuties({
      sender,
      summaries: new SummaryWriter({
        knex,
        outbox,
        isReevaluating,
        clock,
        logger,
      }),
      reminders: [
        new StageReminder({
          knex,
          outbox,
          beforeDays: config.stageChangeBeforeDays,
          clock,
        }),
        new WaiverReminder({
          knex,
          outbox,
          beforeDays: config.waiverRemindBeforeDays,
          clock,
        }),
        new ReviewReminder({ knex, outbox, clock }),
        new FindingReminder({
          knex,
          findings: options.findings,
          outbox,
          clock,
        }),
      ],
      digest: config.digestEnabled
        ? new DigestWriter({ knex, outbox, clock })
        : undefined,
    }),
  };
}
