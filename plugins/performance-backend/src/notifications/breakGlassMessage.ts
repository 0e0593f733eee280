import { BreakGlass } from '../gate/BreakGlassStore';
import { entityLink } from './links';
import { NotificationMessage } from './Outbox';
import { entityName, minute, principalName, titled } from './words';

/**
 * Tells an entity's owners, and those who hear of requests for waivers, that somebody opened its gate.
 *
 * @param approvers - refs of users and groups.
 */
export function breakGlassMessage(
  { id, entityRef, reason, by, until }: BreakGlass,
  approvers: string[],
): NotificationMessage {
  return {
    type: 'notification',
    key: `break-glass:${id}`,
    to: { refs: approvers, ownersOf: [entityRef] },
    except: [by],
    topic: 'break-glass',
    title: titled(`The gate of ${entityName(entityRef)} was overridden`),
    description: `By ${principalName(by)}, until ${minute(until)}: ${reason}`,
    link: entityLink(entityRef),
    severity: 'high',
  };
}
