import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readEnforcementConfig } from './readEnforcementConfig';

function read(performance: JsonObject) {
  return readEnforcementConfig(new ConfigReader({ performance }));
}

describe('readEnforcementConfig', () => {
  it('has defaults', () => {
    expect(readEnforcementConfig(new ConfigReader({}))).toEqual({
      waiverMaxDays: 90,
      trust: {
        daysAtWarn: 14,
        maxFlipRate: 0.1,
        maxDisputeRate: 0.05,
        maxWaiverRate: 0.2,
      },
      breakGlassMaxHours: 24,
    });
  });

  it('takes what is given', () => {
    expect(
      read({
        waivers: { maxDays: 30 },
        trust: { daysAtWarn: 0, maxFlipRate: 2 },
        breakGlass: { maxHours: 0.5 },
      }),
    ).toMatchObject({
      waiverMaxDays: 30,
      trust: { daysAtWarn: 0, maxFlipRate: 2, maxWaiverRate: 0.2 },
      breakGlassMaxHours: 0.5,
    });
  });

  it.each([
    [{ waivers: { maxDays: -1 } }, 'performance.waivers.maxDays is -1'],
    [{ trust: { maxWaiverRate: 20 } }, 'at most 1'],
  ])('refuses %j', (performance, message) => {
    expect(() => read(performance)).toThrow(message);
  });
});
