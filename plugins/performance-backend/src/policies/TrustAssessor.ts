import {
  FINDINGS_AREA,
  policyRuleSelectors,
  PolicyDefinition,
  ScorecardDefinition,
  selectsRule,
  stageStandingAt,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { longEnoughFrom, missingTrust } from './missingTrust';
import { PolicyExplanations } from './PolicyExplanations';
import { policyParts } from './policyParts';
import { TrustLimits } from './readEnforcementConfig';
import { DefinedRule, introductionOf } from './ruleIntroductions';
import {
  ALL_FINDINGS,
  selectTrustFigures,
  TrustFigures,
} from './selectTrustFigures';
import { DatedDefinition, selectVersions } from './selectVersions';
import { TrustRecord, TrustStore } from './TrustStore';
import { warnFrom, warnSince } from './warnSince';

/** Over which flips are counted, and for how long a dispute that was upheld counts. */
const WINDOW_MS = 14 * 24 * 60 * 60 * 1000;

type Rule = DefinedRule & { area: string };

/** Works out by which rules policies may block, and has verdicts judged again where that changes. */
export class TrustAssessor {
  readonly #options;
  #running: Promise<void> | undefined;

  constructor(options: {
    knex: Knex;
    trust: TrustStore;
    limits: TrustLimits;
    explanations: PolicyExplanations;
    reevaluateEntities: (entityIds: number[]) => Promise<void>;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  /**
   * Assesses all policies and rules. Any number of replicas may do so at once and come to the same; on
   * one of them, calls share what is under way.
   */
  async assess(): Promise<void> {
    this.#running ??= this.#assess().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Has every entity with a verdict by one of the rules judged again. */
  async reevaluate(ruleIds: string[]): Promise<void> {
    const { knex, reevaluateEntities } = this.#options;
    const rules = knex('rules').whereIn('rule_key', ruleIds).select('id');
    if (ruleIds.includes(ALL_FINDINGS)) {
      rules.orWhere('kind', 'finding');
    }
    const rows: { entity_id: number }[] = await knex('verdicts')
      .whereIn('rule_id', rules)
      .distinct('entity_id')
      .orderBy('entity_id');
    await reevaluateEntities(rows.map(row => row.entity_id));
  }

  async #assess(): Promise<void> {
    const { knex, trust, limits, explanations, clock } = this.#options;
    const now = clock();
    const stored = new Map(
      (await trust.list({})).map(record => [pairOf(record), record]),
    );
    const policies = await this.#blockingPolicies();
    const records: TrustRecord[] = [];
    if (policies.size > 0) {
      const figures = await selectTrustFigures(
        knex,
        explanations,
        new Date(now.getTime() - WINDOW_MS),
      );
      const context = await this.#readContext();
      for (const [definitionId, versions] of policies) {
        for (const [ruleId, ofRule] of figures.get(definitionId) ?? []) {
          const previous = stored.get(`${definitionId} ${ruleId}`);
          const record = this.#record({
            definitionId,
            ruleId,
            versions,
            figures: ofRule,
            context,
            previous,
            now,
          });
          const isEarned = missingTrust(record, limits, now).length === 0;
          const forced =
            blocksNow(versions, now) &&
            (isEarned || previous?.trusted === true);
          records.push({ ...record, forced, trusted: forced || isEarned });
        }
      }
    }
    await this.#store(records, stored, now);
  }

  /** Only these need trust. */
  async #blockingPolicies(): Promise<Map<string, DatedDefinition[]>> {
    const versions = await selectVersions(this.#options.knex, ['Policy']);
    return new Map(
      [...versions].filter(([, ofPolicy]) => {
        const definition = ofPolicy.at(-1)?.definition;
        return (
          definition?.kind === 'Policy' &&
          definition.spec.stages.some(({ stage }) => stage === 'block')
        );
      }),
    );
  }

  #record(input: {
    definitionId: string;
    ruleId: string;
    versions: DatedDefinition[];
    figures: TrustFigures;
    context: TrustContext;
    previous: TrustRecord | undefined;
    now: Date;
  }): Omit<TrustRecord, 'trusted' | 'forced'> {
    const { definitionId, ruleId, versions, figures, context, now } = input;
    const { title, verdicts } = figures;
    const since = warnSince(
      versions.map(({ createdAt, definition }) => ({
        createdAt,
        definition: definition.kind === 'Policy' ? definition : undefined,
      })),
      policy => isAbout(policy, context.rules.get(ruleId), context.scorecards),
      now,
    );
    const current = versions.at(-1)?.definition;
    return {
      definitionId,
      ruleId,
      title,
      warnFrom:
        !since && current?.kind === 'Policy'
          ? warnFrom(current, now)
          : undefined,
      warnSince: latestOf(since, [
        introductionOf(
          context.rules.get(ruleId) ?? { ruleId, metric: '', statistic: '' },
          context.makers.values(),
        ),
        // It was known not to be at warn then, however old its dates.
        input.previous && !input.previous.warnSince
          ? input.previous.assessedAt
          : undefined,
      ]),
      verdicts,
      flipRate: figures.flips / verdicts,
      disputeRate: figures.disputed / verdicts,
      waiverRate: figures.waived / verdicts,
      assessedAt: now,
    };
  }

  async #readContext(): Promise<TrustContext> {
    const { knex } = this.#options;
    const rows: {
      rule_key: string;
      area: string;
      metric: string;
      statistic: string;
    }[] = await knex('rules')
      .orderBy('id')
      .select('rule_key', 'area', 'metric', 'statistic');
    const scorecards = await selectVersions(knex, ['Scorecard']);
    return {
      rules: new Map<string, Rule>([
        ...rows.map(({ rule_key: ruleId, ...rule }): [string, Rule] => [
          ruleId,
          { ruleId, ...rule },
        ]),
        [
          ALL_FINDINGS,
          {
            ruleId: ALL_FINDINGS,
            area: FINDINGS_AREA,
            metric: '',
            statistic: '',
          },
        ],
      ]),
      makers: await selectVersions(knex, ['Budget', 'Check', 'SLO']),
      scorecards: [...scorecards.values()].flatMap(versions => {
        const definition = versions.at(-1)?.definition;
        return definition?.kind === 'Scorecard' ? [definition] : [];
      }),
    };
  }

  /** When verdicts say that it may be trusted. */
  #announced(record: TrustRecord | undefined): number | undefined {
    return record && longEnoughFrom(record, this.#options.limits)?.getTime();
  }

  /**
   * Verdicts are judged again between storing what trust rests on, which evaluation reads, and storing
   * that they were: a backend that is killed in between leaves that to the next assessment.
   */
  async #store(
    records: TrustRecord[],
    stored: Map<string, TrustRecord>,
    now: Date,
  ): Promise<void> {
    const { trust } = this.#options;
    const assessed = new Set(records.map(pairOf));
    // What isn't there now begins anew when it comes back.
    const gone = [...stored.values()]
      .filter(record => !assessed.has(pairOf(record)))
      .map(record => ({
        ...record,
        warnSince: undefined,
        warnFrom: undefined,
        trusted: false,
        forced: false,
        verdicts: 0,
        assessedAt: now,
      }));
    const changed = records.filter(record => {
      const before = stored.get(pairOf(record));
      return (
        (before?.trusted ?? false) !== record.trusted ||
        this.#announced(before) !== this.#announced(record)
      );
    });
    if (changed.length > 0) {
      await trust.replace([
        ...gone,
        ...records.map(record => ({
          ...record,
          trusted: stored.get(pairOf(record))?.trusted ?? false,
        })),
      ]);
      await this.reevaluate(changed.map(({ ruleId }) => ruleId));
    }
    if (records.length > 0 || stored.size > 0) {
      await trust.replace([...gone, ...records]);
    }
  }
}

interface TrustContext {
  rules: Map<string, Rule>;
  /** Versions of the definitions that make rules. */
  makers: Map<string, DatedDefinition[]>;
  scorecards: ScorecardDefinition[];
}

function isAbout(
  policy: PolicyDefinition,
  rule: Rule | undefined,
  scorecards: ScorecardDefinition[],
): boolean {
  return (
    rule !== undefined &&
    policyRuleSelectors(policy, scorecards).some(selector =>
      selectsRule(selector, rule),
    )
  );
}

/** Whether the policy asks for `block` in some part. */
function blocksNow(versions: DatedDefinition[], now: Date): boolean {
  const definition = versions.at(-1)?.definition;
  return (
    definition?.kind === 'Policy' &&
    policyParts(definition).some(
      ({ stages }) => stageStandingAt(stages, now).stage === 'block',
    )
  );
}

function latestOf(
  date: Date | undefined,
  bounds: (Date | undefined)[],
): Date | undefined {
  return (
    date &&
    new Date(
      Math.max(date.getTime(), ...bounds.map(bound => bound?.getTime() ?? 0)),
    )
  );
}

function pairOf({ definitionId, ruleId }: TrustRecord): string {
  return `${definitionId} ${ruleId}`;
}
