import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** What the app-config says of telling people. */
export interface NotificationConfig {
  /** Without them, only events are sent. */
  enabled: boolean;
  /** Refs of users and groups who hear of requests for waivers. */
  approvers: string[];
  /** How long nothing more is told of a verdict after something was. */
  cooldownHours: number;
  /** Days, most first. */
  stageChangeBeforeDays: number[];
  /** Days, most first. */
  waiverRemindBeforeDays: number[];
  digestEnabled: boolean;
}

const DEFAULT_COOLDOWN_HOURS = 24;
const DEFAULT_BEFORE_DAYS = [7, 1];

/** @throws InputError for a number that makes no sense. */
export function readNotificationConfig(
  config: RootConfigService,
): NotificationConfig {
  const key = 'performance.notifications';
  const cooldownHours =
    config.getOptionalNumber(`${key}.cooldownHours`) ?? DEFAULT_COOLDOWN_HOURS;
  if (cooldownHours < 0) {
    throw new InputError(
      `${key}.cooldownHours is ${cooldownHours}; it is a number of hours, 0 or more`,
    );
  }
  return {
    enabled: config.getOptionalBoolean(`${key}.enabled`) ?? true,
    approvers: config.getOptionalStringArray(`${key}.approvers`) ?? [],
    cooldownHours,
    stageChangeBeforeDays: readDays(config, `${key}.stageChangeBeforeDays`),
    waiverRemindBeforeDays: readDays(
      config,
      'performance.waivers.remindBeforeDays',
    ),
    digestEnabled: config.getOptionalBoolean(`${key}.digest.enabled`) ?? false,
  };
}

function readDays(config: RootConfigService, key: string): number[] {
  const days = config.getOptional(key) ?? DEFAULT_BEFORE_DAYS;
  if (
    !Array.isArray(days) ||
    !days.every(
      (count): count is number => typeof count === 'number' && count > 0,
    )
  ) {
    throw new InputError(`${key} is a list of numbers of days, each above 0`);
  }
  return [...days].sort((a, b) => b - a);
}
