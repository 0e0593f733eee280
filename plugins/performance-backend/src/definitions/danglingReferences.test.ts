import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

/** May read nothing. */
const BLIND = 'user:default/blind';

const HEADER = 'apiVersion: performance-governance.io/v1';

/** The rules begin in line 5. */
const POLICY = `${HEADER}
kind: Policy
metadata: { name: policy }
spec:
  rules:
    - check: soakd
    - scorecard: nope
  stages: [{ stage: warn }]
`;

/** Only Pay is in the catalog, with its owner; owner and system are in lines 6 and 7. */
const OF_NOBODY = `${HEADER}
kind: Budget
metadata: { name: of-nobody }
spec:
  appliesTo:
    owner: [payments, paymets]
    system: nowhere
  metric: web.lcp
  statistic: p75
  maxAge: 30d
`;

/** Its check is in line 7. */
const SCORECARD = `${HEADER}
kind: Scorecard
metadata: { name: nope }
spec:
  levels:
    - name: bronze
      rules: [{ check: soakd }]
`;

const check = (name: string) => `${HEADER}
kind: Check
metadata: { name: ${name} }
spec:
  area: load-testing
  rationale: Why.
  fix: How.
  guide: guidelines/load-testing
  attestation: { statement: It is., validFor: 90d }
`;

const PATH = `/definitions/${encodeURIComponent('org/policy/policy')}`;

interface Problem {
  line: number;
  column: number;
  severity: string;
  rule: string;
  message: string;
}

const written = (body: { problems: Problem[] }) =>
  body.problems.map(
    ({ line, column, severity, rule, message }) =>
      `${line}:${column} ${severity} ${rule}: ${message}`,
  );

const UNKNOWN_CHECK =
  "6:14 warning unknown-check: No Check in force here is named 'soakd'.";
const UNKNOWN_SCORECARD =
  "7:18 warning unknown-scorecard: No Scorecard in force here is named 'nope'.";

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'names that nothing has on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    beforeEach(async () => {
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [component('pay')],
        now: '2026-11-22T12:00:00.000Z',
        policy: {
          [BLIND]: {
            [performanceReadPermission.name]: { result: AuthorizeResult.DENY },
          },
        },
      });
    });

    afterEach(async () => performance.stop());

    const create = async (content: string) => {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
      return body;
    };
    const validate = async (content: string, user?: string) => {
      const { body } = await performance.call('POST', '/definitions/validate', {
        user,
        json: { content },
      });
      return written(body);
    };

    it('warns of them on validation, but of none that the text itself has', async () => {
      await expect(validate(POLICY)).resolves.toEqual([
        UNKNOWN_CHECK,
        UNKNOWN_SCORECARD,
      ]);
      await expect(validate(`${POLICY}---\n${SCORECARD}`)).resolves.toEqual([
        UNKNOWN_CHECK,
        // The second document begins in line 10.
        "16:24 warning unknown-check: No Check in force here is named 'soakd'.",
      ]);
      await create(check('soaked'));
      await expect(validate(POLICY)).resolves.toEqual([
        `${UNKNOWN_CHECK} Did you mean 'soaked'?`,
        UNKNOWN_SCORECARD,
      ]);
    });

    it('tells nothing of what is in force to who may read nothing', async () => {
      await expect(validate(POLICY, BLIND)).resolves.toEqual([]);
    });

    it('warns of owners and systems that the catalog doesn’t have', async () => {
      const expected = [
        "6:23 warning unknown-entity: The catalog has no 'group:default/paymets', so nothing is selected by it.",
        "7:13 warning unknown-entity: The catalog has no 'system:default/nowhere', so nothing is selected by it.",
      ];
      // Nothing is known of the catalog yet.
      await expect(validate(OF_NOBODY)).resolves.toEqual([]);
      await performance.services.catalogProjection.sweep();
      await expect(validate(OF_NOBODY)).resolves.toEqual(expected);
      expect(written(await create(OF_NOBODY))).toEqual(expected);
    });

    it('accepts them with a warning, which ends as soon as they are there', async () => {
      expect(written(await create(POLICY))).toEqual([
        UNKNOWN_CHECK,
        UNKNOWN_SCORECARD,
      ]);
      const { body: list } = await performance.call('GET', '/definitions');
      expect(written(list.items[0])).toEqual([
        UNKNOWN_CHECK,
        UNKNOWN_SCORECARD,
      ]);
      await create(check('soakd'));
      const { body: read } = await performance.call('GET', PATH);
      expect(written(read)).toEqual([UNKNOWN_SCORECARD]);

      await create(SCORECARD);
      const { body: whole } = await performance.call('GET', PATH);
      expect(whole.problems).toEqual([]);

      const { body: changed } = await performance.call('PUT', PATH, {
        json: { content: POLICY.replace('soakd', 'soaked') },
      });
      expect(written(changed)).toEqual([
        "6:14 warning unknown-check: No Check in force here is named 'soaked'. Did you mean 'soakd'?",
      ]);
    });
  },
);
