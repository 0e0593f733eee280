import { evaluateTable } from './__testUtils__/evaluationTable';
import { describeEnforcement } from './describeEnforcement';

function described(...policies: string[]): string {
  const { verdicts } = evaluateTable(
    [
      'budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms } }',
      ...policies.map(
        policy =>
          `policy ${policy.replace('{', '{ rules: [{ area: latency }], ')}`,
      ),
    ].join('\n'),
  );
  return describeEnforcement(verdicts[0].enforcement);
}

describe('describeEnforcement', () => {
  it.each<[string[], string]>([
    [[], 'Stage block, as no policy says otherwise'],
    [
      [
        'org api { stages: [{ stage: warn }, { stage: block, from: 2027-03-01 }] }',
        'org old { stages: [{ stage: notify }] }',
        'component:default/pay ours { stages: [{ stage: observe }] }',
      ],
      'Stage warn, set by org (api), block from 2027-03-01; org (old) asks for notify, which isn’t stronger; component pay’s own observe (ours) has no effect, for only outer policies may soften',
    ],
    [
      ['org api { stages: [{ stage: block }] }'],
      'Stage warn, set by org (api); org (api) asks for block, which counts as warn until the rule is trusted',
    ],
    [
      ['org api { stages: [{ stage: warn, from: 2027-03-01T08:30Z }] }'],
      'Stage block, as no policy says otherwise, warn from 2027-03-01 08:30 UTC; org (api) asks for warn from 2027-03-01 08:30 UTC',
    ],
  ])('tells the story of %j', (policies, expected) => {
    expect(described(...policies)).toBe(expected);
  });
});
