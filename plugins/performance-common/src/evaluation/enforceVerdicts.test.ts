import { evaluateTable, readTable } from './__testUtils__/evaluationTable';
import { enforceVerdicts } from './enforceVerdicts';
import { resolveEntityRules } from './entityRules';

const RULE = 'budget:http.request.duration:p95';

const TABLE = `
  budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms } }
  policy org api { rules: [{ area: latency }], stages: [{ stage: warn }, { stage: block, from: 2026-11-20 }] }
  trust org/policy/api ${RULE}
  run r1 production 2026-11-10T10:00:00Z
    http.request.duration{} count=100 p95=412
`;

/** What was judged at one time, and what comes of it at another. */
function enforced(waivers: string, now: string) {
  const { definitions, facts } = readTable(TABLE + waivers);
  const { verdicts } = evaluateTable(TABLE);
  const [verdict] = enforceVerdicts(
    verdicts,
    resolveEntityRules(definitions, facts.subject),
    { ...facts, now },
  );
  const { state, value, enforcement, waiver } = verdict;
  return { state, value, stage: enforcement.stage, waiver };
}

describe('enforceVerdicts', () => {
  const failed = { state: 'fail', value: 412, waiver: undefined };

  it.each([
    ['2026-11-19T23:59:59Z', 'warn'],
    ['2026-11-20T00:00:00Z', 'block'],
  ])('takes the stage as of %s and leaves the state', (now, stage) => {
    expect(enforced('', now)).toEqual({ ...failed, stage });
  });

  it.each([
    ['while it is active', '2026-11-25T00:00:00Z', 'cap<=450', false],
    ['beyond its cap', '2026-11-25T00:00:00Z', 'cap<=410', true],
    ['after its end', '2026-12-01T00:00:00Z', '', undefined],
    ['before its approval', '2026-11-23T23:59:59Z', '', undefined],
  ])('takes a waiver %s', (_, now, cap, exceeded) => {
    const { waiver } = enforced(
      `\n  waiver w1 ${RULE} production {} 2026-11-24 2026-12-01 ${cap}\n`,
      now,
    );
    expect(waiver?.exceeded).toBe(exceeded);
  });

  it('forgets a waiver that no longer holds, and leaves what there is no rule for', () => {
    const { facts } = readTable(TABLE);
    const { verdicts } = evaluateTable(
      `${TABLE}\n  waiver w1 ${RULE} production {} 2026-11-01 2026-12-01\n`,
    );
    expect(verdicts[0].waiver).toBeDefined();
    const [verdict] = enforceVerdicts(
      verdicts,
      resolveEntityRules([], facts.subject),
      { now: facts.now },
    );
    expect(verdict).toEqual({ ...verdicts[0], waiver: undefined });
  });
});
