import { newRun } from '../../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../../__testUtils__/startPerformance';

const MINUTE_MS = 60_000;

/** The plugin, with a look at what it tells people. */
export interface ToldPerformance extends TestPerformance {
  /** Makes a definition through the API. */
  define(content: string): Promise<void>;
  /** Uploads a run at a time, to have ended a minute before it unless said otherwise. */
  run(
    now: string,
    options: Partial<Parameters<typeof newRun>[0]>,
  ): Promise<void>;
  /** Sends what is due, and gives what was sent since the last time. */
  sent(): Promise<SentNotification[]>;
  /** The recipients and titles of what was sent until a time, in alphabetical order. */
  titlesAt(now: string): Promise<string[]>;
}

interface SentNotification {
  to: string;
  except?: string;
  title: string;
  description?: string;
  link?: string;
  severity?: string;
  topic?: string;
  scope?: string;
}

/** Starts it with a catalog that has been read. */
export async function startTold(
  options: Parameters<typeof startPerformance>[0],
): Promise<ToldPerformance> {
  const performance = await startPerformance(options);
  const { services, call, setNow, notifications } = performance;
  await services.catalogProjection.sweep();

  async function sent() {
    await services.notificationDuties.send();
    return notifications
      .splice(0)
      .map(({ recipients, payload }): SentNotification => {
        if (recipients.type === 'broadcast') {
          return { to: 'everybody', ...payload };
        }
        const { entityRef, excludeEntityRef } = recipients;
        return {
          to: [entityRef].flat().join(', '),
          ...(excludeEntityRef && {
            except: [excludeEntityRef].flat().join(', '),
          }),
          ...payload,
        };
      });
  }

  return {
    ...performance,
    sent,
    define: async content => {
      const { status } = await call('POST', '/definitions', {
        json: { content },
      });
      expect(status).toBe(201);
      await services.reevaluations.whenIdle();
    },
    run: async (now, run) => {
      setNow(now);
      const startedAt = new Date(new Date(now).getTime() - 2 * MINUTE_MS);
      const { status } = await call('POST', '/runs', {
        json: newRun({ startedAt: startedAt.toISOString(), ...run }),
      });
      expect(status).toBe(201);
    },
    titlesAt: async now => {
      await services.reevaluations.whenIdle();
      setNow(now);
      return (await sent()).map(({ to, title }) => `${to}: ${title}`).sort();
    },
  };
}
