import { CheckVerdict } from '../model';
import { evaluateTable, STATEMENT } from './__testUtils__/evaluationTable';

/** A check whose condition is given. */
function check(condition: string, name = 'one', place = 'org'): string {
  return `check ${place} ${name} { rationale: Why., fix: How., guide: guidelines/x, ${condition} }`;
}

function judged(...lines: string[]): CheckVerdict {
  const { verdicts } = evaluateTable(lines.join('\n'));
  const found = verdicts.find(({ kind }) => kind === 'check');
  if (found?.kind !== 'check') {
    throw new Error('No check was judged');
  }
  return found;
}

/** `state code: message` */
function outcome(...lines: string[]): string {
  const { state, reason } = judged(...lines);
  return reason ? `${state} ${reason.code}: ${reason.message}` : state;
}

const P95 =
  'budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms, warn: <= 200 ms } }';
const P99 =
  'budget org tail { metric: http.request.duration, statistic: p99, environment: production, limits: { fail: <= 900 ms } }';
const LCP =
  'budget org lcp { metric: web.lcp, statistic: p75, environment: production, limits: { fail: <= 2500 ms } }';
const run = (p95: number, more = '') =>
  `run r1 production 2026-11-20T10:00:00Z
    http.request.duration{} count=100 p95=${p95} ${more}`;

// Now is 2026-11-22T12:00Z.
describe('a check', () => {
  it('is judged of the entity as a whole', () => {
    expect(
      judged(
        'check org one { area: capacity, rationale: Why., fix: How., guide: guidelines/x, external: {} }',
      ),
    ).toMatchObject({
      ruleId: 'check:one',
      kind: 'check',
      definitionName: 'one',
      title: 'one',
      area: 'capacity',
      subject: {
        entityRef: 'component:default/pay',
        environment: '*',
        labels: {},
      },
      confirm: 1,
      check: {
        type: 'external',
        rationale: 'Why.',
        fix: 'How.',
        guide: 'guidelines/x',
      },
    });
  });

  describe('over budgets', () => {
    it.each<[string, string[], string]>([
      // passing
      [
        'verdict: { metric: http.request.duration }',
        [],
        'no-data no-rule: No budget on http.request.duration applies.',
      ],
      ['verdict: { metric: http.request.duration }', [P95, run(150)], 'pass'],
      [
        'verdict: { metric: http.request.duration }',
        [P95, run(250)],
        'warn not-within-limit: 1 of 1 budget has a value near its limit: latency.',
      ],
      [
        'verdict: { metric: http.request.duration }',
        [P95, P99, run(412, 'p99=500')],
        'fail not-within-limit: 1 of 2 budgets has a value beyond its limit: latency.',
      ],
      // A failure counts more than missing data, and that more than a warning.
      [
        'verdict: { metric: http.request.duration }',
        [P95, P99, run(412)],
        'fail not-within-limit: 1 of 2 budgets has a value beyond its limit: latency.',
      ],
      [
        'verdict: { metric: http.request.duration }',
        [P95, P99, run(250)],
        'no-data not-measured: 1 of 2 budgets has no data: tail.',
      ],
      // Only what all parts fit is looked at.
      [
        'verdict: { metric: http.request.duration, statistic: p95 }',
        [P95, P99, run(150)],
        'pass',
      ],
      ['verdict: { metric: http.* }', [P95, LCP, run(150)], 'pass'],
      ['verdict: { area: latency }', [P95, LCP, run(150)], 'pass'],
      [
        'verdict: { area: web-vitals, environment: staging }',
        [P95, LCP, run(150)],
        'no-data no-rule: No budget on any web-vitals metric in staging applies.',
      ],
      [
        'verdict: {}',
        [P95, LCP, run(150)],
        'no-data not-measured: 1 of 2 budgets has no data: lcp.',
      ],
      // measured
      ['verdict: { expect: measured }', [P95, run(412)], 'pass'],
      [
        'verdict: { expect: measured }',
        [P95, LCP, run(412)],
        'fail not-measured: 1 of 2 budgets has no data: lcp.',
      ],
      [
        'verdict: { expect: measured }',
        [],
        'no-data no-rule: No budget applies.',
      ],
      // exists
      ['verdict: { metric: web.lcp, expect: exists }', [LCP], 'pass'],
      [
        'verdict: { metric: web.lcp, expect: exists }',
        [P95],
        'fail no-rule: No budget on web.lcp applies.',
      ],
      // exempt
      [
        'verdict: { metric: web.lcp }',
        [
          'budget org lcp { exempt: [{ when: { system: checkout }, reason: No pages. }], metric: web.lcp, statistic: p75, limits: { fail: <= 2500 ms } }',
        ],
        'not-applicable exempt: No pages.',
      ],
    ])('%s is judged', (condition, lines, expected) => {
      expect(outcome(check(condition), ...lines)).toBe(expected);
    });
  });

  it.each<[string, string]>([
    ['entity: { spec.type: service }', 'pass'],
    [
      'entity: { metadata.annotations.runbook: { $exists: true } }',
      'fail not-matched: The catalog entity isn’t as the check asks.',
    ],
  ])('over the catalog entity: %s', (condition, expected) => {
    expect(outcome(check(condition))).toBe(expected);
  });

  describe('on runs', () => {
    const OLD =
      'tested load production 2026-10-01T10:00:00Z 2026-10-01T11:00:00Z';
    const NEW =
      'tested load production 2026-11-20T10:00:00Z 2026-11-20T11:00:00Z';
    const SOAK =
      'tested soak staging 2026-11-20T10:00:00Z 2026-11-20T18:00:00Z';

    it.each<[string, string[], string]>([
      [
        'run: { type: load }',
        [],
        'fail no-run: No load test has been uploaded yet.',
      ],
      ['run: {}', [], 'fail no-run: No run has been uploaded yet.'],
      ['run: { type: load }', [OLD], 'pass'],
      ['run: { type: load, within: 30d }', [OLD, NEW], 'pass'],
      [
        'run: { type: load, within: 30d }',
        [OLD],
        'fail no-run: The newest load test ended on 2026-10-01, more than 30 days ago.',
      ],
      [
        'run: { type: [load, stress], environment: staging }',
        [NEW],
        'fail no-run: No load test or stress test in staging has been uploaded yet.',
      ],
      ['run: { type: soak, minDuration: 8h }', [SOAK], 'pass'],
      [
        'run: { type: soak, minDuration: 9h }',
        [SOAK],
        'fail no-run: No soak test of at least 9 hours has been uploaded yet.',
      ],
      ['run: { type: load, atLeast: 2 }', [OLD, NEW], 'pass'],
      [
        'run: { type: load, atLeast: 2, within: 30d }',
        [OLD, NEW],
        'fail no-run: 1 of 2 runs needed: load test, ended at most 30 days ago.',
      ],
    ])('%s is judged', (condition, lines, expected) => {
      expect(outcome(check(condition), ...lines)).toBe(expected);
    });

    it('names the run whose age decides', () => {
      const verdict = judged(
        check('run: { type: load, within: 60d, atLeast: 2 }'),
        NEW,
        OLD,
      );
      // The second newest is the first to be too old.
      expect(verdict.evidence).toMatchObject({
        runId: 'tested-2',
        endedAt: '2026-10-01T11:00:00Z',
      });
      expect(verdict.limit.maxAgeSeconds).toMatchObject({
        value: 60 * 86_400,
        definitionId: 'org/check/one',
      });
    });

    it('may be asked for fresher ones by a policy', () => {
      const policy =
        'policy org fresh { rules: [{ check: one }], stages: [{ stage: warn }], evidence: { maxAge: 30d } }';
      expect(outcome(check('run: { type: load, within: 60d }'), OLD)).toBe(
        'pass',
      );
      const verdict = judged(
        check('run: { type: load, within: 60d }'),
        policy,
        OLD,
      );
      expect(verdict.state).toBe('fail');
      expect(verdict.limit.maxAgeSeconds?.definitionId).toBe(
        'org/policy/fresh',
      );
      expect(judged(check('run: { type: load }'), policy, OLD).state).toBe(
        'fail',
      );
    });
  });

  describe('that somebody answers for', () => {
    const attested = (answer: string, expires = '2027-05-01', comment = '') =>
      `attested one ${answer} user:default/jane 2026-11-01 ${expires} ${comment}`;
    const asked = (validFor = '180d', statement = STATEMENT) =>
      check(`attestation: { statement: ${statement}, validFor: ${validFor} }`);

    it.each<[string, string[], string]>([
      [asked(), [], 'no-data not-attested: Nobody has attested it yet.'],
      [asked(), [attested('yes')], 'pass'],
      [
        asked(),
        [attested('no', '2027-05-01', 'No time.')],
        'fail denied: user:default/jane says that it doesn’t hold: No time.',
      ],
      [
        asked(),
        [attested('not-applicable', '2027-05-01', 'No traffic.')],
        'not-applicable not-applicable: user:default/jane says that it doesn’t apply: No traffic.',
      ],
      [
        asked(),
        [attested('yes', '2026-11-22')],
        'no-data not-attested: The attestation by user:default/jane expired on 2026-11-22.',
      ],
      // Where the check now allows less than its author was told, the check counts: 1 + 14 November.
      [
        asked('14d'),
        [attested('yes')],
        'no-data not-attested: The attestation by user:default/jane expired on 2026-11-15.',
      ],
      [
        asked('180d', 'We did more.'),
        [attested('yes')],
        'no-data not-attested: The statement has changed since user:default/jane attested it on 2026-11-01.',
      ],
      [
        asked(),
        [attested('yes').replace('one', 'another')],
        'no-data not-attested: Nobody has attested it yet.',
      ],
    ])('%s', (definition, lines, expected) => {
      expect(outcome(definition, ...lines)).toBe(expected);
    });
  });

  describe('that another system answers', () => {
    it.each<[string, string[], string]>([
      ['external: {}', [], 'no-data no-result: No result has been pushed yet.'],
      ['external: {}', ['pushed one pass 2020-01-01'], 'pass'],
      [
        'external: {}',
        ['pushed one fail 2026-11-21 No runbook.'],
        'fail reported: No runbook.',
      ],
      [
        'external: {}',
        ['pushed one warn 2026-11-21'],
        'warn reported: It was reported as warn.',
      ],
      ['external: { maxAge: 7d }', ['pushed one pass 2026-11-16'], 'pass'],
      [
        'external: { maxAge: 7d }',
        ['pushed one pass 2026-11-15'],
        'no-data too-old: The newest result is of 2026-11-15, more than 7 days ago.',
      ],
      [
        'extension: { id: pagerduty }',
        ['pushed one pass 2026-11-21'],
        'no-data no-result: The extension pagerduty has said nothing of it yet.',
      ],
      [
        'extension: { id: pagerduty }',
        ['extension one fail 2026-11-21 Nobody is on call.'],
        'fail reported: Nobody is on call.',
      ],
    ])('%s %j', (condition, lines, expected) => {
      expect(outcome(check(condition), ...lines)).toBe(expected);
    });
  });

  describe('of the same name in several layers', () => {
    it('is as bad as the one that holds least', () => {
      const verdict = judged(
        check('external: {}'),
        check('entity: { spec.type: website }', 'one', 'component:default/pay'),
        'pushed one pass 2026-11-21',
      );
      expect(verdict).toMatchObject({
        state: 'fail',
        check: { type: 'entity' },
      });
    });

    it('leaves out those that the entity is exempt from', () => {
      const exempt =
        'check org one { exempt: [{ when: { system: checkout }, reason: Legacy. }], rationale: Why., fix: How., guide: guidelines/x, external: {} }';
      expect(outcome(exempt)).toBe('not-applicable exempt: Legacy.');
      expect(
        outcome(
          exempt,
          check(
            'entity: { spec.type: service }',
            'one',
            'component:default/pay',
          ),
        ),
      ).toBe('pass');
    });
  });
});
