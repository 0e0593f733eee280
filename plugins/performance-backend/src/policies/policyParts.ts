import {
  EntitySelector,
  PolicyDefinition,
  PolicyStage,
} from '@perf-governance/plugin-performance-common';

/** A part of what a policy applies to, with the stages it goes through there, as written. */
export interface PolicyPart {
  /** Absent for whatever no other part is about. */
  for?: EntitySelector;
  stages: PolicyStage[];
}

/**
 * Splits a policy into the parts that its stages tell apart. A stage without `for` is about every part.
 */
export function policyParts({
  spec,
}: Pick<PolicyDefinition, 'spec'>): PolicyPart[] {
  const selectors = new Map<string, EntitySelector | undefined>();
  for (const { for: selector } of spec.stages) {
    selectors.set(partKey(selector), selector);
  }
  return [...selectors.values()].map(selector => ({
    for: selector,
    stages: stagesOfPart(spec.stages, selector),
  }));
}

/** The stages that are about a part, which need not be one of the policy's own. */
export function stagesOfPart(
  stages: readonly PolicyStage[],
  selector: EntitySelector | undefined,
): PolicyStage[] {
  const key = partKey(selector);
  return stages.filter(stage => !stage.for || partKey(stage.for) === key);
}

function partKey(selector: EntitySelector | undefined): string {
  return selector ? JSON.stringify(selector) : '';
}
