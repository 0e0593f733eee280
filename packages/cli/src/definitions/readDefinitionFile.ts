import {
  Layer,
  parseDefinitions,
  ParsedDefinitions,
} from '@perf-governance/plugin-performance-common';
import { readTextFile } from '../input/readTextFile';
import { Terminal } from '../terminal/Terminal';

/** Reads the definitions in a file, as those of a layer. */
export async function readDefinitionFile(
  file: string,
  layer: Layer,
  terminal: Terminal,
): Promise<ParsedDefinitions> {
  return parseDefinitions(await readTextFile(file, terminal), {
    file,
    layer,
    source: { type: layer.entityRef ? 'entity' : 'config', location: file },
  });
}
