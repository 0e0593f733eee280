import {
  Layer,
  parseDefinitions,
  warnOfSloSubject,
} from '@perf-governance/plugin-performance-common';
import { DefinitionSourceReading } from './DefinitionStore';
import { splitDocuments } from './splitDocuments';

/**
 * Parses a source's text into what the store keeps: each definition with its own YAML and warnings.
 * What an SLO refers to is part of its YAML.
 */
export function readDefinitions(
  text: string,
  options: {
    file: string;
    layer: Layer;
    source: { type: 'config' | 'entity' | 'api'; location: string };
  },
): Extract<DefinitionSourceReading, { status: 'read' }> {
  const parsed = parseDefinitions(text, options);
  const { definitions, partLines } = parsed;
  const problems = [
    ...parsed.problems,
    ...definitions.flatMap(definition => warnOfSloSubject(definition, options)),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  const documents = splitDocuments(text);
  return {
    status: 'read',
    problems,
    definitions: definitions.map(definition => {
      const document = documents.find(
        candidate => candidate.line === definition.source.line,
      );
      const parts = documents.filter(
        candidate =>
          candidate !== document &&
          partLines?.[definition.id]?.includes(candidate.line),
      );
      return {
        definition,
        content: document
          ? [document, ...parts].map(part => part.text).join('---\n')
          : text,
        problems: problems.filter(
          ({ line }) =>
            !document || (line >= document.line && line <= document.endLine),
        ),
      };
    }),
  };
}
