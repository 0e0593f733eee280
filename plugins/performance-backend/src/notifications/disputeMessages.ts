import { Dispute } from '../disputes/DisputeStore';
import { disputesLink } from './links';
import { NotificationMessage } from './Outbox';
import { principalName, sentences, subjectName, titled } from './words';

/**
 * Whom to tell what of a dispute: that it was opened to those who may settle it, what it came to, if
 * only that the verdict is gone, to who opened it.
 *
 * @param approvers - refs of users and groups who hear of open ones.
 */
export function disputeMessages(
  dispute: Dispute,
  entityRef: string,
  approvers: string[],
): NotificationMessage[] {
  const { id, by, reason, status, resolution } = dispute;
  const subject = subjectName({ ...dispute, entityRef });
  const about = {
    type: 'notification',
    topic: 'disputes',
    link: disputesLink(),
    severity: 'normal',
  } as const;
  if (resolution) {
    return [
      {
        ...about,
        key: `dispute-settled:${id}`,
        to: { refs: [by] },
        title: titled(`Dispute ${status}: ${subject}`),
        description: sentences([
          resolution.by === ''
            ? undefined
            : `By ${principalName(resolution.by)}`,
          resolution.note,
        ]),
      },
    ];
  }
  return approvers.length === 0
    ? []
    : [
        {
          ...about,
          key: `dispute-opened:${id}`,
          to: { refs: approvers },
          except: [by],
          title: titled(`Verdict disputed: ${subject}`),
          description: sentences([
            `${principalName(by)} says that it is wrong: ${reason}`,
          ]),
        },
      ];
}
