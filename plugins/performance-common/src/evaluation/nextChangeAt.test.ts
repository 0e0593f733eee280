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
    [
      'evidence of a failure lapses for a layer further in',
      [
        BUDGET,
        BUDGET.replace('org latency', 'component:default/pay own').replace(
          '30d',
          '3d',
        ),
        RUN,
      ],
      '2026-12-20T10:30:00.000Z',
    ],
    [
      'evidence of what passes lapses for a layer further in',
      [
        BUDGET,
        BUDGET.replace('org latency', 'component:default/pay own').replace(
          '30d',
          '3d',
        ),
        RUN.replace('p95=412', 'p95=200'),
      ],
      '2026-11-23T10:30:00.000Z',
    ],
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
      'a finding’s due day ends',
      ['finding 1 other low open due=2026-11-30 S'],
      '2026-12-01T00:00:00.000Z',
    ],
    [
      'a finding’s due day is over',
      ['finding 1 other low open due=2026-11-21 S'],
      undefined,
    ],
    [
      'an accepted risk has a due date',
      ['finding 1 other low risk-accepted due=2026-11-30 S'],
      undefined,
    ],
    [
      'a check is on findings, of which one becomes overdue',
      [
        check('finding: { overdue: true }'),
        'finding 1 other low open due=2026-11-28 S',
        'finding 2 other low duplicate due=2026-11-24 S',
      ],
      '2026-11-29T00:00:00.000Z',
    ],
    [
      'a review gets too old before the next is due',
      [
        check('review: { within: 30d }'),
        'reviewed service 2026-11-01 next=2027-01-01',
      ],
      '2026-12-01T00:00:00.000Z',
    ],
    [
      'the next review is due before',
      [
        check('review: { within: 365d }'),
        'reviewed service 2026-11-01 next=2027-01-01',
      ],
      '2027-01-01T00:00:00.000Z',
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
