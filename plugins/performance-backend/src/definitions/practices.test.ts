import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  CheckDefinition,
  Definition,
  parseDefinitions,
  ScorecardDefinition,
} from '@perf-governance/plugin-performance-common';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listBuiltInFiles } from './listBuiltInFiles';

const root = resolve(
  resolvePackagePath('@perf-governance/plugin-performance-backend'),
  '../..',
);
const docs = join(root, 'docs');

/** Pages of the folder `guidelines`, as a check names them. */
const pages = readdirSync(join(docs, 'guidelines'))
  .filter(file => file !== 'index.md')
  .map(file => `guidelines/${file.replace(/\.md$/, '')}`)
  .sort();

async function readPractices() {
  const definitions: Definition[] = [];
  for (const { location, path } of await listBuiltInFiles('practices')) {
    const parsed = parseDefinitions(await readFile(path, 'utf8'), {
      file: location,
      layer: { kind: 'org' },
      source: { type: 'config', location },
    });
    // Problems carry file, line and message.
    expect(parsed.problems).toEqual([]);
    definitions.push(...parsed.definitions);
  }
  return {
    definitions,
    checks: definitions.filter(
      (definition): definition is CheckDefinition =>
        definition.kind === 'Check',
    ),
    scorecards: definitions.filter(
      (definition): definition is ScorecardDefinition =>
        definition.kind === 'Scorecard',
    ),
  };
}

describe('the practice library', () => {
  it('holds checks and scorecards, each name once over all files', async () => {
    const { definitions, checks, scorecards } = await readPractices();

    expect(checks.length).toBeGreaterThanOrEqual(25);
    expect(scorecards.map(({ metadata }) => metadata.name)).toEqual([
      'service-performance',
      'web-performance',
    ]);
    expect(definitions).toHaveLength(checks.length + scorecards.length);
    const ids = definitions.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has a guideline for each check, and a check for each guideline', async () => {
    const { checks } = await readPractices();

    expect(checks.map(({ spec }) => spec.guide).sort()).toEqual(pages);
    for (const { metadata, spec } of checks) {
      expect(readFileSync(join(docs, `${spec.guide}.md`), 'utf8')).toContain(
        `_Check \`${metadata.name}\`: `,
      );
    }
  });

  it('is a part of the documentation, page by page', () => {
    const navigation = readFileSync(join(root, 'mkdocs.yml'), 'utf8');
    const index = readFileSync(join(docs, 'guidelines', 'index.md'), 'utf8');

    expect(pages.filter(page => !navigation.includes(`${page}.md`))).toEqual(
      [],
    );
    expect(
      pages.filter(
        page => !index.includes(`(${page.replace('guidelines/', '')}.md)`),
      ),
    ).toEqual([]);
  });

  it.each(pages)('%s links to pages that exist', page => {
    const file = join(docs, `${page}.md`);
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)#]+)/g)]
      .map(([, target]) => target)
      .filter(target => !target.startsWith('https://'));

    expect(
      links.filter(target => !existsSync(resolve(file, '..', target))),
    ).toEqual([]);
  });

  it('has every check in a scorecard, and no scorecard asks for another', async () => {
    const { checks, scorecards } = await readPractices();

    const asked = scorecards.flatMap(({ spec }) =>
      spec.levels.flatMap(level =>
        level.rules.map(rule => ('check' in rule ? rule.check : undefined)),
      ),
    );
    expect([...new Set(asked)].sort()).toEqual(
      checks.map(({ metadata }) => metadata.name).sort(),
    );
  });
});
