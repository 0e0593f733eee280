import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments, stringify } from 'yaml';
import { parseDefinitions } from '../definitions';
import { IMPORT_CASES } from './__testUtils__/importCases';
import { parseOpenSlo } from './parseOpenSlo';
import { writeSlo } from './writeSlo';

type Path = (string | number)[];

/** What takes the place of each part of a document, one at a time. */
const REPLACEMENTS = [null, -1, '', 'x', [], ['x'], {}, { x: 1 }, true];

function* pathsOf(value: unknown, path: Path = []): Iterable<Path> {
  yield path;
  for (const key of Object.keys(Object(value))) {
    if (typeof value === 'object') {
      const part = Array.isArray(value) ? Number(key) : key;
      yield* pathsOf(Object(value)[key], [...path, part]);
    }
  }
}

function replace(value: unknown, path: Path, replacement: unknown): unknown {
  const copy = structuredClone(value);
  const holder = path
    .slice(0, -1)
    .reduce((inner, part) => Object(inner)[part], copy);
  return path.length === 0
    ? replacement
    : (Object.assign(Object(holder), {
        [path[path.length - 1]]: replacement,
      }),
      copy);
}

const FROM_FILE = {
  file: 'slos.yaml',
  layer: { kind: 'org' },
  source: { type: 'config', location: 'slos.yaml' },
} as const;

/** What is wrong with how a text is read; nothing, one hopes. */
function complaintsAbout(text: string): string[] {
  const { slos, problems } = parseOpenSlo(text, { file: 'slos.yaml' });
  const { definitions } = parseDefinitions(text, FROM_FILE);
  const complaints = [];
  if (definitions.length !== slos.length) {
    complaints.push('is another number of definitions');
  }
  for (const slo of slos) {
    const read = parseDefinitions(writeSlo(slo), FROM_FILE);
    if (!isDeepStrictEqual(read.definitions[0]?.spec, slo.spec)) {
      complaints.push(`reads back with ${JSON.stringify(read.problems)}`);
    }
  }
  const isSound = problems.every(({ severity }) => severity !== 'error');
  if (isSound && /kind: (SLO|ServiceLevelObjective)$/m.test(text)) {
    complaints.push(...(slos.length === 0 ? ['is silently left out'] : []));
  }
  return complaints;
}

describe.each(IMPORT_CASES)('$title', ({ text }) => {
  it('is read or refused, whatever takes the place of a part', () => {
    const documents = parseAllDocuments(text);
    const values =
      'empty' in documents ? [] : documents.map(document => document.toJS());
    const complaints: string[] = [];
    for (const [index, value] of values.entries()) {
      for (const path of pathsOf(value)) {
        for (const replacement of REPLACEMENTS) {
          const broken = values
            .with(index, replace(value, path, replacement))
            .map(each => stringify(each))
            .join('---\n');
          for (const complaint of complaintsAbout(broken)) {
            complaints.push(
              `${path.join('.')} = ${JSON.stringify(replacement)} ${complaint}`,
            );
          }
        }
      }
    }
    expect(complaints).toEqual([]);
  });
});
