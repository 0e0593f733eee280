import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { EntityStore } from '../catalog/EntityStore';
import { selectReevaluationProgress } from '../evaluation/selectReevaluationProgress';
import { ArchitectureAnalysis } from './ArchitectureAnalysis';
import { DatabaseAnalysisRunStore } from './DatabaseAnalysisRunStore';
import { DatabaseProposalStore } from './DatabaseProposalStore';
import { ProposalDesk } from './ProposalDesk';
import { readAnalysisConfig } from './readAnalysisConfig';

/** What analyses the catalog, and where its proposals are kept and decided on. */
export function createAnalysis(options: {
  knex: Knex;
  config: Config;
  entities: EntityStore;
  clock: () => Date;
  logger: LoggerService;
}) {
  const { knex, config, clock } = options;
  const analysisThresholds = readAnalysisConfig(config);
  const analysisRunStore = new DatabaseAnalysisRunStore(knex);
  const proposalStore = new DatabaseProposalStore(knex, analysisThresholds);
  return {
    analysisRunStore,
    analysisThresholds,
    proposalStore,
    analysis: new ArchitectureAnalysis({
      ...options,
      runs: analysisRunStore,
      thresholds: analysisThresholds,
      isReevaluating: async () =>
        (await selectReevaluationProgress(knex)).running,
    }),
    proposalDesk: new ProposalDesk({ knex, proposals: proposalStore, clock }),
  };
}
