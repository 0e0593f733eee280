import { parseDefinitions } from '../definitions';
import { IMPORT_CASES, RATIO } from './__testUtils__/importCases';
import { parseOpenSlo, parseOpenSloFiles } from './parseOpenSlo';
import { writeSlo } from './writeSlo';

const FROM_FILE = {
  file: 'slos.yaml',
  layer: { kind: 'org' },
  source: { type: 'config', location: 'slos.yaml' },
} as const;

describe.each(IMPORT_CASES)(
  'importing $title',
  ({ text, names, spec, losses }) => {
    const parsed = parseOpenSlo(text, { file: 'slos.yaml' });

    it('keeps what it says', () => {
      expect(
        parsed.problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
      expect(parsed.slos.map(({ metadata }) => metadata.name)).toEqual(names);
      expect(parsed.slos[0].spec).toEqual(spec);
    });

    it('tells what it leaves out', () => {
      expect(
        parsed.losses.map(({ path, effect }) => `${path} ${effect}`),
      ).toEqual(losses);
    });

    it('writes what reads back as the same', () => {
      const written = parsed.slos.map(writeSlo).join('---\n');
      const { definitions, problems } = parseDefinitions(written, FROM_FILE);
      expect(problems).toEqual([]);
      expect(
        definitions.map(({ kind, metadata, spec: read }) => ({
          kind,
          metadata,
          spec: read,
        })),
      ).toEqual(
        parsed.slos.map(slo => ({
          kind: 'SLO',
          metadata: slo.metadata,
          spec: slo.spec,
        })),
      );
    });

    it('is a definition wherever definitions are', () => {
      const { definitions } = parseDefinitions(text, FROM_FILE);
      expect(
        definitions.map(({ id, spec: read, source }) => [
          id,
          read,
          source.line,
        ]),
      ).toEqual(
        parsed.slos.map(slo => [
          `org/slo/${slo.metadata.name}`,
          slo.spec,
          slo.line,
        ]),
      );
    });
  },
);

describe('losses', () => {
  it('say where and of which SLO they are', () => {
    const { losses } = parseOpenSlo(IMPORT_CASES[6].text, {
      file: 'slos.yaml',
    });
    expect(losses[3]).toEqual({
      file: 'slos.yaml',
      line: 16,
      column: 7,
      slo: 'api-errors',
      path: 'spec.indicator.ratio.grouping',
      said: 'an SLO for each value of handler',
      becomes: 'one SLO over all of them',
      effect: 'changed',
    });
  });

  it('are warnings of a definition file where they change numbers', () => {
    const { problems } = parseDefinitions(IMPORT_CASES[6].text, FROM_FILE);
    expect(problems).toEqual([
      expect.objectContaining({
        line: 16,
        severity: 'warning',
        rule: 'not-held',
        source: 'governance',
      }),
    ]);
  });
});

describe('references', () => {
  const [sli, slo] = IMPORT_CASES[0].text.split('---\n');

  it('resolve among several files', () => {
    const { slos, problems } = parseOpenSloFiles([
      { file: 'slo.yaml', text: slo },
      { file: 'sli.yaml', text: sli },
    ]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(slos.map(({ spec }) => spec.indicator)).toEqual([RATIO]);
  });

  it('tell what may have been meant', () => {
    const text = `${sli.replace('name: requests', 'name: request')}---\n${slo}`;
    expect(parseOpenSlo(text, { file: 'slo.yaml' }).problems).toContainEqual(
      expect.objectContaining({
        line: 26,
        column: 17,
        severity: 'error',
        rule: 'unresolved-reference',
        source: 'governance',
        message:
          "There is no SLI 'requests' in the files given. Did you mean 'request'?",
      }),
    );
  });

  it('don’t reach an SLI with errors', () => {
    const text = `${sli.replace('total:', 'all:')}---\n${slo}`;
    const { slos, problems } = parseOpenSlo(text, { file: 'slo.yaml' });
    expect(slos).toEqual([]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'unresolved-reference',
        message: expect.stringContaining('it has errors of its own'),
      }),
    );
  });

  it('say which lines of the file an SLO is made of', () => {
    expect(parseDefinitions(IMPORT_CASES[0].text, FROM_FILE).partLines).toEqual(
      {
        'org/slo/checkout': [1],
      },
    );
  });
});
