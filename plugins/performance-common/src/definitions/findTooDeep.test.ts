import { parseOpenSlo } from '../openslo';
import { parseDefinitions } from './parseDefinitions';

const OPTIONS = {
  file: 'slo.yaml',
  layer: { kind: 'org' },
  source: { type: 'config', location: 'slo.yaml' },
} as const;

const block = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join(
    '',
  );

const problemsOf = (text: string) => [
  ...parseDefinitions(text, OPTIONS).problems,
  ...parseOpenSlo(text, OPTIONS).problems,
];

const TOO_DEEP = 'The document nests deeper than 100 levels.';

describe('a document', () => {
  it.each([
    ['lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['mappings of JSON', '{"a":'.repeat(20_000) + '}'.repeat(20_000)],
    ['lists that never end', '['.repeat(20_000)],
    ['lists of a line each', '- '.repeat(20_000)],
    ['keys of keys', '? '.repeat(20_000)],
    ['mappings by indentation', block(1000)],
    ['lists further down', `kind: SLO\n---\na: ${'['.repeat(500)}`],
  ])('is refused for nesting %s too deep', (_, text) => {
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ rule: 'yaml-syntax', message: TOO_DEEP }),
      expect.objectContaining({ rule: 'yaml-syntax', message: TOO_DEEP }),
    ]);
  });

  it('says where it nests too deep', () => {
    const [problem] = problemsOf(`# Deep\nspec: ${'['.repeat(500)}`);
    expect(problem).toMatchObject({ line: 2, severity: 'error' });
    expect(problem.column).toBeGreaterThan(90);
    expect(problem.column).toBeLessThan(110);
  });

  it.each([
    ['50 levels', block(50)],
    [
      'brackets in a text',
      `a: "${'['.repeat(500)}"\nb: |\n  ${'{'.repeat(500)}\n`,
    ],
    ['a ruler', `# ${'-'.repeat(500)}\na: 1\n`],
  ])('isn’t too deep with %s', (_, text) => {
    expect(problemsOf(text).map(({ message }) => message)).not.toContain(
      TOO_DEEP,
    );
  });
});
