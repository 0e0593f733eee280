import { CustomErrorBase, InputError } from '@backstage/errors';
import { Layer } from '@perf-governance/plugin-performance-common';
import { DefinitionSourceKey } from './DefinitionStore';

/** A file or URL to read definitions from. */
export interface DefinitionSourceToRead extends DefinitionSourceKey {
  layer: Layer;
  /** It isn't where it was, rather than can't be read now. */
  isAbsent?: boolean;
  /**
   * @throws ForbiddenSourceError if it may not be read from there.
   * @throws anything else if it can't be read now.
   */
  read(): Promise<string>;
}

/** Somewhere that names sources. */
export interface DefinitionSources {
  list(): Promise<DefinitionSourceToRead[]>;
}

/** A reference that leads out of where it may lead. */
export class ForbiddenSourceError extends CustomErrorBase {
  name = 'ForbiddenSourceError' as const;
}

/** Generous for definitions; keeps a wrong path from filling the memory. */
const MAX_SOURCE_BYTES = 1_000_000;

/** @throws InputError if there is more than a file of definitions may have. */
export function assertSourceSize(location: string, bytes: number): void {
  if (bytes > MAX_SOURCE_BYTES) {
    throw new InputError(
      `${location} has ${bytes} bytes; a file of definitions has at most ${MAX_SOURCE_BYTES}`,
    );
  }
}
