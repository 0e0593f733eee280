import {
  enforcementLines,
  evaluateTable,
  readTable,
} from './__testUtils__/evaluationTable';
import { enforceVerdicts } from './enforceVerdicts';
import { resolveEntityRules } from './entityRules';
import { evaluate } from './evaluate';

/** `state code: message`, of the only finding. */
function outcome(...lines: string[]): string[] {
  return evaluateTable(lines.join('\n')).verdicts.map(({ state, reason }) =>
    reason ? `${state} ${reason.code}: ${reason.message}` : state,
  );
}

/** What checks of these conditions come to, in one line each. */
function checked(condition: string, ...lines: string[]): string {
  const { verdicts } = evaluateTable(
    [
      `check org one { rationale: Why., fix: How., guide: guidelines/x, ${condition} }`,
      ...lines,
    ].join('\n'),
  );
  const [{ state, reason }] = verdicts.filter(({ kind }) => kind === 'check');
  return reason ? `${state} ${reason.code}: ${reason.message}` : state;
}

const policy = (rules: string, place = 'org', stage = 'block', name = 'p') =>
  `policy ${place} ${name} { rules: [${rules}], stages: [{ stage: ${stage} }] }`;
/** By all findings together. */
const TRUST = 'trust org/policy/p finding:*';
const FINDING = 'finding 17 missing-index high open Orders lack an index';

// Now is 2026-11-22T12:00Z.
describe('a finding', () => {
  it('is judged of the entity as a whole', () => {
    expect(evaluateTable(FINDING).verdicts).toEqual([
      expect.objectContaining({
        ruleId: 'finding:17',
        kind: 'finding',
        definitionName: 'F-17',
        title: 'Orders lack an index',
        area: 'findings',
        subject: {
          entityRef: 'component:default/pay',
          environment: '*',
          labels: {},
        },
        state: 'fail',
        limit: {},
        story: [],
        confirm: 1,
        enforcement: { stage: 'observe', requireEvidence: true, story: [] },
        finding: {
          findingId: '17',
          category: 'missing-index',
          risk: 'high',
          status: 'open',
        },
      }),
    ]);
  });

  it.each<[string, string[]]>([
    // By risk while it is open.
    ['low open', ['warn open: Its risk is low.']],
    ['medium in-progress', ['warn open: Its risk is medium.']],
    ['high open', ['fail open: Its risk is high.']],
    ['critical open', ['fail open: Its risk is critical.']],
    [
      'high resolved',
      ['fail open: It is resolved but not verified, and its risk is high.'],
    ],
    // By its due date, whose day is over at 00:00 UTC of the next.
    ['low open due=2026-11-22', ['warn open: Its risk is low.']],
    [
      'low open due=2026-11-21',
      ['fail overdue: Its risk is low. It was due on 2026-11-21.'],
    ],
    // What time doesn't matter for any more.
    ['low risk-accepted due=2026-11-21', ['warn open: Its risk is low.']],
    ['critical risk-accepted', ['fail open: Its risk is critical.']],
    ['critical verified due=2026-11-21', ['pass']],
    ['critical duplicate', []],
    ['critical invalid', []],
  ])('that is %s', (text, expected) => {
    expect(outcome(`finding 17 missing-index ${text} X`)).toEqual(expected);
  });

  it('has a waiver where its risk is accepted, and keeps its state', () => {
    const [verdict] = evaluateTable(`
      ${FINDING}
      waiver w1 finding:17 * {} 2026-11-01 2026-12-01
      waiver w2 finding:18 * {} 2026-11-01 2026-12-01`).verdicts;
    expect(verdict).toMatchObject({
      state: 'fail',
      waiver: { id: 'w1', until: '2026-12-01', exceeded: false },
    });
  });

  it.each<[string, string[], string[]]>([
    ['that no policy is about', [policy('check: one')], ['observe default']],
    [
      'that a policy means with all others',
      [policy("finding: '*'"), TRUST],
      ['block org/policy/p', 'p block sets'],
    ],
    [
      'that a policy means by its area',
      [policy('area: findings'), TRUST],
      ['block org/policy/p', 'p block sets'],
    ],
    [
      'that a policy means by its risk',
      [policy('finding: { atLeast: high }'), TRUST],
      ['block org/policy/p', 'p block sets'],
    ],
    [
      'whose risk is too low for a policy',
      [policy('finding: { atLeast: critical }'), TRUST],
      ['observe default'],
    ],
    [
      'that a policy means by its category',
      [policy('finding: { category: [testing, missing-index] }'), TRUST],
      ['block org/policy/p', 'p block sets'],
    ],
    [
      'of another category than a policy means',
      [policy('finding: { category: testing }'), TRUST],
      ['observe default'],
    ],
    [
      'by which a policy may not block yet',
      [policy("finding: '*'")],
      ['warn org/policy/p', 'p block withheld'],
    ],
    [
      'that an inner policy makes stronger',
      [
        policy("finding: '*'", 'org', 'warn'),
        policy("finding: '*'", 'system:default/checkout', 'block', 'q'),
        'trust system:default/checkout/policy/q finding:*',
      ],
      [
        'block system:default/checkout/policy/q',
        'p warn overruled',
        'q block sets',
      ],
    ],
    [
      'that an inner policy can’t make weaker',
      [
        policy("finding: '*'", 'org', 'warn'),
        policy("finding: '*'", 'system:default/checkout', 'observe', 'q'),
      ],
      ['warn org/policy/p', 'p warn sets', 'q observe no-effect'],
    ],
  ])('%s', (_, lines, expected) => {
    const [verdict] = evaluateTable([FINDING, ...lines].join('\n')).verdicts;
    expect(enforcementLines(verdict)).toEqual(expected);
  });

  it('is enforced anew by policies of another time', () => {
    const { definitions, facts } = readTable(
      `${FINDING}\n${policy("finding: '*'")}`,
    );
    const { verdicts } = evaluate({ definitions, facts });
    const [enforced] = enforceVerdicts(
      verdicts,
      resolveEntityRules(definitions, facts.subject),
      {
        now: facts.now,
        trust: [
          { definitionId: 'org/policy/p', ruleId: 'finding:*', trusted: true },
        ],
      },
    );
    expect(enforced.enforcement.stage).toBe('block');
  });

  describe('in a scorecard', () => {
    const scored = (rule: string, ...lines: string[]) => {
      const { scorecards } = evaluateTable(
        [
          `scorecard org s { levels: [{ name: bronze, rules: [{ finding: ${rule} }] }] }`,
          ...lines,
        ].join('\n'),
      );
      const [{ ruleId, title, state, waived, reason }] = scorecards[0].rules;
      return [ruleId, title, state, waived, reason];
    };

    it.each<[string, string[], (string | boolean | undefined)[]]>([
      [
        "'*'",
        [FINDING, 'finding 18 testing low open Untested'],
        ['finding:*', 'Findings', 'fail', false, 'Its risk is high.'],
      ],
      [
        "'*'",
        [FINDING, 'waiver w1 finding:17 * {} 2026-11-01 2026-12-01'],
        ['finding:*', 'Findings', 'fail', true, 'Its risk is high.'],
      ],
      [
        '{ atLeast: critical }',
        [FINDING],
        [
          'finding:*:critical',
          'Findings of critical risk',
          'pass',
          false,
          undefined,
        ],
      ],
      [
        '{ category: [missing-index, testing], atLeast: medium }',
        ['finding 18 testing low open Untested', FINDING],
        [
          'finding:missing-index+testing:medium',
          'Findings in missing-index or testing of medium risk or worse',
          'fail',
          false,
          'Its risk is high.',
        ],
      ],
      [
        "'*'",
        ['findings none'],
        ['finding:*', 'Findings', 'pass', false, undefined],
      ],
      [
        "'*'",
        [],
        [
          'finding:*',
          'Findings',
          'no-data',
          false,
          'Which findings there are isn’t known here.',
        ],
      ],
    ])('by %s, with %j', (rule, lines, expected) => {
      expect(scored(rule, ...lines)).toEqual(expected);
    });
  });
});

describe('a check on findings', () => {
  it.each<[string, string[], string]>([
    [
      'finding: {}',
      [],
      'no-data not-known: Which findings there are isn’t known here.',
    ],
    ['finding: {}', ['findings none'], 'pass'],
    [
      'finding: {}',
      ['finding 1 other low open Slow'],
      'fail open-findings: 1 finding is open: F-1 Slow.',
    ],
    ['finding: {}', ['finding 1 other low verified Slow'], 'pass'],
    ['finding: {}', ['finding 1 other low risk-accepted Slow'], 'pass'],
    [
      'finding: { countAccepted: true }',
      ['finding 1 other low risk-accepted Slow'],
      'fail open-findings: 1 finding is open: F-1 Slow.',
    ],
    [
      'finding: { countAccepted: true }',
      ['finding 1 other low invalid S'],
      'pass',
    ],
    ['finding: { atLeast: high }', ['finding 1 other medium open S'], 'pass'],
    ['finding: { category: testing }', ['finding 1 other high open S'], 'pass'],
    ['finding: { overdue: true }', ['finding 1 other high open S'], 'pass'],
    [
      'finding: { overdue: true }',
      ['finding 1 other high open due=2026-11-21 S'],
      'fail open-findings: 1 finding is overdue: F-1 S.',
    ],
    [
      'finding: { atLeast: high }',
      [1, 2, 3, 4, 5].map(id => `finding ${id} other high resolved S${id}`),
      'fail open-findings: 5 findings are open: F-1 S1; F-2 S2; F-3 S3; 2 more.',
    ],
  ])('%s by %j', (condition, lines, expected) => {
    expect(checked(condition, ...lines)).toBe(expected);
  });
});

describe('a check on reviews', () => {
  it.each<[string, string[], string]>([
    [
      'review: {}',
      [],
      'no-data not-known: Which reviews there are isn’t known here.',
    ],
    [
      'review: {}',
      ['reviews none'],
      'fail no-review: No review has been published yet.',
    ],
    ['review: {}', ['reviewed service 2020-01-01'], 'pass'],
    [
      'review: { template: [service, launch] }',
      ['reviewed web 2026-11-01'],
      'fail no-review: No review by service or launch has been published yet.',
    ],
    ['review: { template: service }', ['reviewed service 2026-11-01'], 'pass'],
    ['review: { within: 30d }', ['reviewed service 2026-11-01'], 'pass'],
    [
      'review: { within: 20d }',
      ['reviewed service 2026-11-01'],
      'fail review-expired: Review by service was published on 2026-11-01, more than 20 days ago.',
    ],
    [
      'review: {}',
      ['reviewed service 2026-05-01 next=2026-11-01'],
      'fail review-overdue: The review after Review by service was due on 2026-11-01.',
    ],
    ['review: {}', ['reviewed service 2026-05-01 stale=9'], 'pass'],
    [
      'review: { maxStaleAnswers: 2 }',
      ['reviewed s 2026-05-01 stale=2'],
      'pass',
    ],
    [
      'review: { maxStaleAnswers: 0 }',
      ['reviewed s 2026-05-01 stale=1'],
      'fail answers-stale: 1 answer of Review by s is stale; at most 0 may be.',
    ],
    // One of several has to hold; of those that don't, the newest is told of.
    [
      'review: { maxStaleAnswers: 0 }',
      ['reviewed a 2026-05-01', 'reviewed b 2026-11-01 stale=1'],
      'pass',
    ],
    [
      'review: { maxStaleAnswers: 0 }',
      ['reviewed a 2026-05-01 stale=3', 'reviewed b 2026-11-01 stale=1'],
      'fail answers-stale: 1 answer of Review by b is stale; at most 0 may be.',
    ],
    // A policy may ask for younger evidence.
    [
      'review: { within: 30d }',
      [
        'reviewed service 2026-11-01',
        'policy org p { rules: [{ check: one }], stages: [{ stage: warn }], evidence: { maxAge: 7d } }',
      ],
      'fail review-expired: Review by service was published on 2026-11-01, more than 7 days ago.',
    ],
  ])('%s by %j', (condition, lines, expected) => {
    expect(checked(condition, ...lines)).toBe(expected);
  });
});
