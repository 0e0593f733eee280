import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readNotificationConfig } from './readNotificationConfig';

function read(performance: JsonObject) {
  return readNotificationConfig(
    mockServices.rootConfig({ data: { performance } }),
  );
}

describe('readNotificationConfig', () => {
  it('tells owners unless told otherwise', () => {
    expect(read({})).toEqual({
      enabled: true,
      approvers: [],
      cooldownHours: 24,
      stageChangeBeforeDays: [7, 1],
      waiverRemindBeforeDays: [7, 1],
      digestEnabled: false,
    });
  });

  it('reads what is told', () => {
    expect(
      read({
        notifications: {
          enabled: false,
          approvers: ['group:default/platform'],
          cooldownHours: 0,
          stageChangeBeforeDays: [1, 14, 3],
          digest: { enabled: true },
        },
        waivers: { remindBeforeDays: [] },
      }),
    ).toEqual({
      enabled: false,
      approvers: ['group:default/platform'],
      cooldownHours: 0,
      stageChangeBeforeDays: [14, 3, 1],
      waiverRemindBeforeDays: [],
      digestEnabled: true,
    });
  });

  it.each([
    [
      { notifications: { cooldownHours: -1 } },
      'performance.notifications.cooldownHours is -1',
    ],
    [
      { notifications: { stageChangeBeforeDays: 7 } },
      'performance.notifications.stageChangeBeforeDays is a list of numbers',
    ],
    [
      { waivers: { remindBeforeDays: [7, 0] } },
      'performance.waivers.remindBeforeDays is a list of numbers',
    ],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
