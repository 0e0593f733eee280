import { ProjectedEntity } from '../catalog/EntityStore';
import { AccessRecord } from './Access';
import { AccessDecision, AccessFilter, simplify } from './AccessCriteria';

function filterHolds(
  filter: AccessFilter,
  entity: ProjectedEntity,
  environment: string | undefined,
  record: AccessRecord,
): boolean {
  switch (filter.type) {
    case 'owner':
      return entity.fact.owners.some(ref => filter.refs.includes(ref));
    case 'system':
      return entity.system !== undefined && filter.refs.includes(entity.system);
    case 'domain':
      return entity.fact.domains.some(ref => filter.refs.includes(ref));
    case 'entity':
      return filter.refs.includes(entity.entityRef);
    case 'environment':
      return (
        environment !== undefined && filter.environments.includes(environment)
      );
    case 'reviewer':
      return (record.reviewers ?? []).some(ref => filter.refs.includes(ref));
    case 'finding-owner':
      return (
        record.findingOwner !== undefined &&
        filter.refs.includes(record.findingOwner)
      );
    default:
      throw new Error(
        `Unknown access filter '${
          (filter satisfies never as AccessFilter).type
        }'`,
      );
  }
}

/** Whether the decision is an allow for the entity there; the same as {@link accessWhere} in SQL. */
export function accessHolds(
  decision: AccessDecision,
  entity: ProjectedEntity,
  environment: string | undefined,
  record: AccessRecord = {},
): boolean {
  return (
    simplify(decision, filter =>
      filterHolds(filter, entity, environment, record),
    ) === true
  );
}
