import {
  components,
  Definition,
  SloDefinition,
} from '@perf-governance/plugin-performance-common';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { Slo } from './Slo';
import { sloToApi } from './sloApi';
import { SloStore } from './SloStore';

/** Shows SLOs as the API does, with what their entities, sources and definitions add. */
export class SloPresenter {
  constructor(
    private readonly options: {
      entities: Pick<EntityStore, 'getByIds'>;
      slos: Pick<SloStore, 'seriesOf'>;
      definitions: Pick<DefinitionRegistry, 'listInForce'>;
    },
  ) {}

  /** In their order. */
  async present(slos: Slo[]): Promise<components['schemas']['Slo'][]> {
    const { entities, slos: store, definitions } = this.options;
    const byId = new Map(
      (
        await entities.getByIds([
          ...new Set(slos.map(({ entityId }) => entityId)),
        ])
      ).map(entity => [entity.id, entity]),
    );
    const series = await store.seriesOf(slos.map(({ id }) => id));
    const defined = new Map(
      (await definitions.listInForce())
        .filter(isSlo)
        .map(definition => [definition.id, definition]),
    );
    return slos.flatMap(slo => {
      const entity = byId.get(slo.entityId);
      const spec = defined.get(slo.definitionId)?.spec;
      return entity && spec
        ? [
            sloToApi(slo, entity, series.get(slo.id) ?? [], {
              method: spec.budgetingMethod,
              timeWindow: spec.timeWindow,
            }),
          ]
        : [];
    });
  }
}

function isSlo(definition: Definition): definition is SloDefinition {
  return definition.kind === 'SLO';
}
