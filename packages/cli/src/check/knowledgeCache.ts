import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  Definition,
  EntityFact,
  GateErrorBudgetAction,
  GovernanceFacts,
} from '@perf-governance/plugin-performance-common';
import { parseEntityRefOption } from '../entity/parseEntityRefOption';
import { EntityDefinitions } from '../server/PerformanceServer';
import { CliError } from '../terminal/CliError';
import { Terminal } from '../terminal/Terminal';
import { Knowledge } from './Knowledge';

/** Where `pull` keeps what it fetches, in the working directory. */
export const DEFAULT_CACHE_FOLDER = '.perf-gate';

const FORMAT_VERSION = 3;

interface CachedKnowledge {
  version: typeof FORMAT_VERSION;
  /** The server it was pulled from. */
  url: string;
  /** ISO 8601. */
  pulledAt: string;
  entity: EntityFact;
  definitions: Definition[];
  facts: GovernanceFacts;
  errorBudgetActions: GateErrorBudgetAction[];
}

/** @returns The file, relative to the working directory. */
export async function writeKnowledgeCache(
  pulled: EntityDefinitions,
  options: { url: string; folder: string },
  terminal: Terminal,
): Promise<string> {
  const file = cacheFile(options.folder, pulled.entity.entityRef);
  const cached = {
    version: FORMAT_VERSION,
    url: options.url,
    pulledAt: terminal.now().toISOString(),
    ...pulled,
  };
  const path = resolve(terminal.workingDirectory, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(cached, undefined, 2)}\n`);
  return file;
}

/** @throws CliError if the entity has not been pulled, or the file isn't what `pull` wrote */
export async function readKnowledgeCache(
  entityRef: string,
  folder: string,
  terminal: Terminal,
): Promise<Knowledge> {
  const file = cacheFile(folder, entityRef);
  const fix = `Run perf-gate pull ${entityRef} where the server can be reached.`;
  const text = await readFile(
    resolve(terminal.workingDirectory, file),
    'utf8',
  ).catch(() => {
    throw new CliError(`Nothing has been pulled of ${entityRef}.`, {
      where: file,
      fix,
    });
  });
  const cached = parseCache(text);
  if (!cached) {
    throw new CliError('The file is not what perf-gate pull writes.', {
      where: file,
      fix,
    });
  }
  return {
    subject: cached.entity,
    definitions: cached.definitions,
    facts: cached.facts,
    errorBudgetActions: {
      actions: cached.errorBudgetActions,
      pulledAt: new Date(cached.pulledAt),
    },
    problems: [],
    unknownRefs: [],
    origin: `what was pulled from ${cached.url} at ${cached.pulledAt}`,
  };
}

function cacheFile(folder: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRefOption(entityRef);
  return join(folder, kind, namespace, `${name}.json`);
}

function parseCache(text: string): CachedKnowledge | undefined {
  try {
    const value = JSON.parse(text);
    return value?.version === FORMAT_VERSION &&
      value.entity &&
      Array.isArray(value.definitions) &&
      value.facts &&
      Array.isArray(value.errorBudgetActions)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
