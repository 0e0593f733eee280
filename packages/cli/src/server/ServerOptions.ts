import { Command, Option } from 'commander';

/** Where a Backstage with the plugin is, and who asks. */
export interface ServerOptions {
  url: string;
  token?: string;
  /** Where people open Backstage. */
  appUrl?: string;
}

/** Where `npm start` and `yarn start` put the backend. */
const DEFAULT_URL = 'http://localhost:7007';

export function addServerOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--url <url>', 'where the Backstage backend is')
        .env('PERF_GATE_URL')
        .default(DEFAULT_URL),
    )
    .addOption(
      new Option(
        '--token <token>',
        'a token of backend.auth.externalAccess; better given in the environment',
      ).env('PERF_GATE_TOKEN'),
    )
    .addOption(
      new Option(
        '--app-url <url>',
        'where people open Backstage, for links to runs',
      ).env('PERF_GATE_APP_URL'),
    );
}
