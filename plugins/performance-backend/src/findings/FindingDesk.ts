import { RiskMatrix } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Reevaluations } from '../evaluation/Reevaluations';
import {
  Finding,
  FindingComment,
  FindingContent,
  FindingEvent,
  FindingOrigin,
} from './Finding';
import {
  FindingDeletionListener,
  FindingListener,
  FindingOccurrence,
} from './FindingListener';
import { changeOfStep, FindingStep } from './findingSteps';
import { FindingChange, FindingStore } from './FindingStore';
import { FindingContentChange, FindingTransaction } from './FindingTransaction';

/** What somebody wants of one of several findings. */
export interface FindingWish {
  id: number;
  /** That whoever wants it has seen. */
  version: number;
  by: string;
  change?: FindingContentChange;
  step?: FindingStep;
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
    deletionListeners: FindingDeletionListener[];
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
    return this.#write(
      writing => writing.record(content, entityIds, about),
      tx,
    );
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
    return this.#options.knex.transaction(async tx => {
      const writing = new FindingTransaction(this.#options, tx);
      const created: Finding[] = [];
      for (const { content, entityIds, externalId } of items) {
        const about = { by, origin: { externalId } };
        created.push(await writing.record(content, entityIds, about));
      }
      await this.#tellTogether(writing.occurrences, tx);
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
    return this.#write(writing => writing.change(id, version, change, by));
  }

  /**
   * Changes findings together, each by the rules for one and wholly or not at all. Whether the caller may is the
   * route's to know.
   *
   * @param refusalOf - what to say of one that fails; what it throws undoes all.
   * @returns by id, whether it was changed, or why it wasn't.
   */
  async changeAll(
    wishes: FindingWish[],
    refusalOf: (error: unknown) => Error,
  ): Promise<Map<number, 'changed' | 'unchanged' | Error>> {
    const { knex } = this.#options;
    return knex.transaction(async tx => {
      await new FindingTransaction(this.#options, tx).lockAll(
        wishes.flatMap(({ id, step }) => [id, step?.duplicateOf ?? id]),
      );
      const outcomes = new Map<number, 'changed' | 'unchanged' | Error>();
      const occurrences: FindingOccurrence[] = [];
      for (const wish of wishes) {
        try {
          const done = await tx.transaction(async savepoint => {
            const writing = new FindingTransaction(this.#options, savepoint);
            await fulfil(wish, writing);
            return writing.occurrences;
          });
          occurrences.push(...done);
          outcomes.set(wish.id, done.length > 0 ? 'changed' : 'unchanged');
        } catch (error) {
          outcomes.set(wish.id, refusalOf(error));
        }
      }
      await this.#tellTogether(occurrences, tx);
      return outcomes;
    });
  }

  /**
   * A step by hand. Whether the caller may take it, apart from verifying what they resolved, is the route's to know.
   *
   * @throws ConflictError where somebody changed it since, or no step leads there; InputError where something has to
   *   be said; NotAllowedError for verifying what one resolved.
   */
  async step(
    id: number,
    version: number,
    step: FindingStep,
    by: string,
  ): Promise<Finding> {
    return this.#write(async writing => {
      await writing.lockAll([id, step.duplicateOf ?? id]);
      return writing.step(id, version, step, by);
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
    return this.#write(async writing => {
      const finding = await writing.lock(id);
      const isSame =
        finding?.status === step.status &&
        finding.acceptedUntil?.getTime() === step.acceptedUntil?.getTime();
      if (!finding || isSame) {
        return undefined;
      }
      return writing.apply(
        finding,
        {
          ...changeOfStep(finding, step, about.by),
          acceptedUntil: step.acceptedUntil,
        },
        { type: about.type ?? 'status', by: about.by, note: step.note },
      );
    }, tx);
  }

  /** Writes down something about a finding that changes nothing but what the change holds. */
  async note(
    id: number,
    event: Pick<FindingEvent, 'type' | 'by' | 'note'>,
    change: FindingChange,
    tx: Knex.Transaction,
  ): Promise<Finding | undefined> {
    return this.#write(async writing => {
      const finding = await writing.lock(id);
      return finding && writing.apply(finding, change, event);
    }, tx);
  }

  /**
   * Deletes a finding for good, with its history. Its duplicates are open again, as nothing else tells of the matter.
   *
   * @throws NotFoundError where somebody has just deleted it.
   */
  async delete(id: number, by: string): Promise<void> {
    const { deletionListeners, reevaluations, clock } = this.#options;
    await this.#write(async writing => {
      const { tx } = writing;
      const finding = await writing.delete(id);
      // Relies on there being few findings that are duplicates.
      const duplicates: number[] = await tx('findings')
        .where('duplicate_of', id)
        .orderBy('id')
        .pluck('id');
      for (const duplicate of duplicates) {
        await this.settle(
          duplicate,
          {
            status: 'open',
            note: `F-${id}, which it was a duplicate of, was deleted`,
          },
          { by, type: 'reopened' },
          tx,
        );
      }
      for (const listener of deletionListeners) {
        await listener.onDeleted(finding, by, clock(), tx);
      }
      await reevaluations.requestAfter(finding.entityIds, tx);
    });
  }

  async comment(
    finding: Finding,
    body: string,
    by: string,
  ): Promise<FindingComment> {
    const { knex, findings, listeners, clock } = this.#options;
    const at = clock();
    return knex.transaction(async tx => {
      const comment = await findings.addComment(
        { findingId: finding.id, body, by, at },
        tx,
      );
      const event: FindingEvent = { type: 'commented', by, at, changes: [] };
      for (const listener of listeners) {
        await listener.onFinding({ finding, event, previous: finding }, tx);
      }
      return comment;
    });
  }

  /** @param given - to write in; a transaction of its own unless given. */
  async #write<T>(
    work: (writing: FindingTransaction) => Promise<T>,
    given?: Knex.Transaction,
  ): Promise<T> {
    const write = async (tx: Knex.Transaction) => {
      const writing = new FindingTransaction(this.#options, tx);
      const result = await work(writing);
      for (const occurrence of writing.occurrences) {
        for (const listener of this.#options.listeners) {
          await listener.onFinding(occurrence, tx);
        }
      }
      await this.#reevaluate(writing.occurrences, tx);
      return result;
    };
    return given ? write(given) : this.#options.knex.transaction(write);
  }

  async #tellTogether(
    occurrences: FindingOccurrence[],
    tx: Knex.Transaction,
  ): Promise<void> {
    for (const listener of this.#options.listeners) {
      if (listener.onTogether) {
        await listener.onTogether(occurrences, tx);
      } else {
        for (const occurrence of occurrences) {
          await listener.onFinding(occurrence, tx);
        }
      }
    }
    await this.#reevaluate(occurrences, tx);
  }

  async #reevaluate(
    occurrences: FindingOccurrence[],
    tx: Knex.Transaction,
  ): Promise<void> {
    const affected = new Set(
      occurrences.flatMap(({ finding, previous }) => [
        ...finding.entityIds,
        ...(previous?.entityIds ?? []),
      ]),
    );
    if (affected.size > 0) {
      await this.#options.reevaluations.requestAfter([...affected], tx);
    }
  }
}

/** Its content first, so that what it says is what the step is about. */
async function fulfil(
  { id, version, by, change, step }: FindingWish,
  writing: FindingTransaction,
): Promise<void> {
  const changed = change && (await writing.change(id, version, change, by));
  if (step) {
    await writing.step(id, changed?.version ?? version, step, by);
  }
}
