import { evaluate } from './evaluate';
import { nextChangeAt } from './nextChangeAt';
import { readTable, STATEMENT } from './__testUtils__/evaluationTable';

function nextChange(...lines: string[]): string | undefined {
  const input = readTable(lines.join('\n'));
  const { verdicts } = evaluate(input);
  return nextChangeAt(verdicts[verdicts.length - 1], input.facts);
}

const BUDGET =
  'budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms }, maxAge: 30d }';
// It ends half an hour later.
const RUN = `run r1 production 2026-11-20T10:00:00Z
    http.request.duration{} count=100 p95=412`;
const RULE = 'budget:http.request.duration:p95';
const check = (condition: string) =>
  `check org one { rationale: Why., fix: How., guide: guidelines/x, ${condition} }`;

// Now is 2026-11-22T12:00Z.
describe('nextChangeAt', () => {
  it.each<[string, string[], string | undefined]>([
    [
      'nothing is to come',
      [BUDGET.replace(', maxAge: 30d', ''), RUN],
      undefined,
    ],
    ['evidence lapses', [BUDGET, RUN], '2026-12-20T10:30:00.000Z'],
    ['evidence has lapsed', ['now 2027-01-01', BUDGET, RUN], undefined],
    [
      'a waiver ends before',
      [BUDGET, RUN, `waiver w ${RULE} production {} 2026-11-01 2026-12-01`],
      '2026-12-01T00:00:00.000Z',
    ],
    [
      'a policy reaches its next stage before',
      [
        BUDGET,
        RUN,
        'policy org p { rules: [{ area: latency }], stages: [{ stage: warn }, { stage: block, from: 2026-11-30 }, { stage: observe, from: 2026-12-24 }] }',
      ],
      '2026-11-30T00:00:00.000Z',
    ],
    [
      'a run gets too old',
      [
        check('run: { type: soak, within: 10d }'),
        'tested soak production 2026-11-20T10:00:00Z 2026-11-20T18:00:00Z',
      ],
      '2026-11-30T18:00:00.000Z',
    ],
    [
      'an attestation ends',
      [
        check(`attestation: { statement: ${STATEMENT}, validFor: 180d }`),
        'attested one yes user:default/jane 2026-11-01 2026-12-01',
      ],
      '2026-12-01T00:00:00.000Z',
    ],
    [
      'an attestation ends as the check says',
      [
        check(`attestation: { statement: ${STATEMENT}, validFor: 28d }`),
        'attested one yes user:default/jane 2026-11-01 2026-12-01',
      ],
      '2026-11-29T00:00:00.000Z',
    ],
    [
      'a pushed result gets too old',
      [check('external: { maxAge: 7d }'), 'pushed one pass 2026-11-20'],
      '2026-11-27T00:00:00.000Z',
    ],
    [
      'a pushed result stays',
      [check('external: {}'), 'pushed one pass 2026-11-20'],
      undefined,
    ],
  ])('%s', (_, lines, expected) => {
    expect(nextChange(...lines)).toBe(expected);
  });
});
