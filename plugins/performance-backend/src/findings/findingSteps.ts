import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  FindingStatus,
  findingTransitions,
} from '@perf-governance/plugin-performance-common';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { Finding } from './Finding';
import { FindingChange } from './FindingStore';

/** A step that somebody takes with a finding. */
export interface FindingStep {
  status: FindingStatus;
  note?: string;
  /** Number of the finding that goes on. */
  duplicateOf?: number;
}

/**
 * Whether a step leads on from where a finding is, and whoever takes it may, apart from permissions.
 *
 * @throws ConflictError where none does, InputError where it has to be said why, NotAllowedError for verifying what one
 *   resolved.
 */
export function assertStep(
  finding: Finding,
  step: FindingStep,
  by: string,
): void {
  const { status, note } = step;
  if (status === 'risk-accepted') {
    throw new ConflictError(
      `A risk is accepted by a waiver: request one for the rule finding:${finding.id}`,
    );
  }
  if (finding.status === 'risk-accepted') {
    throw new ConflictError(
      `The risk of F-${finding.id} is accepted until its waiver ends: revoke that to go on with the finding`,
    );
  }
  const steps = findingTransitions(finding.status);
  const found = steps.find(({ to }) => to === status);
  if (!found) {
    throw new ConflictError(
      `F-${finding.id} is ${finding.status}: from there it can become ${steps
        .map(({ to }) => to)
        .join(', ')}`,
    );
  }
  if (found.note && !note?.trim()) {
    throw new InputError(
      `Say in \`note\` why F-${finding.id} becomes ${status}`,
    );
  }
  if (status === 'verified' && isSamePrincipal(finding.resolvedBy ?? '', by)) {
    throw new NotAllowedError(
      `Nobody verifies what they resolved: somebody other than ${by} has to look at F-${finding.id}`,
    );
  }
}

/**
 * Whether a finding may be a duplicate of another one.
 *
 * @throws InputError where there is none, or the two would end up in a circle.
 */
export async function assertOriginal(
  finding: Finding,
  duplicateOf: number | undefined,
  get: (id: number) => Promise<Finding | undefined>,
): Promise<void> {
  if (duplicateOf === undefined) {
    throw new InputError(
      `Say in \`duplicateOf\` which finding F-${finding.id} is a duplicate of`,
    );
  }
  let original = await get(duplicateOf);
  if (!original) {
    throw new InputError(`There is no finding F-${duplicateOf}`);
  }
  const seen = new Set<number>();
  while (original && !seen.has(original.id)) {
    if (original.id === finding.id) {
      throw new InputError(
        duplicateOf === finding.id
          ? `F-${finding.id} can't be a duplicate of itself`
          : `F-${duplicateOf} is a duplicate of F-${finding.id} itself`,
      );
    }
    seen.add(original.id);
    original =
      original.duplicateOf === undefined
        ? undefined
        : await get(original.duplicateOf);
  }
}

/** What a step changes of a finding. */
export function changeOfStep(
  finding: Finding,
  { status, duplicateOf }: FindingStep,
  by: string,
): FindingChange {
  const isDone = status === 'resolved' || status === 'verified';
  return {
    status,
    resolvedBy: isDone
      ? (status === 'resolved' ? by : finding.resolvedBy) || undefined
      : undefined,
    duplicateOf: status === 'duplicate' ? duplicateOf : undefined,
    acceptedUntil: undefined,
    // Whatever was proposed before, it was about the status that it had.
    closureProposedAt: undefined,
  };
}
