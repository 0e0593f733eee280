import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseDefinitions } from '@perf-governance/plugin-performance-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const docs = resolve(
  resolvePackagePath('@perf-governance/plugin-performance-backend'),
  '../../docs',
);

/** The definitions that a page shows. */
function definitionsOn(page: string) {
  const blocks = [
    ...readFileSync(resolve(docs, page), 'utf8').matchAll(
      /^```yaml\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, text]) => text);
  return parseDefinitions(blocks.join('---\n'), {
    file: page,
    layer: { kind: 'org' },
    source: { type: 'config', location: page },
  });
}

describe('the documentation', () => {
  it.each([
    ['scorecards.md', ['Scorecard']],
    ['reviews.md', ['ReviewTemplate', 'review']],
    ['error-budget-policies.md', ['ErrorBudgetPolicy']],
    ['extending/check-types.md', ['extension']],
    [
      'checks.md',
      [
        'run',
        'verdict',
        'verdict',
        'entity',
        'run',
        'attestation',
        'finding',
        'review',
        'external',
        'extension',
      ],
    ],
  ])('shows definitions on %s that are right', (page, expected) => {
    const { definitions, problems } = definitionsOn(page);
    expect(problems).toEqual([]);
    expect(
      definitions.map(({ kind, spec }) =>
        kind === 'Check' ? spec.condition.type : kind,
      ),
    ).toEqual(expected);
  });

  it('names checks on scorecards.md that checks.md shows', () => {
    const names = definitionsOn('checks.md').definitions.map(
      ({ metadata }) => metadata.name,
    );
    const wanted = definitionsOn('scorecards.md').definitions.flatMap(
      ({ kind, spec }) =>
        kind === 'Scorecard'
          ? spec.levels.flatMap(({ rules }) =>
              rules.flatMap(rule => ('check' in rule ? rule.check : [])),
            )
          : [],
    );
    expect(names).toEqual(expect.arrayContaining(wanted));
  });
});
