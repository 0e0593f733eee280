import { Definition } from '../model';
import { definitionId } from './definitionId';
import type {
  ParsedDefinitions,
  ParseDefinitionsOptions,
} from './parseDefinitions';
import { SloDocuments } from './SloDocuments';

/**
 * Adds SLOs in other languages to what else a file holds.
 *
 * @param seen - Ids of the other definitions to the lines of their documents; added to.
 */
export function addSlos(
  { definitions, problems }: ParsedDefinitions,
  sloDocuments: SloDocuments,
  seen: Map<string, number>,
  options: ParseDefinitionsOptions,
): ParsedDefinitions {
  const read = sloDocuments.read();
  const partLines: Record<string, number[]> = {};
  problems.push(...read.problems);
  for (const slo of read.slos) {
    const { metadata, spec, line } = slo;
    const id = definitionId(options.layer, 'SLO', metadata.name);
    const previous = seen.get(id);
    if (previous !== undefined) {
      problems.push({
        file: options.file,
        line,
        column: 1,
        severity: 'error',
        rule: 'duplicate-name',
        message: `The file holds another SLO named '${metadata.name}', in line ${previous}.`,
      });
      continue;
    }
    seen.set(id, line);
    if (slo.partLines.length > 0) {
      partLines[id] = slo.partLines;
    }
    definitions.push({
      id,
      version: 1,
      kind: 'SLO',
      metadata,
      spec,
      layer: options.layer,
      source: { ...options.source, line },
    });
  }
  const isMixed = read.problems.length > 0 || read.slos.length > 0;
  return {
    definitions: isMixed
      ? definitions.sort((a, b) => lineOf(a) - lineOf(b))
      : definitions,
    problems: isMixed
      ? problems.sort((a, b) => a.line - b.line || a.column - b.column)
      : problems,
    ...(Object.keys(partLines).length > 0 && { partLines }),
  };
}

function lineOf({ source }: Definition): number {
  return source.line ?? 1;
}
