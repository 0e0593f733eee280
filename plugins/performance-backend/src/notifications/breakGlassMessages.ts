import { entityLink } from './links';
import { NotificationMessage } from './Outbox';
import { entityName, titled } from './words';

/**
 * Whom to tell that somebody opened the gate of an entity: its owners and those who hear of requests
 * for waivers.
 *
 * @param approvers - refs of users and groups.
 */
export function breakGlassMessages(
  override: {
    id: string;
    entityRef: string;
    reason: string;
    /** User ref. */
    by: string;
    expiresAt: Date;
  },
  approvers: string[],
): NotificationMessage[] {
  const { id, entityRef, reason, by, expiresAt } = override;
  const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  return [
    {
      type: 'notification',
      key: `break-glass:${id}`,
      to: { refs: approvers, ownersOf: [entityRef] },
      except: [by],
      topic: 'break-glass',
      title: titled(`The gate of ${entityName(entityRef)} was overridden`),
      description: `${entityName(by)} opened it until ${until} UTC: ${reason}`,
      link: entityLink(entityRef),
      severity: 'high',
    },
  ];
}
