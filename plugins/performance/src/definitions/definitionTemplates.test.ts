import {
  DEFINITION_KINDS,
  parseDefinitions,
} from '@perf-governance/plugin-performance-common';
import { definitionTemplates } from './definitionTemplates';

const TEMPLATES = definitionTemplates(new Date('2026-12-01T12:00:00Z'));

describe('definitionTemplates', () => {
  it('has one for every kind', () => {
    expect(TEMPLATES.map(({ kind }) => kind).sort()).toEqual(
      [...DEFINITION_KINDS].sort(),
    );
  });

  it.each(TEMPLATES.map(({ kind, text }) => [kind, text]))(
    'has a valid %s',
    (kind, text) => {
      const { definitions, problems } = parseDefinitions(text, {
        file: 'new.yaml',
        layer: { kind: 'org' },
        source: { type: 'api', location: 'new.yaml' },
      });
      expect(problems).toEqual([]);
      expect(definitions).toMatchObject([{ kind }]);
    },
  );

  it('gives dates that are still to come', () => {
    const dates = TEMPLATES.flatMap(
      ({ text }) => text.match(/20\d\d-.*/g) ?? [],
    );
    expect(dates).toEqual(['2027-01-30', '2027-05-30']);
  });
});
