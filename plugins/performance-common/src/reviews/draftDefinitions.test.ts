import { resolveEntityFact } from '../catalog';
import { parseDefinitions } from '../definitions';
import { applicableDefinitions } from '../evaluation';
import { EVERY_TYPE, templateOf } from './__testUtils__/templateOf';
import { draftDefinitions } from './draftDefinitions';

function parse(yaml: string) {
  const { definitions, problems } = parseDefinitions(yaml, {
    file: 'draft.yaml',
    layer: { kind: 'org' },
    source: { type: 'api', location: 'draft.yaml' },
  });
  expect(problems).toEqual([]);
  return definitions;
}

const SUBJECT = {
  entityRef: 'component:default/pay',
  within: 'system:default/checkout',
};

function component(name: string, namespace = 'default') {
  return resolveEntityFact(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace },
    },
    () => undefined,
  );
}

describe('draftDefinitions', () => {
  it('makes a Budget and an SLO of numbers, for the subject alone', () => {
    const { yaml, count } = draftDefinitions(
      EVERY_TYPE,
      [
        { question: 'available', number: 99.95 },
        { question: 'p95', number: 300 },
        { question: 'deadlines', choices: ['all'] },
      ],
      SUBJECT,
    );
    expect(count).toBe(2);
    const definitions = parse(yaml);
    expect(definitions).toMatchObject([
      {
        kind: 'Budget',
        metadata: {
          name: 'pay-p95',
          title: 'pay: p95 of http.request.duration',
          description: 'From a review: How fast? 300 ms',
        },
        spec: {
          metric: 'http.request.duration',
          statistic: 'p95',
          environments: ['production'],
          fail: { operator: '<=', value: 300, unit: 'ms' },
        },
      },
      {
        kind: 'SLO',
        metadata: { name: 'pay-availability' },
        spec: {
          environment: 'production',
          timeWindow: { type: 'rolling', duration: { count: 28, unit: 'day' } },
          objectives: [{ target: 0.9995 }],
        },
      },
    ]);
    expect(applicableDefinitions(definitions, component('pay'))).toHaveLength(
      2,
    );
    expect(applicableDefinitions(definitions, component('pay2'))).toEqual([]);
    expect(yaml).toContain('# Fill in what is measured');
  });

  it('tells namespaces apart', () => {
    const definitions = parse(
      draftDefinitions(EVERY_TYPE, [{ question: 'p95', number: 300 }], {
        entityRef: 'component:shop/pay',
      }).yaml,
    );
    expect(
      applicableDefinitions(definitions, component('pay', 'shop')),
    ).toHaveLength(1);
    expect(applicableDefinitions(definitions, component('pay'))).toEqual([]);
  });

  it.each([
    ['no answer', []],
    ['a reason', [{ question: 'p95', notApplicable: 'Nobody waits.' }]],
    ['a number that can’t be', [{ question: 'p95', number: -5 }]],
  ])('makes nothing of %s', (_, answers) => {
    expect(draftDefinitions(EVERY_TYPE, answers, SUBJECT)).toEqual({
      yaml: '',
      count: 0,
    });
  });

  it('gives names within the rules, each once', () => {
    const template = templateOf(`- name: a
  title: A
  questions:
    - { name: q1, title: Q1, type: number, draft: { slo: { name: availability-of-the-service } } }
    - { name: q2, title: Q2, type: number, draft: { slo: { name: availability-of-the-service } } }`);
    const { yaml } = draftDefinitions(
      template,
      [
        { question: 'q1', number: 99 },
        { question: 'q2', number: 99.9 },
      ],
      { entityRef: `component:default/${'x'.repeat(50)}` },
    );
    expect(parse(yaml).map(({ metadata }) => metadata.name)).toEqual([
      `${'x'.repeat(50)}-availability`,
      `${'x'.repeat(50)}-availabili-2`,
    ]);
  });

  it('keeps what people wrote apart from YAML', () => {
    const { yaml } = draftDefinitions(
      EVERY_TYPE,
      [{ question: 'p95', number: 1e21 }],
      { ...SUBJECT, title: 'a: b\n---\nkind: Policy # "quoted"' },
    );
    expect(parse(yaml)).toMatchObject([
      {
        kind: 'Budget',
        metadata: {
          title:
            'a: b\n---\nkind: Policy # "quoted": p95 of http.request.duration',
        },
        spec: { fail: { value: 1e21 } },
      },
    ]);
  });
});
