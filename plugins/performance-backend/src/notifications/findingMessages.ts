import { Finding, FindingEvent } from '../findings/Finding';
import { findingLink, findingsLink } from './links';
import { NotificationMessage } from './Outbox';
import {
  counted,
  entityName,
  listed,
  principalName,
  sentences,
  titled,
} from './words';

/** Names the message of one event: a finding's version rises with each. */
function keyOf(what: string, { id, version }: Finding): string {
  return `finding-${what}:${id}:${version}`;
}

/** Whoever sees to it; where nobody does, the owners of its entity. */
function responsible({ owner, entityRef }: Finding): NotificationMessage['to'] {
  return owner ? { refs: [owner] } : { ownersOf: [entityRef] };
}

/**
 * Whom to tell what of a finding: whoever has to see to it that it is theirs, or has been reopened; who recorded it that
 * it is resolved, for somebody to verify; and who resolved it what that came to.
 */
export function findingMessages(
  finding: Finding,
  event: FindingEvent,
  previous: Finding | undefined,
): NotificationMessage[] {
  const { id, title, risk, entityRef, status } = finding;
  const about = {
    type: 'notification',
    topic: 'findings',
    link: findingLink(String(id)),
    except: event.by ? [event.by] : [],
  } as const;
  const name = `F-${id} ${title}`;
  const by = event.by ? `By ${principalName(event.by)}` : undefined;
  const messages: NotificationMessage[] = [];
  const isReopened =
    previous !== undefined &&
    ['resolved', 'verified', 'risk-accepted'].includes(previous.status) &&
    (status === 'open' || status === 'in-progress');
  if (!previous || previous.owner !== finding.owner) {
    messages.push({
      ...about,
      key: keyOf('assigned', finding),
      to: responsible(finding),
      severity: isHigh(risk) ? 'high' : 'normal',
      title: titled(`Finding: ${name}`),
      description: sentences([
        `A ${risk} risk of ${entityRef}`,
        finding.dueDate && `Due ${finding.dueDate}`,
        by,
      ]),
    });
  }
  if (isReopened) {
    messages.push({
      ...about,
      key: keyOf('reopened', finding),
      to: responsible(finding),
      severity: 'high',
      title: titled(`Finding reopened: ${name}`),
      description: sentences([event.note, by]),
    });
  }
  if (previous && previous.status !== status && status === 'resolved') {
    messages.push({
      ...about,
      key: keyOf('resolved', finding),
      to: { refs: [finding.createdBy] },
      severity: 'normal',
      title: titled(`To verify: ${name}`),
      description: sentences([
        event.note,
        event.by && `${principalName(event.by)} says that it is resolved`,
      ]),
    });
  }
  if (previous && previous.status !== status && status === 'verified') {
    messages.push({
      ...about,
      key: keyOf('verified', finding),
      to: responsible(finding),
      severity: 'low',
      title: titled(`Finding verified: ${name}`),
      description: sentences([event.note, by]),
    });
  }
  return messages;
}

/** What of findings that came together concerns whom, in one message each. */
export function importedFindingMessages(
  findings: Finding[],
  by: string,
): NotificationMessage[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { owner, entityRef } = finding;
    const key = JSON.stringify(owner ? { owner } : { entityRef });
    const group = groups.get(key);
    if (group) {
      group.push(finding);
    } else {
      groups.set(key, [finding]);
    }
  }
  return [...groups.values()].map((group): NotificationMessage => {
    const [first] = group;
    const { owner, entityRef } = first;
    const isGrave = group.some(({ risk }) => isHigh(risk));
    return {
      type: 'notification',
      topic: 'findings',
      key: keyOf('imported', first),
      to: responsible(first),
      except: [by],
      severity: isGrave ? 'high' : 'normal',
      link:
        group.length === 1
          ? findingLink(String(first.id))
          : findingsLink(owner ? { assignee: owner } : { entityRef }),
      title: titled(
        group.length === 1
          ? `Finding: F-${first.id} ${first.title}`
          : `${counted(group.length, 'finding', 'findings')} ${
              owner ? 'for you to see to' : `of ${entityName(entityRef)}`
            }`,
      ),
      description: sentences([
        group.length > 1
          ? listed(
              group.map(({ id, title }) => `F-${id} ${title}`),
              5,
            )
          : undefined,
        `Imported by ${principalName(by)}`,
      ]),
    };
  });
}

function isHigh(risk: Finding['risk']): boolean {
  return risk === 'critical' || risk === 'high';
}

/** That its due day is over. */
export function findingOverdueMessage(finding: Finding): NotificationMessage {
  const { id, title, dueDate, entityRef, risk } = finding;
  return {
    type: 'notification',
    topic: 'findings',
    key: `finding-overdue:${id}:${dueDate}`,
    to: responsible(finding),
    link: findingLink(String(id)),
    severity: 'high',
    title: titled(`Overdue finding: F-${id} ${title}`),
    description: sentences([
      `It was due ${dueDate}`,
      `A ${risk} risk of ${entityRef}`,
    ]),
  };
}
