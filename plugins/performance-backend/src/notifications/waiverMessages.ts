import {
  describeCapExcess,
  formatBound,
} from '@perf-governance/plugin-performance-common';
import { Waiver, WaiverEvent } from '../waivers/WaiverStore';
import { waiverLink } from './links';
import { NotificationMessage } from './Outbox';
import {
  endTime,
  minute,
  principalName,
  sentences,
  subjectName,
  titled,
} from './words';

/**
 * Whom to tell what of a waiver: a request to those who may approve it, all else to who requested it
 * and the entity's owners, but for who did it.
 *
 * @param approvers - refs of users and groups who hear of requests.
 * @param value - of the verdict, where the waiver has just been requested.
 */
export function waiverMessages(
  waiver: Waiver,
  event: WaiverEvent,
  approvers: string[],
  value?: number,
): NotificationMessage[] {
  const { id, requestedBy } = waiver;
  const { status, at, by, note } = event;
  if (status === 'withdrawn') {
    return [];
  }
  if (status === 'requested') {
    return approvers.length === 0
      ? []
      : [
          {
            ...about(waiver),
            key: `waiver-requested:${id}`,
            to: { refs: approvers },
            except: [requestedBy],
            title: titled(`Waiver requested: ${subjectName(waiver)}`),
            description: sentences([
              `${principalName(requestedBy)} asks for it until ${endTime(
                waiver.expiresAt,
                at,
              )}: ${waiver.reason}`,
              termsOf(waiver),
              waiver.cap && describeCapExcess(value, waiver.cap),
            ]),
            severity: 'normal',
          },
        ];
  }
  const isLapsed = status === 'expired' && !waiver.decision;
  return [
    {
      ...about(waiver),
      key: `waiver-${status}:${id}`,
      ...(by !== undefined && { except: [by] }),
      title: titled(`${headlineOf(waiver, status)}: ${subjectName(waiver)}`),
      description: sentences([
        by === undefined
          ? undefined
          : `By ${principalName(by)}${
              status === 'approved'
                ? `, until ${endTime(waiver.expiresAt, at)}`
                : ''
            }.`,
        note,
        status === 'approved' ? termsOf(waiver) : undefined,
        isLapsed && note === undefined
          ? `Nobody decided on it by ${minute(
              waiver.expiresAt,
            )}; ask again if it is still needed`
          : undefined,
        // A request that came to nothing changes nothing.
        status === 'revoked' || (status === 'expired' && !isLapsed)
          ? 'The verdict counts in full'
          : undefined,
      ]),
      severity: status === 'approved' || isLapsed ? 'normal' : 'high',
    },
  ];
}

/** A reminder some days before a waiver ends. */
export function waiverReminder(
  waiver: Waiver,
  daysBefore: number,
  now: Date,
): NotificationMessage {
  return {
    ...about(waiver),
    key: `waiver-expiring:${waiver.id}:${daysBefore}`,
    title: titled(
      `Waiver ends on ${endTime(waiver.expiresAt, now)}: ${subjectName(
        waiver,
      )}`,
    ),
    description: sentences([
      'The verdict counts in full from then on',
      termsOf(waiver),
    ]),
    severity: daysBefore <= 1 ? 'high' : 'normal',
  };
}

function about({
  id,
  requestedBy,
  entityRef,
}: Waiver): Pick<NotificationMessage, 'type' | 'to' | 'topic' | 'link'> {
  return {
    type: 'notification',
    to: { refs: [requestedBy], ownersOf: [entityRef] },
    topic: 'waivers',
    // Where reasons and decisions are shown, to requesters and owners as well as approvers.
    link: waiverLink(id),
  };
}

function headlineOf(waiver: Waiver, status: WaiverEvent['status']): string {
  if (status !== 'expired') {
    return `Waiver ${status}`;
  }
  return waiver.decision ? 'Waiver ended' : 'Request for a waiver lapsed';
}

function termsOf({ cap }: Waiver): string | undefined {
  return cap && `It holds while the value is ${formatBound(cap)}.`;
}
