import { parseDefinitions } from '../definitions';
import { definitionsAbout } from './definitionsAbout';

const { definitions } = parseDefinitions(
  [
    ['http.request.duration', 'p95', '<= 300 ms'],
    ['http.request.failed', 'ratio', '<= 1 %'],
    ['web.lcp', 'p75', '<= 2.5 s'],
  ]
    .map(
      ([metric, statistic, fail]) => `apiVersion: performance-governance.io/v1
kind: Budget
metadata: { name: ${metric} }
spec: { metric: ${metric}, statistic: ${statistic}, limits: { fail: '${fail}' } }
`,
    )
    .join('---\n'),
  {
    file: 'budgets.yaml',
    layer: { kind: 'org' },
    source: { type: 'config', location: 'budgets.yaml' },
  },
);

describe('definitionsAbout', () => {
  it.each([
    [
      'a load test by its whole family, though it lacks one metric',
      ['http.request.duration', 'iteration.duration'],
      ['http.request.duration', 'http.request.failed'],
    ],
    ['a page audit by Web Vitals', ['web.cls'], ['web.lcp']],
    [
      'what no budget is about by all of them',
      ['custom.batch.duration'],
      ['http.request.duration', 'http.request.failed', 'web.lcp'],
    ],
  ])('judges %s', (_, metrics, expected) => {
    expect(
      definitionsAbout(definitions, metrics).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(expected);
  });

  it('keeps what shapes the verdicts of budgets, and leaves out what is of the entity', () => {
    const header = 'apiVersion: performance-governance.io/v1';
    const { definitions: others } = parseDefinitions(
      [
        `${header}\nkind: Journey\nmetadata: { name: journey }\nspec: { match: { endpoint: /pay } }`,
        `${header}\nkind: Policy\nmetadata: { name: policy }\nspec: { rules: [{ scorecard: card }], stages: [{ stage: warn }] }`,
        `${header}\nkind: Scorecard\nmetadata: { name: card }\nspec: { levels: [{ name: one, rules: [{ check: check }] }] }`,
        `${header}\nkind: Check\nmetadata: { name: check }\nspec: { rationale: Why., fix: How., guide: guidelines/x, external: {} }`,
        `${header}\nkind: Goal\nmetadata: { name: goal }\nspec: { target: 90 % }`,
      ].join('\n---\n'),
      {
        file: 'others.yaml',
        layer: { kind: 'org' },
        source: { type: 'config', location: 'others.yaml' },
      },
    );
    expect(
      definitionsAbout([...definitions, ...others], ['web.cls']).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['web.lcp', 'journey', 'policy', 'card']);
  });
});
