import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { declareSlos } from './declareSlos';
import { SampleStore } from './SampleStore';
import { SloDeclaration } from './Slo';
import { SloStore } from './SloStore';

/** Keeps the SLOs of entities in step with definitions and the catalog, as verdicts are. */
export class SloDeclarations implements EvaluationListener {
  constructor(
    private readonly options: {
      slos: Pick<SloStore, 'declare'>;
      samples: Pick<SampleStore, 'copy'>;
      clock: () => Date;
    },
  ) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const { slos, samples, clock } = this.options;
    const declarations = new Map<number, SloDeclaration[]>();
    for (const { entity, definitions } of batch) {
      declarations.set(
        entity.id,
        entity.retired ? [] : declareSlos(definitions, entity.fact),
      );
    }
    const successions = await slos.declare(declarations, clock().getTime(), tx);
    for (const { from, to } of successions) {
      await samples.copy(from, to, tx);
    }
  }
}
