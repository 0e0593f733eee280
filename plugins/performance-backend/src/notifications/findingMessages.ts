import { Finding } from '../findings/Finding';
import { FindingOccurrence } from '../findings/FindingListener';
import { isIssuePrincipal } from '../issues/issuePrincipal';
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

/** What somebody is told of a finding. */
type News = 'assigned' | 'reopened' | 'resolved' | 'verified';

/**
 * Whom to tell what of a finding: whoever has to see to it that it is theirs, or has been reopened; who recorded it that
 * it is resolved, for somebody to verify; and who resolved it what that came to.
 */
export function findingMessages(
  occurrence: FindingOccurrence,
): NotificationMessage[] {
  return newsOf(occurrence).map(news => messageOf(news, occurrence));
}

/** The same of what one person did to several, with one message for each whom it concerns and what it is. */
export function findingSummaryMessages(
  occurrences: FindingOccurrence[],
): NotificationMessage[] {
  const groups = new Map<string, FindingGroup>();
  for (const occurrence of occurrences) {
    for (const news of newsOf(occurrence)) {
      const key = JSON.stringify([news, recipientsOf(news, occurrence)]);
      const group = groups.get(key);
      if (group) {
        group.occurrences.push(occurrence);
      } else {
        groups.set(key, { news, occurrences: [occurrence] });
      }
    }
  }
  return [...groups.values()].map(({ news, occurrences: [first, ...others] }) =>
    others.length === 0
      ? messageOf(news, first)
      : summaryOf(news, [first, ...others]),
  );
}

interface FindingGroup {
  news: News;
  occurrences: [FindingOccurrence, ...FindingOccurrence[]];
}

function newsOf({ finding, previous }: FindingOccurrence): News[] {
  const { status, owner } = finding;
  const news: News[] = [];
  if (!previous || previous.owner !== owner) {
    news.push('assigned');
  }
  if (
    previous !== undefined &&
    ['resolved', 'verified', 'risk-accepted'].includes(previous.status) &&
    (status === 'open' || status === 'in-progress')
  ) {
    news.push('reopened');
  }
  if (
    previous &&
    previous.status !== status &&
    (status === 'resolved' || status === 'verified')
  ) {
    news.push(status);
  }
  return news;
}

function recipientsOf(
  news: News,
  { finding }: FindingOccurrence,
): NotificationMessage['to'] {
  return news === 'resolved'
    ? { refs: [finding.createdBy] }
    : responsible(finding);
}

function messageOf(
  news: News,
  occurrence: FindingOccurrence,
): NotificationMessage {
  const { finding, event } = occurrence;
  const { id, title, risk, entityRef } = finding;
  const about = {
    type: 'notification',
    topic: 'findings',
    key: keyOf(news, finding),
    to: recipientsOf(news, occurrence),
    link: findingLink(String(id)),
    except: event.by ? [event.by] : [],
  } as const;
  const name = `F-${id} ${title}`;
  // What an issue did, the event's note says.
  const who =
    event.by && !isIssuePrincipal(event.by)
      ? principalName(event.by)
      : undefined;
  const by = who && `By ${who}`;
  switch (news) {
    case 'assigned':
      return {
        ...about,
        severity: isHigh(risk) ? 'high' : 'normal',
        title: titled(`Finding: ${name}`),
        description: sentences([
          `A ${risk} risk of ${entityName(entityRef)}`,
          finding.dueDate && `Due ${finding.dueDate}`,
          by,
        ]),
      };
    case 'reopened':
      return {
        ...about,
        severity: 'high',
        title: titled(`Finding reopened: ${name}`),
        description: sentences([event.note, by]),
      };
    case 'resolved':
      return {
        ...about,
        severity: 'normal',
        title: titled(`To verify: ${name}`),
        description: sentences([
          event.note,
          who && `${who} says that it is resolved`,
        ]),
      };
    default:
      return {
        ...about,
        severity: 'low',
        title: titled(`Finding verified: ${name}`),
        description: sentences([event.note, by]),
      };
  }
}

function summaryOf(
  news: News,
  occurrences: [FindingOccurrence, ...FindingOccurrence[]],
): NotificationMessage {
  const [first] = occurrences;
  const { owner, entityRef } = first.finding;
  const { by, note, type } = first.event;
  const count = counted(occurrences.length, 'finding', 'findings');
  const isGrave = occurrences.some(({ finding }) => isHigh(finding.risk));
  const titles: Record<News, string> = {
    assigned: `${count} ${
      owner ? 'for you to see to' : `of ${entityName(entityRef)}`
    }`,
    reopened: `${count} reopened`,
    resolved: `${count} to verify`,
    verified: `${count} verified`,
  };
  const severities: Record<News, NotificationMessage['severity']> = {
    assigned: isGrave ? 'high' : 'normal',
    reopened: 'high',
    resolved: 'normal',
    verified: 'low',
  };
  const mine = owner ? { assignee: owner } : { entityRef };
  return {
    type: 'notification',
    topic: 'findings',
    key: keyOf(`${news}-together`, first.finding),
    to: recipientsOf(news, first),
    except: by ? [by] : [],
    severity: severities[news],
    link: findingsLink(news === 'resolved' ? { status: 'resolved' } : mine),
    title: titled(titles[news]),
    description: sentences([
      listed(
        occurrences.map(({ finding: { id, title } }) => `F-${id} ${title}`),
        5,
      ),
      news === 'assigned' ? undefined : note,
      by && `${type === 'created' ? 'Imported by' : 'By'} ${principalName(by)}`,
    ]),
  };
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
      `A ${risk} risk of ${entityName(entityRef)}`,
    ]),
  };
}
