import { Command, Option } from 'commander';
import {
  DEFAULT_CACHE_FOLDER,
  writeKnowledgeCache,
} from '../check/knowledgeCache';
import { parseEntityRefOption } from '../entity/parseEntityRefOption';
import { PerformanceServer } from '../server/PerformanceServer';
import { addServerOptions, ServerOptions } from '../server/ServerOptions';
import { Terminal } from '../terminal/Terminal';
import { CommandRunner } from './CommandRunner';

export function addPullCommand(program: Command, run: CommandRunner): void {
  const command = program
    .command('pull')
    .summary('fetch what applies to an entity, to check offline')
    .description(
      'Fetches an entity and the definitions that apply to it, for perf-gate check --offline.',
    )
    .argument('<entity>', 'a ref such as component:default/checkout')
    .addOption(cacheOption());
  addServerOptions(command).action(run(pull));
}

export function cacheOption(): Option {
  return new Option('--cache <folder>', 'where pulled definitions are kept')
    .env('PERF_GATE_CACHE')
    .default(DEFAULT_CACHE_FOLDER);
}

async function pull(
  terminal: Terminal,
  entity: string,
  options: ServerOptions & { cache: string },
): Promise<number> {
  const { entityRef } = parseEntityRefOption(entity);
  const server = new PerformanceServer(options);
  const pulled = await server.getEntityDefinitions(entityRef);
  const file = await writeKnowledgeCache(
    pulled,
    { url: options.url, folder: options.cache },
    terminal,
  );
  terminal.stdout.write(
    `✔ ${pulled.definitions.length} definitions of ${entityRef} pulled into ${file}\n`,
  );
  return 0;
}
