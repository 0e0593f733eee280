import { components } from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { ProjectedEntity } from '../catalog/EntityStore';
import { verdictIdOf } from '../verdicts/verdictApi';
import { CurrentVerdict } from '../verdicts/VerdictReader';
import { isSamePrincipal } from './WaiverDesk';
import { Waiver, WaiverEvent } from './WaiverStore';

type Schemas = components['schemas'];

/** Who asks, and what they may do. */
export interface WaiverViewer {
  principal: string;
  /** Absent where they may approve nothing at all. */
  approve?: Access;
  now: Date;
}

/** A waiver as the API shows it to somebody. */
export async function waiverToApi(
  waiver: Waiver,
  entity: ProjectedEntity,
  verdict: CurrentVerdict | undefined,
  viewer: WaiverViewer,
): Promise<Schemas['Waiver']> {
  const { decision, end } = waiver;
  const status = statusAt(waiver, viewer.now);
  return {
    id: waiver.id,
    status,
    entity: entityProjectionToApi(entity),
    ruleId: waiver.ruleId,
    title: waiver.title,
    environment: waiver.environment,
    labels: waiver.labels,
    reason: waiver.reason,
    compensatingControl: waiver.compensatingControl,
    cap: waiver.cap,
    requestedBy: waiver.requestedBy,
    requestedAt: waiver.requestedAt.toISOString(),
    expiresAt: waiver.expiresAt.toISOString(),
    decision: decision && { ...decision, at: decision.at.toISOString() },
    end: endOf(waiver, status) ?? (end && { ...end, at: end.at.toISOString() }),
    verdict: verdict && {
      id: verdictIdOf(verdict.key),
      state: verdict.state,
      value: verdict.value,
      unit: 'unit' in verdict ? verdict.unit : undefined,
      limit: verdict.limit.fail,
      stage: verdict.enforcement.stage,
      exceeded: verdict.waiver?.exceeded ?? false,
    },
    may: await abilitiesOf(waiver, status, entity, viewer),
  };
}

export function eventToApi(
  event: WaiverEvent,
): Schemas['WaiverDetail']['history'][number] {
  return { ...event, at: event.at.toISOString() };
}

/** What time has ended is expired, whether or not that has been recorded. */
function statusAt(waiver: Waiver, now: Date): Waiver['status'] {
  const isOpen = waiver.status === 'requested' || waiver.status === 'approved';
  return isOpen && waiver.expiresAt <= now ? 'expired' : waiver.status;
}

function endOf(waiver: Waiver, status: Waiver['status']) {
  return status === 'expired' && !waiver.end
    ? { at: waiver.expiresAt.toISOString() }
    : undefined;
}

async function abilitiesOf(
  waiver: Waiver,
  status: Waiver['status'],
  entity: ProjectedEntity,
  { principal, approve }: WaiverViewer,
): Promise<Schemas['Waiver']['may']> {
  const isOwn = isSamePrincipal(waiver.requestedBy, principal);
  const mayApprove =
    (await approve?.allows(entity, waiver.environment)) ?? false;
  const isRequest = status === 'requested';
  return {
    approve: isRequest && mayApprove && !isOwn,
    approveReason:
      isRequest && mayApprove && isOwn
        ? 'Nobody decides on their own request.'
        : undefined,
    withdraw: isRequest && isOwn,
    revoke: status === 'approved' && mayApprove,
  };
}
