import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { MetricSources } from '../metrics/MetricSources';
import { AdjustmentBounds } from './AdjustmentBounds';
import { AdjustmentDesk } from './AdjustmentDesk';
import { DatabaseAdjustmentStore } from './DatabaseAdjustmentStore';
import { DatabaseSloReader } from './DatabaseSloReader';
import { PushedSamples } from './PushedSamples';
import { readSloConfig } from './readSloConfig';
import { SampleStore } from './SampleStore';
import { SloEvaluator } from './SloEvaluator';
import { SloMeasuring } from './SloMeasuring';
import { SloPresenter } from './SloPresenter';
import { SloRetention } from './SloRetention';
import { SloStore } from './SloStore';
import { StoredCounts } from './StoredCounts';

/** Puts together what measures, evaluates and shows SLOs. */
export function createSlos(options: {
  knex: Knex;
  config: RootConfigService;
  slos: SloStore;
  samples: SampleStore;
  entities: EntityStore;
  definitions: DefinitionRegistry;
  evaluation: EvaluationService;
  metricSources: MetricSources;
  clock: () => Date;
  logger: LoggerService;
}) {
  const { knex, config, slos, samples, entities, definitions } = options;
  const { evaluation, metricSources, clock, logger } = options;
  const sloConfig = readSloConfig(config);
  const adjustmentStore = new DatabaseAdjustmentStore(knex);
  const sloEvaluator = new SloEvaluator({
    knex,
    slos,
    samples,
    adjustments: adjustmentStore,
    definitions,
    evaluation,
    staleAfterMillis: sloConfig.staleAfterMillis,
    clock,
    logger,
  });
  return {
    adjustmentBounds: new AdjustmentBounds({
      slos,
      evaluator: sloEvaluator,
      sumsMillis: sloConfig.sumsMillis,
      clock,
    }),
    adjustmentDesk: new AdjustmentDesk({
      adjustments: adjustmentStore,
      slos,
      evaluator: sloEvaluator,
      logger,
    }),
    adjustmentStore,
    pushedSamples: new PushedSamples({
      knex,
      slos,
      samples,
      evaluator: sloEvaluator,
      sumsMillis: sloConfig.sumsMillis,
      clock,
    }),
    sloEvaluator,
    sloMeasuring: new SloMeasuring({
      knex,
      slos,
      samples,
      evaluator: sloEvaluator,
      sources: metricSources,
      clock,
      logger,
    }),
    sloPresenter: new SloPresenter({ entities, slos, definitions }),
    sloReader: new DatabaseSloReader(knex),
    sloRetention: new SloRetention({ knex, config: sloConfig, clock }),
    storedCounts: new StoredCounts({ samples, adjustments: adjustmentStore }),
  };
}
