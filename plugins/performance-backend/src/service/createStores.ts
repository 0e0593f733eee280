import { Knex } from 'knex';
import { DatabaseEntityStore } from '../catalog/DatabaseEntityStore';
import { DatabaseAttestationStore } from '../checks/DatabaseAttestationStore';
import {
  createExtensionResultStore,
  createExternalResultStore,
} from '../checks/DatabaseCheckResultStore';
import { DatabaseDefinitionStore } from '../definitions/DatabaseDefinitionStore';
import { DatabaseDisputeStore } from '../disputes/DatabaseDisputeStore';
import { DatabaseErrorBudgetActionStore } from '../errorBudgets/DatabaseErrorBudgetActionStore';
import { DatabaseEvidenceStore } from '../evaluation/DatabaseEvidenceStore';
import { DatabaseFindingStore } from '../findings/DatabaseFindingStore';
import { DatabaseBreakGlassStore } from '../gate/DatabaseBreakGlassStore';
import { DatabaseMeasurementStore } from '../measurements/DatabaseMeasurementStore';
import { DatabaseTrustStore } from '../policies/DatabaseTrustStore';
import { DatabaseReviewEventStore } from '../reviews/DatabaseReviewEventStore';
import { DatabaseReviewStore } from '../reviews/DatabaseReviewStore';
import { DatabaseRunStore } from '../runs/DatabaseRunStore';
import { DatabaseScorecardStore } from '../scorecards/DatabaseScorecardStore';
import { DatabaseSampleStore } from '../slos/DatabaseSampleStore';
import { DatabaseSloStore } from '../slos/DatabaseSloStore';
import { DatabaseVerdictReader } from '../verdicts/DatabaseVerdictReader';
import { DatabaseVerdictStore } from '../verdicts/DatabaseVerdictStore';
import { DatabaseWaiverStore } from '../waivers/DatabaseWaiverStore';
import { WaivedVerdicts } from '../waivers/WaivedVerdicts';

/** All that reads and writes the plugin's tables, with nothing but these behind it. */
export function createStores(knex: Knex, clock: () => Date) {
  return {
    attestationStore: new DatabaseAttestationStore(knex),
    breakGlassStore: new DatabaseBreakGlassStore(knex),
    definitionStore: new DatabaseDefinitionStore(knex, clock),
    disputeStore: new DatabaseDisputeStore(knex),
    entityStore: new DatabaseEntityStore(knex),
    errorBudgetActionStore: new DatabaseErrorBudgetActionStore(knex),
    evidenceStore: new DatabaseEvidenceStore(),
    extensionResultStore: createExtensionResultStore(knex),
    externalResultStore: createExternalResultStore(knex),
    findingStore: new DatabaseFindingStore(knex),
    measurementStore: new DatabaseMeasurementStore(knex),
    reviewEventStore: new DatabaseReviewEventStore(knex),
    reviewStore: new DatabaseReviewStore(knex),
    runStore: new DatabaseRunStore(knex),
    sampleStore: new DatabaseSampleStore(knex),
    scorecardStore: new DatabaseScorecardStore(knex),
    sloStore: new DatabaseSloStore(knex),
    trustStore: new DatabaseTrustStore(knex),
    verdictReader: new DatabaseVerdictReader(knex),
    verdictStore: new DatabaseVerdictStore(knex),
    waivedVerdicts: new WaivedVerdicts(knex),
    waiverStore: new DatabaseWaiverStore(knex),
  };
}
