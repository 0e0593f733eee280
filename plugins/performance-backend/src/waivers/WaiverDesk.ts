import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { EvaluationService } from '../evaluation/EvaluationService';
import { lockEntity } from '../evaluation/lockEntity';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { readReason } from '../service/readReason';
import { parseWaiverTerms } from './parseWaiverTerms';
import { WaivedVerdicts } from './WaivedVerdicts';
import { WaiverListener } from './WaiverListener';
import { Waiver, WaiverEvent, WaiverStore, WaiverSubject } from './WaiverStore';

/** What somebody asks for. */
export interface WaiverRequest extends Omit<WaiverSubject, 'entityId'> {
  reason: string;
  compensatingControl?: string;
  /** E.g. `<= 450 ms`. */
  cap?: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** Takes requests for waivers, decides on them and ends them; current state follows at once. */
export class WaiverDesk {
  readonly #options;

  constructor(options: {
    knex: Knex;
    waivers: WaiverStore;
    verdicts: WaivedVerdicts;
    entities: EntityStore;
    evaluation: EvaluationService;
    listeners: WaiverListener[];
    /** How long a waiver may last. */
    maxDays: number;
    clock: () => Date;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError where nothing judges the subject by the rule, InputError where the terms don't
   *   fit, ConflictError where there is a requested or active waiver already.
   */
  async request(
    entity: ProjectedEntity,
    request: WaiverRequest,
    requestedBy: string,
  ): Promise<Waiver> {
    const { knex, waivers, verdicts, maxDays, clock } = this.#options;
    await this.expire(entity.id);
    const { ruleId, environment, labels } = request;
    const subject = { entityId: entity.id, ruleId, environment, labels };
    return knex.transaction(async tx => {
      await lockEntity(entity.id, tx);
      const verdict = await verdicts.find(subject, tx);
      if (!verdict) {
        throw new NotFoundError(
          `Nothing judges ${entity.entityRef} in '${environment}' by the rule '${ruleId}' for exactly these labels`,
        );
      }
      const now = clock();
      const waiver = await waivers.add(
        {
          ...subject,
          ...parseWaiverTerms(request, verdict, { now, maxDays }),
          title: verdict.title,
          reason: readReason(request.reason),
          compensatingControl: request.compensatingControl,
          requestedBy,
          requestedAt: now,
        },
        tx,
      );
      if (!waiver) {
        throw new ConflictError(
          `There is a requested or active waiver for '${verdict.title}' of ${entity.entityRef} already`,
        );
      }
      await this.#tell(
        waiver,
        { status: 'requested', at: now, by: requestedBy },
        tx,
        verdict.value,
      );
      return waiver;
    });
  }

  /**
   * @throws NotAllowedError for one's own request, ConflictError where it isn't a request any more.
   */
  async decide(
    waiver: Waiver,
    decision: { status: 'approved' | 'rejected'; by: string; note?: string },
  ): Promise<Waiver> {
    const { waivers, clock } = this.#options;
    if (isSamePrincipal(waiver.requestedBy, decision.by)) {
      throw new NotAllowedError(
        `Nobody decides on their own request: somebody other than ${waiver.requestedBy} has to`,
      );
    }
    const at = clock();
    if (waiver.expiresAt <= at) {
      throw new ConflictError(
        `The request was for the time until ${waiver.expiresAt.toISOString()}, which is over`,
      );
    }
    const event = { ...decision, at };
    const decided = await this.#change(waiver, event, tx =>
      waivers.decide(waiver.id, event, tx),
    );
    return decided ?? this.#refuse(waiver, 'a request');
  }

  /** @throws ConflictError where it isn't active any more. */
  async revoke(
    waiver: Waiver,
    revocation: { by: string; reason: string },
  ): Promise<Waiver> {
    await this.expire(waiver.entityId);
    const revoked = await this.#end(waiver, {
      from: ['approved'],
      status: 'revoked',
      ...revocation,
    });
    return revoked ?? this.#refuse(waiver, 'active');
  }

  /**
   * @throws NotAllowedError for a request of somebody else, ConflictError where it isn't one any more.
   */
  async withdraw(waiver: Waiver, by: string): Promise<Waiver> {
    if (!isSamePrincipal(waiver.requestedBy, by)) {
      throw new NotAllowedError(
        `Only ${waiver.requestedBy} may withdraw this request`,
      );
    }
    const withdrawn = await this.#end(waiver, {
      from: ['requested'],
      status: 'withdrawn',
      by,
    });
    return withdrawn ?? this.#refuse(waiver, 'a request');
  }

  /**
   * Ends what time has ended, and what entities and rules left behind that are gone. Whichever replica
   * comes first records it; one that fails keeps no other from ending.
   *
   * @param entityId - only waivers of this one.
   */
  async expire(entityId?: number): Promise<void> {
    const { waivers, clock, logger } = this.#options;
    const due = await waivers.listDue(clock());
    const orphans = entityId === undefined ? await waivers.listOrphans() : [];
    for (const waiver of [...due, ...orphans]) {
      if (entityId !== undefined && waiver.entityId !== entityId) {
        continue;
      }
      try {
        await this.#end(waiver, {
          from: [waiver.status === 'approved' ? 'approved' : 'requested'],
          status: 'expired',
          reason: due.includes(waiver)
            ? undefined
            : `Nothing judges ${waiver.entityRef} by this any more.`,
        });
      } catch (error) {
        logger.error(
          `Could not end waiver ${waiver.id}: ${stringifyError(error)}`,
        );
      }
    }
  }

  async #end(
    waiver: Waiver,
    end: Omit<Parameters<WaiverStore['end']>[1], 'at'>,
  ): Promise<Waiver | undefined> {
    const { waivers, clock } = this.#options;
    const { status, by, reason } = end;
    const now = clock();
    // Time ended it when it was over, however late that is noticed.
    const at =
      status === 'expired' && waiver.expiresAt < now ? waiver.expiresAt : now;
    return this.#change(waiver, { status, at, by, note: reason }, tx =>
      waivers.end(waiver.id, { ...end, at }, tx),
    );
  }

  async #change(
    waiver: Waiver,
    event: WaiverEvent,
    write: (tx: Knex.Transaction) => Promise<Waiver | undefined>,
  ): Promise<Waiver | undefined> {
    const { entities, knex, evaluation } = this.#options;
    const entity = await entities.getById(waiver.entityId);
    if (!entity) {
      throw new NotFoundError(`There is no entity ${waiver.entityRef}`);
    }
    return writeAndEvaluate({ knex, evaluation }, entity, async tx => {
      const changed = await write(tx);
      if (changed) {
        await this.#tell(changed, event, tx);
      }
      return changed;
    });
  }

  async #tell(
    waiver: Waiver,
    event: WaiverEvent,
    tx: Knex.Transaction,
    value?: number,
  ): Promise<void> {
    for (const listener of this.#options.listeners) {
      await listener.onWaiver(waiver, event, tx, value);
    }
  }

  async #refuse(waiver: Waiver, expected: string): Promise<never> {
    const current = await this.#options.waivers.get(waiver.id);
    throw new ConflictError(
      `Waiver ${waiver.id} isn't ${expected}: it is ${
        current?.status ?? 'gone'
      }`,
    );
  }
}

/** Refs are compared without regard to case. */
export function isSamePrincipal(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
