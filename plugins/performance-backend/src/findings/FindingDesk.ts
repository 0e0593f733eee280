import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  FindingStatus,
  findingTransitions,
  riskOf,
  RiskMatrix,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Reevaluations } from '../evaluation/Reevaluations';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import {
  Finding,
  FindingComment,
  FindingContent,
  FindingEvent,
  FindingOrigin,
} from './Finding';
import { findingChanges } from './findingChanges';
import { FindingListener } from './FindingListener';
import { FindingChange, FindingStore } from './FindingStore';

/** What somebody wants changed of a finding's content; `undefined` takes an optional part away. */
export type FindingContentChange = Partial<
  FindingContent & { entityIds: number[] }
>;

/** A step that somebody takes with a finding. */
export interface FindingStep {
  status: FindingStatus;
  note?: string;
  /** Number of the finding that goes on. */
  duplicateOf?: number;
}

/** Records findings and what becomes of them; verdicts of the entities that they affect follow. */
export class FindingDesk {
  readonly #options;

  constructor(options: {
    knex: Knex;
    findings: FindingStore;
    reevaluations: Reevaluations;
    riskMatrix: RiskMatrix;
    listeners: FindingListener[];
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * @param entityIds - all that it affects, the one it belongs to first.
   * @param tx - to record it in; one of its own unless given.
   * @throws ConflictError where there is one with its external id.
   */
  async create(
    content: FindingContent,
    entityIds: number[],
    about: { by: string; origin?: FindingOrigin },
    tx?: Knex.Transaction,
  ): Promise<Finding> {
    const { knex, findings, clock, riskMatrix } = this.#options;
    const { by, origin = {} } = about;
    const record = async (transaction: Knex.Transaction) => {
      const { externalId } = origin;
      if (externalId !== undefined) {
        const known = await findings.findExternal([externalId], transaction);
        const id = known.get(externalId);
        if (id !== undefined) {
          throw new ConflictError(
            `There is a finding with the external id '${externalId}' already: F-${id}`,
          );
        }
      }
      const at = clock();
      const finding = await findings.add(
        {
          ...content,
          risk: riskOf(content.severity, content.likelihood, riskMatrix),
          entityIds: [...new Set(entityIds)],
          origin,
          by,
          at,
        },
        transaction,
      );
      const event: FindingEvent = { type: 'created', by, at, changes: [] };
      await this.#tell(finding, event, undefined, transaction);
      return finding;
    };
    try {
      return await (tx ? record(tx) : knex.transaction(record));
    } catch (error) {
      // Somebody else recorded it since it was looked for.
      throw origin.externalId !== undefined && isDatabaseConflictError(error)
        ? new ConflictError(
            `There is a finding with the external id '${origin.externalId}' already`,
          )
        : error;
    }
  }

  /**
   * @param version - that whoever changes it has seen.
   * @throws ConflictError where somebody changed it since.
   */
  async change(
    id: number,
    version: number,
    change: FindingContentChange,
    by: string,
  ): Promise<Finding> {
    return this.#options.knex.transaction(tx =>
      this.#change(id, version, change, by, tx),
    );
  }

  /**
   * A step by hand. Whether the caller may take it, apart from verifying what they resolved, is the route's to know.
   *
   * @param change - of its content, made before the step, or not at all where the step is refused.
   * @throws ConflictError where somebody changed it since, or no step leads there; InputError where something has to
   *   be said; NotAllowedError for verifying what one resolved.
   */
  async step(
    id: number,
    version: number,
    step: FindingStep,
    by: string,
    change?: FindingContentChange,
  ): Promise<Finding> {
    return this.#options.knex.transaction(async tx => {
      if (step.status === 'duplicate') {
        await this.#lockInOrder([id, step.duplicateOf ?? id], tx);
      }
      const changed =
        change && (await this.#change(id, version, change, by, tx));
      return this.#step(id, changed?.version ?? version, step, by, tx);
    });
  }

  /**
   * Brings a finding to another status because of something else than a person's step: a waiver, an issue outside,
   * or what is measured.
   *
   * @param by - empty for what happened by itself.
   * @returns undefined where it isn't there, or is there already.
   */
  async settle(
    id: number,
    step: FindingStep & { acceptedUntil?: Date },
    about: { by: string; type?: FindingEvent['type'] },
    tx: Knex.Transaction,
  ): Promise<Finding | undefined> {
    const { findings } = this.#options;
    const finding = await findings.lock(id, tx);
    const isSame =
      finding?.status === step.status &&
      finding.acceptedUntil?.getTime() === step.acceptedUntil?.getTime();
    if (!finding || isSame) {
      return undefined;
    }
    return this.#apply(
      finding,
      {
        change: {
          ...changeOfStep(finding, step, about.by),
          acceptedUntil: step.acceptedUntil,
        },
        note: step.note,
      },
      about.by,
      about.type ?? 'status',
      tx,
    );
  }

  /** Writes down something about a finding that changes nothing but what the change holds. */
  async note(
    id: number,
    event: Pick<FindingEvent, 'type' | 'by' | 'note'>,
    change: FindingChange,
    tx: Knex.Transaction,
  ): Promise<Finding | undefined> {
    const finding = await this.#options.findings.lock(id, tx);
    return (
      finding &&
      this.#apply(
        finding,
        { change, note: event.note },
        event.by,
        event.type,
        tx,
      )
    );
  }

  async comment(
    finding: Finding,
    body: string,
    by: string,
  ): Promise<FindingComment> {
    const { knex, findings, clock } = this.#options;
    const at = clock();
    return knex.transaction(async tx => {
      const comment = await findings.addComment(
        { findingId: finding.id, body, by, at },
        tx,
      );
      const event: FindingEvent = { type: 'commented', by, at, changes: [] };
      for (const listener of this.#options.listeners) {
        await listener.onFinding(finding, event, finding, tx);
      }
      return comment;
    });
  }

  async #change(
    id: number,
    version: number,
    change: FindingContentChange,
    by: string,
    tx: Knex.Transaction,
  ): Promise<Finding> {
    const { riskMatrix } = this.#options;
    const finding = await this.#lock(id, tx);
    assertVersion(finding, version);
    const { severity, likelihood } = { ...finding, ...change };
    const risk = riskOf(severity, likelihood, riskMatrix);
    return this.#apply(
      finding,
      { change: { ...change, risk } },
      by,
      'changed',
      tx,
    );
  }

  async #step(
    id: number,
    version: number,
    step: FindingStep,
    by: string,
    tx: Knex.Transaction,
  ): Promise<Finding> {
    const { findings } = this.#options;
    const finding = await this.#lock(id, tx);
    assertVersion(finding, version);
    assertStep(finding, step, by);
    if (step.status === 'duplicate') {
      await assertOriginal(finding, step.duplicateOf, async original =>
        findings.get(original, tx),
      );
    }
    const change = changeOfStep(finding, step, by);
    return this.#apply(finding, { change, note: step.note }, by, 'status', tx);
  }

  async #lock(id: number, tx: Knex.Transaction): Promise<Finding> {
    const finding = await this.#options.findings.lock(id, tx);
    if (!finding) {
      throw new NotFoundError(`There is no finding F-${id}`);
    }
    return finding;
  }

  /** So that no two become duplicates of each other at once, and neither waits for the other for good. */
  async #lockInOrder(ids: number[], tx: Knex.Transaction): Promise<void> {
    for (const id of [...ids].sort((a, b) => a - b)) {
      await this.#options.findings.lock(id, tx);
    }
  }

  async #apply(
    finding: Finding,
    { change, note }: PlannedChange,
    by: string,
    type: FindingEvent['type'],
    tx: Knex.Transaction,
  ): Promise<Finding> {
    const { findings, clock } = this.#options;
    const at = clock();
    const changed = await findings.change(finding.id, change, { by, at }, tx);
    const changes = findingChanges(finding, changed);
    await this.#tell(changed, { type, by, at, note, changes }, finding, tx);
    return changed;
  }

  async #tell(
    finding: Finding,
    event: FindingEvent,
    previous: Finding | undefined,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { findings, listeners, reevaluations } = this.#options;
    await findings.addEvent(finding.id, event, tx);
    for (const listener of listeners) {
      await listener.onFinding(finding, event, previous, tx);
    }
    const affected = new Set([
      ...finding.entityIds,
      ...(previous?.entityIds ?? []),
    ]);
    await reevaluations.requestAfter([...affected], tx);
  }
}

interface PlannedChange {
  change: FindingChange;
  note?: string;
}

/** @throws ConflictError that tells who changed it since it had that version. */
export function assertVersion(finding: Finding, version: number): void {
  if (finding.version !== version) {
    throw new ConflictError(
      `F-${finding.id} isn't as you saw it: ${
        finding.changedBy || 'a measurement'
      } changed it at ${finding.changedAt.toISOString()}. Look at it as it is now and try again`,
    );
  }
}

function assertStep(finding: Finding, step: FindingStep, by: string): void {
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

async function assertOriginal(
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

function changeOfStep(
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
