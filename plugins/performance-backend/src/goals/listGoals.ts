import { GoalDefinition } from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';
import { DefinitionStore } from '../definitions/DefinitionStore';

/** A page of what people can keep in mind. */
const MAX_GOALS = 100;

/** Goals in force that the caller may see, the organisation's first. */
export async function listGoals(
  definitionStore: Pick<DefinitionStore, 'list'>,
  access: Access,
): Promise<GoalDefinition[]> {
  const { items } = await definitionStore.list({
    access,
    filter: { kind: ['Goal'], status: ['in-force', 'invalid'] },
    order: { field: 'layer', direction: 'asc' },
    limit: MAX_GOALS,
    offset: 0,
  });
  return items.flatMap(({ definition }) =>
    definition.kind === 'Goal' ? definition : [],
  );
}
