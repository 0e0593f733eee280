import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { ARCHITECT, OWNER, PEOPLE } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from '../reviews/__testUtils__/conductReviews';
import { reviewTemplate } from '../reviews/__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'notifications of reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const { begin, answerAll, putTo, expectStatus } = conductReviews(
      () => performance,
    );

    beforeEach(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [component('pay')],
        now: NOW,
        policy: PEOPLE,
      });
      await performance.services.catalogProjection.sweep();
      await expectStatus(201, 'POST', '/definitions', {
        json: { content: reviewTemplate() },
      });
    });
    afterEach(() => performance.stop());

    /** Titles of what was sent since, and who got it. */
    const told = async () => {
      const { notificationDuties } = performance.services;
      await notificationDuties.remind();
      await notificationDuties.send();
      return performance.notifications
        .splice(0)
        .map(({ payload, recipients }) => ({
          title: payload.title,
          ...(recipients.type === 'entity' && {
            to: recipients.entityRef,
            except: recipients.excludeEntityRef,
          }),
        }));
    };

    it('go to those whose turn it is, and not to who did it', async () => {
      const review = await begin('pay', { reviewers: [OWNER, ARCHITECT] });
      await answerAll(review);
      expect(await told()).toEqual([]);
      const everybody = [ARCHITECT, OWNER, 'group:default/payments'];
      const name = `R-${review} Title of service: pay`;
      await putTo(review, 'in-review', {}, OWNER);
      expect(await told()).toEqual([
        {
          title: `To be reviewed: ${name}`,
          to: [ARCHITECT, OWNER],
          except: [OWNER],
        },
      ]);
      await putTo(review, 'draft');
      expect(await told()).toEqual([]);
      await putTo(review, 'in-review');
      await putTo(review, 'published');
      expect(await told()).toEqual([
        {
          title: `To be reviewed: ${name}`,
          to: [ARCHITECT, OWNER],
          except: [ARCHITECT],
        },
        {
          title: `Review published: ${name}`,
          to: everybody,
          except: [ARCHITECT],
        },
      ]);

      // 180 days after publication, once.
      performance.setNow('2027-05-22T11:59:00.000Z');
      expect(await told()).toEqual([]);
      performance.setNow('2027-05-22T12:00:00.000Z');
      expect(await told()).toEqual([
        { title: `Review overdue: ${name}`, to: everybody },
      ]);
      performance.setNow('2027-05-23T12:00:00.000Z');
      expect(await told()).toEqual([]);
    });
  },
);
