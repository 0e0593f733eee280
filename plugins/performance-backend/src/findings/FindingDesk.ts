import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { riskOf, RiskMatrix } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Reevaluations } from '../evaluation/Reevaluations';
import {
  Finding,
  FindingComment,
  FindingContent,
  FindingEvent,
  FindingOrigin,
} from './Finding';
import { assertVersion } from './assertVersion';
import { findingChanges } from './findingChanges';
import { FindingListener } from './FindingListener';
import {
  assertOriginal,
  assertStep,
  changeOfStep,
  FindingStep,
} from './findingSteps';
import { FindingChange, FindingStore } from './FindingStore';

/** What somebody wants changed of a finding's content; `undefined` takes an optional part away. */
export type FindingContentChange = Partial<
  FindingContent & { entityIds: number[] }
>;

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
   * @throws ConflictError where its entity has one with its external id.
   */
  async create(
    content: FindingContent,
    entityIds: number[],
    about: { by: string; origin?: FindingOrigin },
    tx?: Knex.Transaction,
  ): Promise<Finding> {
    const { knex } = this.#options;
    const record = async (transaction: Knex.Transaction) => {
      const { finding, event } = await this.#record(
        content,
        entityIds,
        about,
        transaction,
      );
      for (const listener of this.#options.listeners) {
        await listener.onFinding(finding, event, undefined, transaction);
      }
      return finding;
    };
    return tx ? record(tx) : knex.transaction(record);
  }

  /**
   * Records findings together: all of them or none.
   *
   * @throws ConflictError where an entity has one with the external id of theirs.
   */
  async createAll(
    items: {
      content: FindingContent;
      entityIds: number[];
      externalId?: string;
    }[],
    by: string,
  ): Promise<Finding[]> {
    const { knex, listeners } = this.#options;
    return knex.transaction(async tx => {
      const created: Finding[] = [];
      for (const { content, entityIds, externalId } of items) {
        const about = { by, origin: { externalId } };
        const { finding } = await this.#record(content, entityIds, about, tx);
        created.push(finding);
      }
      for (const listener of listeners) {
        await listener.onImported?.(created, by, tx);
      }
      return created;
    });
  }

  /**
   * @param version - that whoever changes it has seen.
   * @returns the finding, with the same version where it is like that already.
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

  async #record(
    content: FindingContent,
    entityIds: number[],
    about: { by: string; origin?: FindingOrigin },
    tx: Knex.Transaction,
  ): Promise<{ finding: Finding; event: FindingEvent }> {
    const { findings, clock, riskMatrix, reevaluations } = this.#options;
    const { by, origin = {} } = about;
    const at = clock();
    const risk = riskOf(content.severity, content.likelihood, riskMatrix);
    const affected = [...new Set(entityIds)];
    try {
      const finding = await findings.add(
        { ...content, risk, entityIds: affected, origin, by, at },
        tx,
      );
      const event: FindingEvent = { type: 'created', by, at, changes: [] };
      await findings.addEvent(finding.id, event, tx);
      await reevaluations.requestAfter(affected, tx);
      return { finding, event };
    } catch (error) {
      throw origin.externalId !== undefined && isDatabaseConflictError(error)
        ? new ConflictError(
            `The entity has a finding with the external id '${origin.externalId}' already`,
          )
        : error;
    }
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
    const isSame =
      findingChanges(finding, { ...finding, ...change, risk }).length === 0;
    if (isSame) {
      return finding;
    }
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
    previous: Finding,
    tx: Knex.Transaction,
  ): Promise<void> {
    const { findings, listeners, reevaluations } = this.#options;
    await findings.addEvent(finding.id, event, tx);
    for (const listener of listeners) {
      await listener.onFinding(finding, event, previous, tx);
    }
    const affected = new Set([...finding.entityIds, ...previous.entityIds]);
    await reevaluations.requestAfter([...affected], tx);
  }
}

interface PlannedChange {
  change: FindingChange;
  note?: string;
}
