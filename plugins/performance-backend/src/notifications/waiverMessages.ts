import {
  formatBound,
  Labels,
  WaiverFact,
} from '@perf-governance/plugin-performance-common';
import { entityLink, pageLink } from './links';
import { NotificationMessage } from './Outbox';
import { aspect, day, entityName, titled } from './words';

/** What is told of a waiver. */
export interface ToldWaiver {
  id: string;
  entityRef: string;
  /** Of the rule. */
  title: string;
  environment: string;
  labels: Labels;
  reason: string;
  cap?: WaiverFact['cap'];
  /** User ref. */
  requestedBy: string;
  expiresAt: Date;
}

/** What became of a waiver; `by` is a user ref. */
export type WaiverNews =
  | { change: 'requested' }
  | { change: 'approved' | 'rejected' | 'revoked'; by: string; note?: string }
  | { change: 'expiring'; daysBefore: number }
  | { change: 'expired' };

/**
 * Whom to tell what of a waiver: a request to those who may approve it, all else to who requested it
 * and the entity's owners, but for who did it.
 *
 * @param approvers - refs of users and groups who hear of requests.
 */
export function waiverMessages(
  waiver: ToldWaiver,
  news: WaiverNews,
  approvers: string[],
): NotificationMessage[] {
  const { id, entityRef, requestedBy } = waiver;
  const what = `${waiver.title} of ${entityName(entityRef)}`;
  const about = aspect(waiver.environment, waiver.labels);
  const terms = [
    about && `It is about ${about}.`,
    waiver.cap && `It holds while the value is ${formatBound(waiver.cap)}.`,
  ];
  const until = day(waiver.expiresAt);
  const concerned = {
    type: 'notification' as const,
    to: { refs: [requestedBy], ownersOf: [entityRef] },
    topic: 'waivers' as const,
    link: entityLink(entityRef),
  };
  switch (news.change) {
    case 'requested':
      return approvers.length === 0
        ? []
        : [
            {
              ...concerned,
              key: `waiver-requested:${id}`,
              to: { refs: approvers },
              except: [requestedBy],
              title: titled(`Waiver requested: ${what}`),
              description: sentences([
                `${entityName(requestedBy)} asks for it until ${until}: ${
                  waiver.reason
                }`,
                ...terms,
              ]),
              link: pageLink('waivers', { waiver: id }),
              severity: 'normal',
            },
          ];
    case 'expiring':
      return [
        {
          ...concerned,
          key: `waiver-expiring:${id}:${news.daysBefore}`,
          title: titled(`Waiver ends on ${until}: ${what}`),
          description: sentences([
            'The verdict counts in full again from then on.',
            ...terms,
          ]),
          severity: news.daysBefore <= 1 ? 'high' : 'normal',
        },
      ];
    case 'expired':
      return [
        {
          ...concerned,
          key: `waiver-expired:${id}`,
          title: titled(`Waiver ended: ${what}`),
          description: sentences([
            'The verdict counts in full again.',
            ...terms,
          ]),
          severity: 'high',
        },
      ];
    default:
      return [
        {
          ...concerned,
          key: `waiver-${news.change}:${id}`,
          except: [news.by],
          title: titled(`Waiver ${news.change}: ${what}`),
          description: sentences([
            news.change === 'approved'
              ? `${entityName(news.by)} approved it until ${until}.`
              : `${entityName(news.by)} ${news.change} it.`,
            news.note,
            ...terms,
          ]),
          severity: news.change === 'approved' ? 'normal' : 'high',
        },
      ];
  }
}

function sentences(parts: (string | undefined)[]): string {
  return parts.filter(part => part).join(' ');
}
