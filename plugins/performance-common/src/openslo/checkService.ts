import { isEntityName } from './isEntityName';
import { SloMapping } from './SloMapping';

/** Refuses a service that no entity can be found by. */
export function checkService(mapping: SloMapping, field: string): void {
  const service = mapping.text(field);
  if (service !== undefined && !isEntityName(service)) {
    mapping.report.reject(
      'invalid-name',
      mapping.at(field),
      `'${service}' can be neither the name of an entity nor a reference to one.`,
    );
  }
}
