import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityPerformance } from './EntityPerformance';

/** The Performance tab of the entity page around it. */
export function EntityPerformanceContent() {
  const { entity } = useEntity();
  return <EntityPerformance entityRef={stringifyEntityRef(entity)} />;
}
