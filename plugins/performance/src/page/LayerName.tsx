import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  layerWords,
  PerformanceLayer,
} from '@perf-governance/plugin-performance-react';

/** Who a layer is, with a link to its entity. */
export function LayerName(props: { layer: PerformanceLayer }) {
  const { layer } = props;
  return layer.entityRef ? (
    <EntityRefLink entityRef={layer.entityRef} hideIcon>
      {layerWords(layer)}
    </EntityRefLink>
  ) : (
    <>{layerWords(layer)}</>
  );
}
