import { GreenDays } from '@perf-governance/plugin-performance-common';
import { findingLink } from '../../notifications/links';
import { NotificationMessage } from '../../notifications/Outbox';
import {
  entityName,
  isEntityRef,
  sentences,
  titled,
} from '../../notifications/words';
import { BoundFinding } from './BoundFinding';

/**
 * Asks those who judge findings to close one: who recorded and bound it, and the reviewers of the review that it came of.
 */
export function closureMessages(
  finding: BoundFinding,
  green: GreenDays,
  reviewers: readonly string[],
): NotificationMessage[] {
  const { findingId, countedFrom } = finding;
  return toJudges(finding, reviewers, {
    // Another row of days is another proposal.
    key: `finding-closure:${findingId}:${countedFrom}:${green.since}`,
    title: titled(`Close F-${findingId}? ${finding.title}`),
    description: sentences([
      `${describeBinding(finding)}: ${describeGreenDays(green)}`,
      'Verify that it is mended, or decline',
    ]),
    severity: 'normal',
  });
}

/** Tells the same people that it is open again; whoever has to see to it hears of that as of any reopening. */
export function regressionMessages(
  finding: BoundFinding,
  now: Date,
  reviewers: readonly string[],
): NotificationMessage[] {
  const { findingId, status } = finding;
  return toJudges(finding, reviewers, {
    key: `finding-regression:${findingId}:${now.getTime()}`,
    title: titled(`Open again: F-${findingId} ${finding.title}`),
    description: sentences([
      `It was ${status}, and ${describeBinding(finding)} fails again`,
    ]),
    severity: 'high',
  });
}

function toJudges(
  finding: BoundFinding,
  reviewers: readonly string[],
  message: Pick<
    NotificationMessage,
    'key' | 'title' | 'description' | 'severity'
  >,
): NotificationMessage[] {
  const { findingId, createdBy, boundBy, owner } = finding;
  const refs = [...new Set([createdBy, boundBy, ...reviewers])].filter(
    // Pipelines record findings, too, and hear nothing.
    ref => isEntityRef(ref) && ref !== owner,
  );
  return refs.length === 0
    ? []
    : [
        {
          type: 'notification',
          topic: 'findings',
          link: findingLink(String(findingId)),
          to: { refs },
          ...message,
        },
      ];
}

/** `3 days of evidence in a row were green, from 2026-11-20 to 2026-11-24.` */
export function describeGreenDays({ count, since, until }: GreenDays): string {
  return count === 1
    ? `The day of evidence ${until} was green.`
    : `${count} days of evidence in a row were green, from ${since} to ${until}.`;
}

/** `budget:http.request.duration:p95 of checkout in production`. */
function describeBinding({
  ruleId,
  entityRef,
  environment,
}: BoundFinding): string {
  return `${ruleId} of ${entityName(entityRef)}${
    environment === '*' ? '' : ` in ${environment}`
  }`;
}
