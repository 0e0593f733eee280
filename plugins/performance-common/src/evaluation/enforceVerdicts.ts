import { GovernanceFacts, Verdict } from '../model';
import { EntityRules } from './entityRules';
import { enforcementOfFinding } from './judgeFinding';
import { GovernanceIndex } from './GovernanceIndex';

/**
 * Says what comes of verdicts now that were reached at another time, e.g. when a run was uploaded: which
 * stage policies set and which waivers hold. States, values and limits stay as they were judged; a verdict
 * by a rule that there is no longer stays as it is.
 *
 * @param rules - Of the entity, as they are now.
 * @param facts - What is known of the entity now; `now` is ISO 8601.
 * @public
 */
export function enforceVerdicts(
  verdicts: readonly Verdict[],
  rules: EntityRules,
  facts: Pick<GovernanceFacts, 'waivers' | 'trust'> & { now: string },
): Verdict[] {
  const now = Date.parse(facts.now);
  const governance = new GovernanceIndex(facts, now);
  const policies = new Map(
    [...rules.budgets, ...rules.slos, ...rules.checks].map(rule => [
      rule.ruleId,
      rule.policies,
    ]),
  );
  return verdicts.map(({ waiver: _, ...verdict }): Verdict => {
    const { ruleId, subject } = verdict;
    const enforcement =
      verdict.kind === 'finding'
        ? enforcementOfFinding(rules, verdict.finding, governance, now)
        : policies
            .get(ruleId)
            ?.planFor(subject.environment)
            .at(now, definitionId =>
              governance.trustedFrom(definitionId, ruleId),
            ).enforcement;
    const waiver = governance.waiver(ruleId, subject, verdict);
    return {
      ...verdict,
      ...(enforcement && { enforcement }),
      ...(waiver && { waiver }),
    };
  });
}
