import {
  PolicyDefinition,
  PolicyStage,
  stageStandingAt,
} from '@perf-governance/plugin-performance-common';
import { policyParts, stagesOfPart } from './policyParts';

/** What a policy said from some time on, in order of time. */
export interface PolicyVersion {
  createdAt: Date;
  /** Absent where it was broken or retired. */
  definition?: PolicyDefinition;
}

/**
 * Since when a policy has warned of a rule's failures without a break: a date in a definition counts from
 * when the definition came into force here, so that nobody writes it into the past. Asking for `block` is
 * warning, too. Of the parts of the policy that are going to block, the last to begin counts.
 *
 * @param isAbout - whether a version is about the rule.
 * @returns undefined where one of these parts doesn't warn now, or none is going to block.
 */
export function warnSince(
  versions: readonly PolicyVersion[],
  isAbout: (definition: PolicyDefinition) => boolean,
  now: Date,
): Date | undefined {
  const current = versions.at(-1)?.definition;
  if (!current) {
    return undefined;
  }
  let latest: number | undefined;
  for (const part of policyParts(current)) {
    if (part.stages.some(({ stage }) => stage === 'block')) {
      const since = warnSinceInPart(
        versions,
        definition =>
          isAbout(definition)
            ? stagesOfPart(definition.spec.stages, part.for)
            : [],
        now,
      );
      if (since === undefined) {
        return undefined;
      }
      latest = Math.max(latest ?? -Infinity, since);
    }
  }
  return latest === undefined ? undefined : new Date(latest);
}

/**
 * When a policy is going to warn of failures in all parts that are going to block, as it stands.
 *
 * @returns undefined where it does already, or never will.
 */
export function warnFrom(
  definition: PolicyDefinition,
  now: Date,
): Date | undefined {
  let latest: number | undefined;
  for (const { stages } of policyParts(definition)) {
    if (stages.some(({ stage }) => stage === 'block')) {
      const dates = stages
        .map(({ from }) => (from === undefined ? -Infinity : Date.parse(from)))
        .sort((a, b) => a - b);
      const from = [now.getTime(), ...dates].find(
        at => at >= now.getTime() && warns(stages, at),
      );
      if (from === undefined) {
        return undefined;
      }
      latest = Math.max(latest ?? -Infinity, from);
    }
  }
  return latest !== undefined && latest > now.getTime()
    ? new Date(latest)
    : undefined;
}

function warns(stages: PolicyStage[], at: number): boolean {
  const { stage } = stageStandingAt(stages, new Date(at));
  return stage === 'warn' || stage === 'block';
}

function warnSinceInPart(
  versions: readonly PolicyVersion[],
  stagesOf: (definition: PolicyDefinition) => PolicyStage[],
  now: Date,
): number | undefined {
  let since: number | undefined;
  versions.forEach(({ createdAt, definition }, index) => {
    const stages = definition ? stagesOf(definition) : [];
    const start = createdAt.getTime();
    const end = versions[index + 1]?.createdAt.getTime() ?? Infinity;
    const dates = stages
      .map(({ from }) => (from === undefined ? start : Date.parse(from)))
      .filter(at => at > start && at < end)
      .sort((a, b) => a - b);
    for (const at of [start, ...dates]) {
      if (at <= now.getTime()) {
        since = warns(stages, at) ? since ?? at : undefined;
      }
    }
  });
  return since;
}
