import {
  isCompositeSlo,
  SloDefinition,
} from '@perf-governance/plugin-performance-common';
import { CliError } from '../terminal/CliError';

/** The names of the objectives that stand for themselves; undefined for all parts of a composite. */
export function reportedObjectives(
  { metadata, spec }: SloDefinition,
  name: string | undefined,
): (string | undefined)[] {
  const names = spec.objectives.map(objective => objective.name);
  if (name === undefined) {
    return isCompositeSlo(spec) ? [undefined] : names;
  }
  if (!names.includes(name)) {
    throw new CliError(
      `The SLO "${metadata.name}" has no objective "${name}".`,
      {
        where: '--objective',
        fix: `Name one of ${names.join(', ')}.`,
      },
    );
  }
  return [name];
}
