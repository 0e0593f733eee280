import {
  FINDING_STATUSES,
  FindingStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import {
  APPROVER,
  ARCHITECT,
  OWNER,
  PEOPLE,
  READER,
  STRANGER,
} from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

jest.setTimeout(120_000);

/** How an answer is written in the table. */
const SIGNS: Record<number, string> = {
  200: '+',
  403: '-',
  404: '0',
  409: '!',
};

/**
 * Columns are where to: open, in-progress, resolved, verified, risk-accepted, duplicate, invalid. `+` is a step, `!`
 * none that there is, `-` one that isn't theirs to take, and `0` a finding that they don't see.
 */
const STEPS: Record<string, Record<FindingStatus, string>> = {
  'an architect': {
    open: '! + + ! ! + +',
    'in-progress': '+ ! + ! ! + +',
    resolved: '+ + ! + ! + +',
    verified: '+ ! ! ! ! ! !',
    'risk-accepted': '! ! ! ! ! ! !',
    duplicate: '+ ! ! ! ! ! !',
    invalid: '+ ! ! ! ! ! !',
  },
  'an architect who resolved it': {
    open: '! + + ! ! + +',
    'in-progress': '+ ! + ! ! + +',
    resolved: '+ + ! - ! + +',
    verified: '+ ! ! ! ! ! !',
    'risk-accepted': '! ! ! ! ! ! !',
    duplicate: '+ ! ! ! ! ! !',
    invalid: '+ ! ! ! ! ! !',
  },
  'an administrator who resolved it': {
    open: '! + + ! ! + +',
    'in-progress': '+ ! + ! ! + +',
    resolved: '+ + ! - ! + +',
    verified: '+ ! ! ! ! ! !',
    'risk-accepted': '! ! ! ! ! ! !',
    duplicate: '+ ! ! ! ! ! !',
    invalid: '+ ! ! ! ! ! !',
  },
  "the entity's owner": {
    open: '! + + ! ! - -',
    'in-progress': '+ ! + ! ! - -',
    resolved: '+ + ! - ! - -',
    verified: '- ! ! ! ! ! !',
    'risk-accepted': '! ! ! ! ! ! !',
    duplicate: '- ! ! ! ! ! !',
    invalid: '- ! ! ! ! ! !',
  },
  'a reader': {
    open: '- - - - - - -',
    'in-progress': '- - - - - - -',
    resolved: '- - - - - - -',
    verified: '- - - - - - -',
    'risk-accepted': '- - - - - - -',
    duplicate: '- - - - - - -',
    invalid: '- - - - - - -',
  },
  'a stranger': {
    open: '0 0 0 0 0 0 0',
    'in-progress': '0 0 0 0 0 0 0',
    resolved: '0 0 0 0 0 0 0',
    verified: '0 0 0 0 0 0 0',
    'risk-accepted': '0 0 0 0 0 0 0',
    duplicate: '0 0 0 0 0 0 0',
    invalid: '0 0 0 0 0 0 0',
  },
};

const WHO: Record<string, { user: string; resolvedBy: string }> = {
  'an architect': { user: ARCHITECT, resolvedBy: OWNER },
  'an architect who resolved it': { user: ARCHITECT, resolvedBy: ARCHITECT },
  // Refs are compared without regard to case.
  'an administrator who resolved it': {
    user: APPROVER,
    resolvedBy: 'User:Default/Approver',
  },
  "the entity's owner": { user: OWNER, resolvedBy: OWNER },
  'a reader': { user: READER, resolvedBy: OWNER },
  'a stranger': { user: STRANGER, resolvedBy: OWNER },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'steps of findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    let ids: string[];

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startPerformance({
        knex,
        entities: [component('pay')],
        now: '2026-03-10T12:00:00Z',
        policy: PEOPLE,
      });
      await performance.services.catalogProjection.sweep();
      ids = [];
      for (const title of ['The one', 'The other']) {
        const { body } = await performance.call('POST', '/findings', {
          json: {
            entityRef: 'component:default/pay',
            title,
            category: 'other',
            severity: 'low',
            likelihood: 'low',
          },
        });
        ids.push(body.id);
      }
    });

    afterAll(() => performance?.stop());

    it.each(
      Object.entries(STEPS).flatMap(([who, steps]) =>
        FINDING_STATUSES.map((from): [string, FindingStatus, string] => [
          who,
          from,
          steps[from],
        ]),
      ),
    )('lets %s go on from %s: %s', async (who, from, expected) => {
      const [id, original] = ids;
      const { user, resolvedBy } = WHO[who];
      const isDone = from === 'resolved' || from === 'verified';
      const before = {
        status: from,
        resolved_by: isDone ? resolvedBy : null,
        version: 7,
      };
      const signs: string[] = [];
      const after: unknown[] = [];
      for (const status of FINDING_STATUSES) {
        await knex('findings').where({ id }).update(before);
        const answer = await performance.call(
          'POST',
          `/findings/${id}/status`,
          {
            json: {
              version: 7,
              status,
              note: 'Because',
              duplicateOf: status === 'duplicate' ? original : undefined,
            },
            user,
          },
        );
        signs.push(SIGNS[answer.status]);
        const [row] = await knex('findings')
          .where({ id })
          .select('status', 'version');
        after.push(row);
      }
      expect(signs.join(' ')).toBe(expected);
      // What is refused changes nothing.
      expect(after).toEqual(
        FINDING_STATUSES.map((status, index) =>
          signs[index] === '+'
            ? { status, version: 8 }
            : { status: from, version: 7 },
        ),
      );
    });

    it('offers exactly the steps that there are', async () => {
      const [id] = ids;
      for (const [who, { user, resolvedBy }] of Object.entries(WHO)) {
        for (const from of FINDING_STATUSES) {
          await knex('findings')
            .where({ id })
            .update({ status: from, resolved_by: resolvedBy });
          const { body } = await performance.call('GET', `/findings/${id}`, {
            user,
          });
          const signs = STEPS[who][from].split(' ');
          const offered = FINDING_STATUSES.filter(
            (_, index) => signs[index] === '+',
          );
          expect([who, from, (body.may?.statuses ?? []).sort()]).toEqual([
            who,
            from,
            offered.sort(),
          ]);
        }
      }
    });
  },
);
