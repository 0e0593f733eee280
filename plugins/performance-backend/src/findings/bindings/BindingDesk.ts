import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  FindingBinding,
  labelsKey,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../../catalog/EntityStore';
import { lockEntity } from '../../evaluation/lockEntity';
import { WaivedVerdicts } from '../../waivers/WaivedVerdicts';
import { isSamePrincipal } from '../../waivers/WaiverDesk';
import { Finding, FindingEvent } from '../Finding';
import { assertVersion } from '../assertVersion';
import { FindingDesk } from '../FindingDesk';
import { FindingStore } from '../FindingStore';
import { BoundFinding, selectBoundFindings } from './BoundFinding';
import { FindingFollower } from './FindingFollower';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What somebody binds a finding to. */
export type BindingRequest = Omit<FindingBinding, 'entityRef'>;

/** Binds findings to verdicts, and has people decide on what these propose. */
export class BindingDesk {
  readonly #options;

  constructor(options: {
    knex: Knex;
    findings: Pick<FindingStore, 'lock'>;
    desk: Pick<FindingDesk, 'note' | 'settle'>;
    verdicts: WaivedVerdicts;
    follower: FindingFollower;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * @param entity - of the verdict.
   * @throws InputError where the finding doesn't affect the entity or the rule is a finding, NotFoundError where there
   *   is no such verdict, ConflictError where the finding is none to work on, or somebody changed it meanwhile.
   */
  async bind(
    finding: Finding,
    entity: ProjectedEntity,
    request: BindingRequest & { version: number },
    by: string,
  ): Promise<Finding> {
    const { verdicts, clock } = this.#options;
    const { ruleId, environment, labels, greenDays } = request;
    if (ruleId.startsWith('finding:')) {
      throw new InputError(
        'A finding is bound to a budget, an SLO or a check, not to a finding',
      );
    }
    const subject = { entityId: entity.id, ruleId, environment, labels };
    return this.#write(finding, entity.id, request.version, async tx => {
      if (finding.status === 'duplicate' || finding.status === 'invalid') {
        throw new ConflictError(
          `F-${finding.id} is ${finding.status}: nothing has to be mended`,
        );
      }
      if (!finding.entityIds.includes(entity.id)) {
        throw new InputError(
          `F-${finding.id} doesn't affect ${entity.entityRef}: bind it to a verdict of an entity that it affects`,
        );
      }
      const verdict = await verdicts.find(subject, tx);
      if (!verdict) {
        throw new NotFoundError(
          `Nothing judges ${entity.entityRef} in '${environment}' by the rule '${ruleId}' for exactly these labels`,
        );
      }
      const now = clock();
      await tx('finding_days').where('finding_id', finding.id).delete();
      await tx('finding_bindings')
        .insert({
          finding_id: finding.id,
          entity_id: entity.id,
          rule_key: ruleId,
          environment,
          labels: labelsKey(labels),
          green_days: greenDays,
          counted_from: dayOf(now),
          bound_by: by,
          bound_at: now.getTime(),
        })
        .onConflict('finding_id')
        .merge();
      return {
        by,
        type: 'bound',
        note: `To ${verdict.title} of ${entity.entityRef}${
          environment === '*' ? '' : ` in ${environment}`
        }: ${greenDays} green days propose closure.`,
      };
    });
  }

  /** @throws ConflictError where it isn't bound, or somebody changed it meanwhile. */
  async unbind(
    finding: Finding,
    { version }: { version: number },
    by: string,
  ): Promise<Finding> {
    const bound = await this.#bound(finding);
    return this.#write(finding, bound.entityId, version, async tx => {
      await tx('finding_days').where('finding_id', finding.id).delete();
      await tx('finding_bindings').where('finding_id', finding.id).delete();
      return { by, type: 'unbound' };
    });
  }

  /**
   * Agrees that a finding is mended, as the evidence says, whether or not somebody resolved it before.
   *
   * @throws NotAllowedError for what one resolved, ConflictError where nothing is proposed, or somebody changed it
   *   meanwhile.
   */
  async verify(
    finding: Finding,
    { version, note }: { version: number; note?: string },
    by: string,
  ): Promise<Finding> {
    const { knex, desk } = this.#options;
    return knex.transaction(async tx => {
      const current = await this.#lock(finding.id, version, tx);
      assertProposed(current);
      if (isSamePrincipal(current.resolvedBy ?? '', by)) {
        throw new NotAllowedError(
          `Nobody verifies what they resolved: somebody other than ${by} has to look at F-${current.id}`,
        );
      }
      const verified = await desk.settle(
        current.id,
        { status: 'verified', note },
        { by },
        tx,
      );
      return verified ?? current;
    });
  }

  /**
   * Keeps a finding open whose closure is proposed; days count anew from tomorrow.
   *
   * @throws InputError without a note, ConflictError where nothing is proposed, or somebody changed it meanwhile.
   */
  async decline(
    finding: Finding,
    { version, note = '' }: { version: number; note?: string },
    by: string,
  ): Promise<Finding> {
    if (note.trim() === '') {
      throw new InputError('Declining needs a note: what is still to be done?');
    }
    const bound = await this.#bound(finding);
    return this.#write(
      finding,
      bound.entityId,
      version,
      async (tx, current) => {
        assertProposed(current);
        const tomorrow = new Date(this.#options.clock().getTime() + DAY_MS);
        await tx('finding_bindings')
          .where('finding_id', finding.id)
          .update({ counted_from: dayOf(tomorrow) });
        return { by, type: 'closure-declined', note };
      },
    );
  }

  /** @throws ConflictError where somebody changed it since it had that version. */
  async #lock(
    id: number,
    version: number,
    tx: Knex.Transaction,
  ): Promise<Finding> {
    const finding = await this.#options.findings.lock(id, tx);
    if (!finding) {
      throw new NotFoundError(`There is no finding F-${id}`);
    }
    assertVersion(finding, version);
    return finding;
  }

  /** @throws ConflictError where it isn't bound. */
  async #bound({ id }: Finding): Promise<BoundFinding> {
    const [bound] = await selectBoundFindings(this.#options.knex, bindings =>
      bindings.where('finding_bindings.finding_id', id),
    );
    if (!bound) {
      throw new ConflictError(`F-${id} isn't bound to anything`);
    }
    return bound;
  }

  /** Whatever is written, a proposal that was made before it is gone, and may be made anew at once. */
  async #write(
    { id }: Finding,
    entityId: number,
    version: number,
    write: (
      tx: Knex.Transaction,
      current: Finding,
    ) => Promise<Pick<FindingEvent, 'type' | 'by' | 'note'>>,
  ): Promise<Finding> {
    const { knex, desk, follower, clock } = this.#options;
    return knex.transaction(async tx => {
      await lockEntity(entityId, tx);
      const current = await this.#lock(id, version, tx);
      const event = await write(tx, current);
      const changed = await desk.note(
        id,
        event,
        { closureProposedAt: undefined },
        tx,
      );
      await follower.follow(
        await selectBoundFindings(tx, bindings =>
          bindings.where('finding_bindings.finding_id', id),
        ),
        clock(),
        tx,
      );
      return changed ?? current;
    });
  }
}

/** @throws ConflictError where there is nothing to decide on. */
function assertProposed({ id, closureProposedAt }: Finding): void {
  if (!closureProposedAt) {
    throw new ConflictError(`Closure of F-${id} isn't proposed now`);
  }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
