import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { riskOf, RiskMatrix } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { assertVersion } from './assertVersion';
import {
  Finding,
  FindingContent,
  FindingEvent,
  FindingOrigin,
} from './Finding';
import { findingChanges } from './findingChanges';
import { FindingOccurrence } from './FindingListener';
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

/** Writes findings and their history in one transaction, and keeps what there is to tell of it. */
export class FindingTransaction {
  readonly occurrences: FindingOccurrence[] = [];

  constructor(
    private readonly options: {
      findings: FindingStore;
      riskMatrix: RiskMatrix;
      clock: () => Date;
    },
    readonly tx: Knex.Transaction,
  ) {}

  /**
   * @param entityIds - all that it affects, the one it belongs to first.
   * @throws ConflictError where its entity has one with its external id.
   */
  async record(
    content: FindingContent,
    entityIds: number[],
    about: { by: string; origin?: FindingOrigin },
  ): Promise<Finding> {
    const { findings, clock, riskMatrix } = this.options;
    const { by, origin = {} } = about;
    const at = clock();
    const risk = riskOf(content.severity, content.likelihood, riskMatrix);
    const affected = [...new Set(entityIds)];
    try {
      const finding = await findings.add(
        { ...content, risk, entityIds: affected, origin, by, at },
        this.tx,
      );
      await this.#write(finding, { type: 'created', by, at, changes: [] });
      return finding;
    } catch (error) {
      throw origin.externalId !== undefined && isDatabaseConflictError(error)
        ? new ConflictError(
            `The entity has a finding with the external id '${origin.externalId}' already`,
          )
        : error;
    }
  }

  /**
   * @returns the finding, with the same version where it is like that already.
   * @throws ConflictError where somebody changed it since the version.
   */
  async change(
    id: number,
    version: number,
    change: FindingContentChange,
    by: string,
  ): Promise<Finding> {
    const finding = await this.#require(id);
    assertVersion(finding, version);
    const { severity, likelihood } = { ...finding, ...change };
    const risk = riskOf(severity, likelihood, this.options.riskMatrix);
    const isSame =
      findingChanges(finding, { ...finding, ...change, risk }).length === 0;
    return isSame
      ? finding
      : this.apply(finding, { ...change, risk }, { type: 'changed', by });
  }

  /**
   * @throws ConflictError where somebody changed it since the version, or no step leads there; InputError where
   *   something has to be said; NotAllowedError for verifying what one resolved.
   */
  async step(
    id: number,
    version: number,
    step: FindingStep,
    by: string,
  ): Promise<Finding> {
    const { findings } = this.options;
    const finding = await this.#require(id);
    assertVersion(finding, version);
    assertStep(finding, step, by);
    if (step.status === 'duplicate') {
      await assertOriginal(finding, step.duplicateOf, async original =>
        findings.get(original, this.tx),
      );
    }
    return this.apply(finding, changeOfStep(finding, step, by), {
      type: 'status',
      by,
      note: step.note,
    });
  }

  /** @param finding - locked, as it is before. */
  async apply(
    finding: Finding,
    change: FindingChange,
    { type, by, note }: Pick<FindingEvent, 'type' | 'by' | 'note'>,
  ): Promise<Finding> {
    const { findings, clock } = this.options;
    const at = clock();
    const changed = await findings.change(
      finding.id,
      change,
      { by, at },
      this.tx,
    );
    const changes = findingChanges(finding, changed);
    await this.#write(changed, { type, by, at, note, changes }, finding);
    return changed;
  }

  /**
   * Takes what hangs on it with it.
   *
   * @returns what it was.
   * @throws NotFoundError
   */
  async delete(id: number): Promise<Finding> {
    const finding = await this.#require(id);
    await this.tx('findings').where({ id }).delete();
    return finding;
  }

  async lock(id: number): Promise<Finding | undefined> {
    return this.options.findings.lock(id, this.tx);
  }

  /** In the order of their numbers, so that no two transactions wait for each other for good. */
  async lockAll(ids: number[]): Promise<void> {
    for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
      await this.lock(id);
    }
  }

  async #require(id: number): Promise<Finding> {
    const finding = await this.lock(id);
    if (!finding) {
      throw new NotFoundError(`There is no finding F-${id}`);
    }
    return finding;
  }

  async #write(
    finding: Finding,
    event: FindingEvent,
    previous?: Finding,
  ): Promise<void> {
    await this.options.findings.addEvent(finding.id, event, this.tx);
    this.occurrences.push({ finding, event, previous });
  }
}
