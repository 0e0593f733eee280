import { applicableDefinitions } from '@perf-governance/plugin-performance-common';
import { CliError } from '../terminal/CliError';
import { Knowledge } from './Knowledge';

/** Names the environment where no definition cares which one it is. */
const ANY_ENVIRONMENT = 'local';

/**
 * The environment to judge for where none was given: the only one that the subject's budgets name.
 *
 * @throws CliError if they name several
 */
export function resolveOfflineEnvironment(knowledge: Knowledge): string {
  const named = new Set<string>();
  for (const definition of applicableDefinitions(
    knowledge.definitions,
    knowledge.subject,
  )) {
    if (definition.kind === 'Budget') {
      for (const environment of definition.spec.environments ?? []) {
        named.add(environment);
      }
    }
  }
  if (named.size > 1) {
    throw new CliError('The budgets name several environments.', {
      where: '--environment',
      fix: `Say where the report comes from: ${[...named]
        .map(environment => `--environment ${environment}`)
        .join(' or ')}.`,
    });
  }
  return named.values().next().value ?? ANY_ENVIRONMENT;
}
