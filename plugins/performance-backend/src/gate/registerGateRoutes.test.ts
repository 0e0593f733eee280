import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import { APPROVER, OWNER, PEOPLE, STRANGER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-22T12:00:00.000Z';
const LATENCY = 'budget:http.request.duration:p95';

function definition(kind: string, name: string, spec: object) {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind,
    metadata: { name },
    spec,
  });
}

const RUNBOOK = definition('Check', 'runbook', {
  entity: { 'metadata.annotations.runbook': { $exists: true } },
  rationale: 'Who is called at night needs it.',
  fix: 'Write one.',
  guide: 'guidelines/runbooks',
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the gate of a run on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    beforeEach(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [component('pay')],
        now: NOW,
        policy: PEOPLE,
        config: { performance: { trust: { daysAtWarn: 0 } } },
      });
      await define(budget('latency', { fail: '<= 300 ms', per: ['endpoint'] }));
    });
    afterEach(() => performance.stop());

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect({ status, message: body.error?.message }).toEqual({ status: 201 });
      await performance.services.trustAssessor.assess();
    }
    async function upload(options: Partial<Parameters<typeof newRun>[0]>) {
      const { status, body } = await performance.call('POST', '/runs', {
        json: newRun({
          entity: 'pay',
          startedAt: '2026-11-22T10:00:00Z',
          endpoints: { '/charge': 200 },
          ...options,
        }),
      });
      expect(status).toBe(201);
      return body;
    }
    async function waive(
      ruleId: string,
      environment: string,
      labels = {},
      cap?: string,
    ) {
      const { body } = await performance.call('POST', '/waivers', {
        json: {
          entityRef: 'component:default/pay',
          ruleId,
          environment,
          labels,
          cap,
          reason: 'The database moves in December.',
          expiresAt: '2026-12-01T00:00:00Z',
        },
        user: OWNER,
      });
      const { status } = await performance.call('POST', '/waivers/decisions', {
        json: { ids: [body.id], decision: 'approve' },
        user: APPROVER,
      });
      expect(status).toBe(200);
    }
    function summary({ outcome, gate }: any) {
      return {
        outcome,
        exitCode: gate.exitCode,
        reasons: gate.reasons.map(
          ({ code, ruleId }: any) => `${code} ${ruleId}`,
        ),
      };
    }
    const gate = async (runId: string) =>
      summary((await performance.call('GET', `/runs/${runId}/gate`)).body);

    it('is closed by a check that a policy blocks by, too', async () => {
      await define(RUNBOOK);
      const { run, gate: before } = await upload({});
      expect(summary(before)).toMatchObject({ outcome: 'pass', reasons: [] });
      await define(
        definition('Policy', 'production', {
          rules: [{ check: 'runbook' }],
          stages: [{ stage: 'block' }],
        }),
      );
      expect(await gate(run.id)).toEqual({
        outcome: 'fail',
        exitCode: 1,
        reasons: ['check-failed check:runbook'],
      });
      const next = await upload({ startedAt: '2026-11-22T11:00:00Z' });
      expect(summary(next.gate).exitCode).toBe(1);
      await waive('check:runbook', '*');
      expect(await gate(run.id)).toMatchObject({
        exitCode: 0,
        reasons: ['waived check:runbook'],
      });
    });

    it('holds for a branch as policies and waivers are now', async () => {
      await upload({ endpoints: { '/charge': 400 } });
      const branch = await upload({
        branch: 'feature/faster',
        endpoints: { '/charge': 390, '/new': 500 },
      });
      const failed = `budget-failed ${LATENCY}`;
      expect(summary(branch.gate)).toMatchObject({
        exitCode: 1,
        reasons: [failed, failed],
      });
      await waive(LATENCY, 'production', { endpoint: '/charge' });
      expect((await gate(branch.run.id)).reasons.sort()).toEqual([
        failed,
        `waived ${LATENCY}`,
      ]);
      await define(
        definition('Policy', 'gently', {
          rules: [{ area: 'latency' }],
          stages: [{ stage: 'notify' }],
        }),
      );
      expect(await gate(branch.run.id)).toMatchObject({
        outcome: 'warn',
        exitCode: 0,
      });
    });

    it('is closed beyond the cap of a waiver', async () => {
      const { run } = await upload({ endpoints: { '/charge': 400 } });
      await waive(LATENCY, 'production', { endpoint: '/charge' }, '<= 450 ms');
      expect(await gate(run.id)).toMatchObject({ exitCode: 0 });
      const beyond = await upload({
        startedAt: '2026-11-22T11:00:00Z',
        endpoints: { '/charge': 451 },
      });
      expect(summary(beyond.gate)).toEqual({
        outcome: 'fail',
        exitCode: 1,
        reasons: [`cap-exceeded ${LATENCY}`],
      });
      // The run before measured what it measured.
      expect(await gate(run.id)).toMatchObject({ exitCode: 0 });
    });

    it('misses evidence unless a policy requires none', async () => {
      await define(
        budget('errors', {
          metric: 'http.request.failed',
          statistic: 'ratio',
          fail: '<= 1 %',
        }),
      );
      const { run, gate: missing } = await upload({});
      expect(summary(missing)).toEqual({
        outcome: 'no-data',
        exitCode: 3,
        reasons: ['evidence-missing budget:http.request.failed:ratio'],
      });
      await define(
        definition('Policy', 'lenient', {
          rules: [{ budget: { metric: 'http.request.failed' } }],
          stages: [{ stage: 'block' }],
          evidence: { required: false },
        }),
      );
      expect(await gate(run.id)).toMatchObject({ exitCode: 0 });
    });

    it('is nothing to somebody who may not see the service', async () => {
      const { run } = await upload({});
      const { status } = await performance.call('GET', `/runs/${run.id}/gate`, {
        user: STRANGER,
      });
      expect(status).toBe(404);
    });
  },
);
