import {
  Definition,
  EntityFact,
  FindingFact,
  GovernanceFacts,
  parseDefinitions,
  SloFact,
} from '@perf-governance/plugin-performance-common';
import { judgeChecksOffline } from './judgeChecksOffline';

const NOW = new Date('2026-11-22T12:00:00Z');

const SUBJECT: EntityFact = {
  entityRef: 'component:default/checkout',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
    relations: [],
  },
  owners: [],
  domains: [],
};

const PUSHED = '{ metricSource: { type: pushed } }';

const DEFINITIONS: Definition[] = parseDefinitions(
  `apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: availability, title: Availability }
spec:
  service: checkout
  timeWindow: [{ duration: 30d, isRolling: true }]
  indicator: { spec: { ratioMetric: { good: ${PUSHED}, total: ${PUSHED} } } }
  objectives: [{ target: 0.99 }]
---
apiVersion: performance-governance.io/v1
kind: Check
metadata: { name: objectives-kept, title: Keeps its objectives }
spec:
  rationale: Users notice.
  fix: Spend less.
  guide: guidelines/service-level-objectives
  verdict: { slo: availability }
---
apiVersion: performance-governance.io/v1
kind: Policy
metadata: { name: production }
spec:
  rules: [{ slo: '*' }, { check: objectives-kept }]
  stages: [{ stage: block }]
  evidence: { maxAge: 6h }
`,
  {
    file: 'definitions.yaml',
    layer: { kind: 'org' },
    source: { type: 'config', location: 'definitions.yaml' },
  },
).definitions;

const OVERSPENT: SloFact = {
  definitionId: 'org/slo/availability',
  environment: 'production',
  state: 'fail',
  target: 0.99,
  attainment: 0.95,
  remainingShare: -4,
  burnRates: {},
  measuredAt: '2026-11-22T11:00:00Z',
};

function judge(slos: SloFact[] | undefined, trusted = true) {
  const { verdicts, notJudged } = judgeChecksOffline(
    {
      subject: SUBJECT,
      definitions: DEFINITIONS,
      problems: [],
      unknownRefs: [],
      origin: 'a test',
      facts: {
        slos,
        trust: [{ definitionId: 'org/policy/production', trusted }],
      },
    },
    NOW,
  );
  return [
    ...verdicts.map(({ ruleId, state }) => `${ruleId} ${state}`),
    ...notJudged.map(({ message }) => message),
  ];
}

describe('judgeChecksOffline', () => {
  it('has definitions to judge by', () => {
    expect(DEFINITIONS).toHaveLength(3);
  });

  it.each<[string, SloFact[] | undefined, boolean, string[]]>([
    [
      'how SLOs stood when they were pulled',
      [OVERSPENT],
      true,
      ['slo:availability fail', 'check:objectives-kept fail'],
    ],
    [
      'samples that are too old by now',
      [{ ...OVERSPENT, measuredAt: '2026-11-22T05:00:00Z' }],
      true,
      ['slo:availability no-data', 'check:objectives-kept no-data'],
    ],
    [
      'nothing known of SLOs',
      undefined,
      true,
      [
        'Availability is not judged: how it stands is only known to the server.',
        'Keeps its objectives is not judged: it looks at SLOs, which only the server knows.',
      ],
    ],
    ['a policy that may not block yet', [OVERSPENT], false, []],
  ])('judges by %s', (_, slos, trusted, expected) => {
    expect(judge(slos, trusted)).toEqual(expected);
  });
});

describe('judgeChecksOffline of findings', () => {
  const CRITICAL: FindingFact = {
    findingId: '17',
    title: 'Orders lack an index',
    category: 'missing-index',
    risk: 'critical',
    status: 'open',
  };
  const POLICY = parseDefinitions(
    `apiVersion: performance-governance.io/v1
kind: Policy
metadata: { name: risks }
spec:
  rules: [{ finding: { atLeast: critical } }]
  stages: [{ stage: block }]
`,
    {
      file: 'policy.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'policy.yaml' },
    },
  ).definitions;
  const TRUST = [{ definitionId: 'org/policy/risks', trusted: true }];

  it.each<[string, Definition[], GovernanceFacts | undefined, string[]]>([
    [
      'those that were pulled',
      POLICY,
      { findings: [CRITICAL], trust: TRUST },
      ['finding:17 fail'],
    ],
    [
      'those that no policy means',
      POLICY,
      { findings: [{ ...CRITICAL, risk: 'high' }], trust: TRUST },
      [],
    ],
    ['that there are none', POLICY, { findings: [], trust: TRUST }, []],
    [
      'nothing that is known',
      POLICY,
      undefined,
      ['Findings are not judged: which there are is only known to the server.'],
    ],
    ['nothing, where none blocks', [], undefined, []],
  ])('judges by %s', (_, definitions, facts, expected) => {
    const { verdicts, notJudged } = judgeChecksOffline(
      {
        subject: SUBJECT,
        definitions,
        problems: [],
        unknownRefs: [],
        origin: 'a test',
        facts,
      },
      NOW,
    );
    expect([
      ...verdicts.map(({ ruleId, state }) => `${ruleId} ${state}`),
      ...notJudged.map(({ message }) => message),
    ]).toEqual(expected);
  });
});
