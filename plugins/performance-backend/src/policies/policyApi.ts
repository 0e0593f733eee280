import {
  components,
  PolicyDefinition,
  stageStandingAt,
} from '@perf-governance/plugin-performance-common';
import { definitionSummary } from '../definitions/definitionResponses';
import { StoredDefinition } from '../definitions/DefinitionStore';
import { daysAtWarn, longEnoughFrom, missingTrust } from './missingTrust';
import { policyParts } from './policyParts';
import { TrustLimits } from './readEnforcementConfig';
import { TrustOverride, TrustRecord } from './TrustStore';

type Schemas = components['schemas'];

/** What is known of a policy besides its definition. */
export interface PolicyStanding {
  counts: Schemas['PolicyCounts'][];
  trust: TrustRecord[];
  overrides: TrustOverride[];
}

/** A policy as the API shows it in a list. */
export function policySummary(
  stored: StoredDefinition,
  { metadata: _, spec }: PolicyDefinition,
  { counts, trust, overrides }: PolicyStanding,
  now: Date,
): Schemas['PolicySummary'] {
  const isOverridden = overrideFinder(overrides);
  const rules = trust.filter(({ verdicts }) => verdicts > 0);
  return {
    definition: definitionSummary(stored, new Map()),
    appliesTo: spec.appliesTo && { ...spec.appliesTo },
    rules: spec.rules.map(rule => ({ ...rule })),
    evidence: spec.evidence,
    ratchetTolerance: spec.ratchet?.tolerance,
    parts: policyParts({ spec }).map(part => {
      const { stage, from, next } = stageStandingAt(part.stages, now);
      return {
        for: part.for && { ...part.for },
        now: stage,
        since: from,
        next,
        stages: part.stages.map(({ stage: one, from: at }) => ({
          stage: one,
          from: at,
        })),
      };
    }),
    counts,
    trust: {
      rules: rules.length,
      trusted: rules.filter(
        record => record.trusted || isOverridden(record.ruleId),
      ).length,
      overridden: rules.filter(record => isOverridden(record.ruleId)).length,
    },
  };
}

/** How far a rule of a policy is trusted, and why. */
export function ruleTrustToApi(
  record: TrustRecord,
  overrides: TrustOverride[],
  limits: TrustLimits,
  now: Date,
): Schemas['RuleTrustDetail'] {
  const missing = record.forced ? [] : missingTrust(record, limits, now);
  const override = overrides.find(({ ruleId }) => ruleId === record.ruleId);
  return {
    ruleId: record.ruleId,
    title: record.title,
    verdicts: record.verdicts,
    warnSince: record.warnSince?.toISOString(),
    daysAtWarn: daysAtWarn(record, now),
    trustedFrom: longEnoughFrom(record, limits)?.toISOString(),
    flipRate: record.flipRate,
    disputeRate: record.disputeRate,
    waiverRate: record.waiverRate,
    trusted: missing.length === 0 || overrideFinder(overrides)(record.ruleId),
    missing,
    assessedAt: record.assessedAt.toISOString(),
    override: override && overrideToApi(override),
  };
}

export function overrideToApi({
  ruleId,
  reason,
  by,
  at,
}: TrustOverride): Schemas['TrustOverride'] {
  return { ruleId, reason, by, at: at.toISOString() };
}

function overrideFinder(
  overrides: TrustOverride[],
): (ruleId: string) => boolean {
  return ruleId =>
    overrides.some(
      override => override.ruleId === undefined || override.ruleId === ruleId,
    );
}
