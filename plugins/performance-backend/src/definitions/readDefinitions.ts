import {
  Layer,
  parseDefinitions,
} from '@perf-governance/plugin-performance-common';
import { DefinitionSourceReading } from './DefinitionStore';
import { splitDocuments } from './splitDocuments';

/** Parses a source's text into what the store keeps: each definition with its own YAML and warnings. */
export function readDefinitions(
  text: string,
  options: {
    file: string;
    layer: Layer;
    source: { type: 'config' | 'entity' | 'api'; location: string };
  },
): Extract<DefinitionSourceReading, { status: 'read' }> {
  const { definitions, problems } = parseDefinitions(text, options);
  const documents = splitDocuments(text);
  return {
    status: 'read',
    problems,
    definitions: definitions.map(definition => {
      const document = documents.find(
        candidate => candidate.line === definition.source.line,
      );
      return {
        definition,
        content: document?.text ?? text,
        problems: problems.filter(
          ({ line }) =>
            !document || (line >= document.line && line <= document.endLine),
        ),
      };
    }),
  };
}
