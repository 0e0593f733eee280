import { describeLimitStory } from './describeLimitStory';
import { evaluateTable } from './__testUtils__/evaluationTable';

const LATENCY = 'metric: http.request.duration, statistic: p95';

const TABLE = `
  budget org all { ${LATENCY}, limits: { fail: <= 500 ms, warn: <= 450 ms }, minSamples: 100, maxAge: 30d }
  budget domain:default/shop shop { ${LATENCY}, limits: { fail: <= 400 ms } }
  budget system:default/checkout checkout { ${LATENCY}, limits: { fail: <= 300 ms }, minSamples: 50, maxAge: 7d }
  budget component:default/pay own { ${LATENCY}, limits: { fail: <= 0.6 s, warn: <= 450 ms }, maxAge: 12h }
  budget component:default/pay own-too { ${LATENCY}, limits: { fail: <= 300 ms } }
`;

describe('resolveLimits', () => {
  const [verdict] = evaluateTable(TABLE).verdicts;

  it('lets each part be set by whoever asks for the tightest', () => {
    expect(verdict.limit).toEqual({
      fail: {
        operator: '<=',
        value: 300,
        unit: 'ms',
        definitionId: 'system:default/checkout/budget/checkout',
        layer: { kind: 'system', entityRef: 'system:default/checkout' },
      },
      warn: {
        operator: '<=',
        value: 450,
        unit: 'ms',
        definitionId: 'org/budget/all',
        layer: { kind: 'org' },
      },
      minSamples: {
        value: 100,
        definitionId: 'org/budget/all',
        layer: { kind: 'org' },
      },
      maxAgeSeconds: {
        value: 43_200,
        definitionId: 'component:default/pay/budget/own',
        layer: { kind: 'component', entityRef: 'component:default/pay' },
      },
    });
  });

  it('tells what became of everything asked for, outermost layer first', () => {
    expect(verdict.story.map(({ name, effect }) => [name, effect])).toEqual([
      [
        'all',
        {
          fail: 'overruled',
          warn: 'sets',
          minSamples: 'sets',
          maxAgeSeconds: 'overruled',
        },
      ],
      ['shop', { fail: 'overruled' }],
      [
        'checkout',
        { fail: 'sets', minSamples: 'no-effect', maxAgeSeconds: 'overruled' },
      ],
      ['own', { fail: 'no-effect', warn: 'overruled', maxAgeSeconds: 'sets' }],
      ['own-too', { fail: 'overruled' }],
    ]);
  });

  it('can be told in sentences', () => {
    expect(describeLimitStory(verdict)).toEqual([
      'p95 ≤ 300 ms, set by system checkout (checkout), tightened from org’s ≤ 500 ms and domain shop’s ≤ 400 ms; component pay’s own ≤ 600 ms has no effect without a waiver; component pay (own-too) asks for the same',
      'Warns unless p95 ≤ 450 ms, set by org (all); component pay (own) asks for the same',
      'Needs at least 100 samples, set by org (all); system checkout’s own at least 50 samples has no effect without a waiver',
      'Evidence may be at most 12 hours old, set by component pay (own), tightened from org’s at most 30 days old and system checkout’s at most 7 days old',
    ]);
  });
});
