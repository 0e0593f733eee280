import { Entity } from '@backstage/catalog-model';
import { renderQuery } from './renderQuery';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'check.out',
    annotations: {
      'example.com/job': 'a "b" \\ c\nd',
      'example.com/empty': '',
      'example.com/ticks': 'a`b',
    },
  },
  spec: { system: 'shop', tier: 2, owners: ['a'] },
};

function render(query: string): string {
  const rendered = renderQuery(query, entity, '5m');
  return 'query' in rendered
    ? rendered.query
    : `${rendered.problem.code} ${rendered.problem.field}`;
}

describe('renderQuery', () => {
  it.each([
    ['leaves queries without templates', 'sum(up{a="}}"})', 'sum(up{a="}}"})'],
    ['names', 'up{job="{{ entity.metadata.name }}"}', 'up{job="check.out"}'],
    ['narrow braces', 'up{job="{{entity.spec.system}}"}', 'up{job="shop"}'],
    ['numbers', 'up > {{ entity.spec.tier }}', 'up > 2'],
    [
      'the namespace unless given',
      'up{n="{{ entity.metadata.namespace }}"}',
      'up{n="default"}',
    ],
    [
      'values with quotes, backslashes and line breaks as strings hold them',
      `up{job="{{ entity.metadata.annotations['example.com/job'] }}"}`,
      'up{job="a \\"b\\" \\\\ c\\nd"}',
    ],
    [
      'the quotes of the string as they are',
      `up{job='{{ entity.metadata.annotations["example.com/job"] }}'}`,
      `up{job='a "b" \\\\ c\\nd'}`,
    ],
    [
      'values as expressions that match just them',
      'up{job=~"{{ entity.metadata.name }}-.*", i !~ \'{{ entity.metadata.name }}\'}',
      'up{job=~"check\\\\.out-.*", i !~ \'check\\\\.out\'}',
    ],
    [
      'raw strings',
      'up{job=~`{{ entity.metadata.name }}`}',
      'up{job=~`check\\.out`}',
    ],
    [
      'parts of names',
      '{{ entity.spec.system }}_requests_total',
      'shop_requests_total',
    ],
    [
      'the window',
      'rate(up[{{.window}}]) + rate(up[{{ .window }}])',
      'rate(up[5m]) + rate(up[5m])',
    ],
    [
      'what comes after a string that holds a quote',
      'up{a="\\"",b="{{ entity.spec.system }}"}',
      'up{a="\\"",b="shop"}',
    ],
  ])('writes %s', (_, query, expected) => {
    expect(render(query)).toBe(expected);
  });

  it.each([
    ['{{ entity.metadata.title }}', 'missing-field entity.metadata.title'],
    [
      `{{ entity.metadata.annotations['example.com/empty'] }}`,
      `missing-field entity.metadata.annotations['example.com/empty']`,
    ],
    [
      `{{ entity.metadata.annotations['example.com/other'] }}`,
      `missing-field entity.metadata.annotations['example.com/other']`,
    ],
    ['{{ entity.spec.owners }}', 'missing-field entity.spec.owners'],
    ['{{ entity.constructor.name }}', 'missing-field entity.constructor.name'],
    ['{{ $labels.job }}', 'missing-field $labels.job'],
  ])('gives nothing for %s', (template, expected) => {
    expect(render(`up{job="${template}"}`)).toBe(expected);
  });

  it.each([
    [
      'outside of strings',
      `up{{ entity.metadata.annotations['example.com/job'] }}`,
    ],
    [
      'in raw strings',
      "up{job=`{{ entity.metadata.annotations['example.com/ticks'] }}`}",
    ],
  ])('lets nothing break out %s', (_, query) => {
    expect(render(query)).toContain('unsafe-field');
  });

  it('needs an entity only for its fields', () => {
    expect(renderQuery('rate(up[{{.window}}])', undefined, '1h')).toEqual({
      query: 'rate(up[1h])',
    });
    expect(renderQuery('{{ entity.kind }}', undefined, '1h')).toMatchObject({
      problem: { code: 'missing-field' },
    });
  });
});
