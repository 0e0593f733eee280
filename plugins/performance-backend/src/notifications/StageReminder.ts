import { Stage } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { dateOf, jsonOf } from '../database/columns';
import { stageFromColumn } from '../database/stageColumn';
import { stateFromColumn } from '../database/stateColumn';
import { Explanation } from '../verdicts/explanation';
import { verdictsLink } from './links';
import { isToldAt } from './noteStages';
import { NotificationMessage, Outbox } from './Outbox';
import { severityOf } from './severityOf';
import { affected, CONSEQUENCES, STAGE_VERBS } from './stageMessages';
import { day, titled } from './words';

const DAY_MS = 24 * 60 * 60_000;

/** Verdicts of one owner that a policy is going to put at another stage. */
interface ComingStage {
  owner: string;
  definitionId: string;
  policy: string;
  stage: Stage;
  at: Date;
  total: number;
  failing: number;
}

/** Tells owners some days ahead that policies are going to change what comes of their failures. */
export class StageReminder {
  constructor(
    private readonly options: {
      knex: Knex;
      outbox: Outbox;
      /** Most first. */
      beforeDays: number[];
      clock: () => Date;
    },
  ) {}

  async remind(): Promise<void> {
    const { knex, outbox, clock } = this.options;
    const now = clock();
    const messages = (await this.#coming(now)).flatMap(
      coming => this.#messageOf(coming, now) ?? [],
    );
    if (messages.length > 0) {
      await knex.transaction(tx => outbox.add(tx, messages));
    }
  }

  async #coming(now: Date): Promise<ComingStage[]> {
    const { knex, beforeDays } = this.options;
    const until = now.getTime() + Math.max(0, ...beforeDays) * DAY_MS;
    const rows: {
      owner_ref: string;
      state: number;
      next_stage: number;
      next_stage_at: number | string;
      explanation_id: number;
      count: number | string;
    }[] = await knex('verdicts')
      .join('entities', 'entities.id', 'verdicts.entity_id')
      // Relies on entity_evaluations_changes_at_idx: nothing changes later than its stage does.
      .whereIn(
        'verdicts.entity_id',
        knex('entity_evaluations')
          .where('changes_at', '<=', until)
          .select('entity_id'),
      )
      .where('verdicts.next_stage_at', '<=', until)
      .where('verdicts.next_stage_at', '>', now.getTime())
      .whereNotNull('entities.owner_ref')
      .whereNull('entities.retired_at')
      .groupBy(
        'entities.owner_ref',
        'verdicts.state',
        'verdicts.next_stage',
        'verdicts.next_stage_at',
        'verdicts.explanation_id',
      )
      .select(
        'entities.owner_ref',
        'verdicts.state',
        'verdicts.next_stage',
        'verdicts.next_stage_at',
        'verdicts.explanation_id',
      )
      .count({ count: '*' });
    const policies = await this.#policiesOf(
      rows.map(row => row.explanation_id),
    );
    const coming = new Map<string, ComingStage>();
    for (const row of rows) {
      const policy = policies.get(row.explanation_id);
      if (!policy) {
        continue;
      }
      const at = dateOf(row.next_stage_at);
      const stage = stageFromColumn(row.next_stage);
      const key = JSON.stringify([
        row.owner_ref,
        policy.definitionId,
        stage,
        at,
      ]);
      const one = coming.get(key) ?? {
        owner: row.owner_ref,
        ...policy,
        stage,
        at,
        total: 0,
        failing: 0,
      };
      one.total += Number(row.count);
      one.failing +=
        stateFromColumn(row.state) === 'fail' ? Number(row.count) : 0;
      coming.set(key, one);
    }
    return [...coming.values()];
  }

  /** The policies that bring the next stage, by explanation. */
  async #policiesOf(
    explanationIds: number[],
  ): Promise<Map<number, Pick<ComingStage, 'definitionId' | 'policy'>>> {
    const rows: { id: number; body: string }[] = await this.options
      .knex('explanations')
      .whereIn('id', [...new Set(explanationIds)])
      .select('id', 'body');
    return new Map(
      rows.flatMap(({ id, body }) => {
        const { next, story } = jsonOf<Explanation>(body).enforcement;
        if (!next) {
          return [];
        }
        const { definitionId } = next;
        const part = story.find(one => one.definitionId === definitionId);
        const policy = part?.title ?? part?.name ?? definitionId;
        return [[id, { definitionId, policy }] as const];
      }),
    );
  }

  /** @returns `undefined` while it is too early. */
  #messageOf(coming: ComingStage, now: Date): NotificationMessage | undefined {
    const { owner, definitionId, policy, stage, at, total, failing } = coming;
    const daysLeft = (at.getTime() - now.getTime()) / DAY_MS;
    const reached = this.options.beforeDays.filter(days => daysLeft <= days);
    if (reached.length === 0 || !isToldAt(stage)) {
      return undefined;
    }
    const days = reached[reached.length - 1];
    return {
      type: 'notification',
      key: `stage-coming:${definitionId}:${stage}:${at.getTime()}:${days}:${owner}`,
      to: { refs: [owner] },
      topic: 'policies',
      title: titled(
        `Policy "${policy}" ${STAGE_VERBS[stage]} from ${day(at)}: ${affected(
          total,
          failing,
        )} now`,
      ),
      description:
        stage === 'block'
          ? 'A failure closes the gate then, as soon as the rule is trusted.'
          : CONSEQUENCES[stage],
      link: verdictsLink({
        owner,
        policy: definitionId,
        onlyFailing: failing > 0,
      }),
      severity: failing > 0 ? severityOf([stage]) : 'low',
    };
  }
}
