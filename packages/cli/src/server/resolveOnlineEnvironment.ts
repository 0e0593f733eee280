import { CliError } from '../terminal/CliError';
import { PerformanceServer } from './PerformanceServer';

/**
 * The environment to judge for where none was given: the only one that the entity has runs in.
 *
 * @throws CliError if there are several, or none yet
 */
export async function resolveOnlineEnvironment(
  server: PerformanceServer,
  entityRef: string,
): Promise<string> {
  const { environments } = await server.getEntitySummary(entityRef);
  if (environments.length !== 1) {
    throw new CliError(
      environments.length === 0
        ? `${entityRef} has no runs yet, so that its environment can't be guessed.`
        : `${entityRef} has runs in several environments.`,
      {
        where: '--environment',
        fix: `Say where the report comes from: ${
          environments.length === 0
            ? '--environment staging'
            : environments
                .map(environment => `--environment ${environment}`)
                .join(' or ')
        }.`,
      },
    );
  }
  return environments[0];
}
