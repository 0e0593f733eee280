import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  performanceEntityPermissions,
  performanceFindingPermissions,
  performanceReviewPermissions,
} from '@perf-governance/plugin-performance-common';
import {
  inEnvironment,
  isEntityOwner,
  isFindingEntityOwner,
  isFindingOwner,
  isReviewEntityOwner,
  isReviewer,
  performanceEntityResourceRef,
  performanceFindingResourceRef,
  performanceReviewResourceRef,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { EntityStore } from '../catalog/EntityStore';
import {
  RecordRow,
  selectFindingRecord,
  selectReviewRecord,
} from './selectRecords';

/** `review:4`; what else a ref may be is of nobody's concern. */
const RECORD_REF = /^(?:review|finding):(\d{1,9})$/;

/** Makes the plugin's permissions, their rules and their resources known to the permission system. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  entityStore: EntityStore;
  knex: Knex;
}): void {
  const { permissionsRegistry, entityStore, knex } = options;
  const readRecord = async (
    ref: string,
    select: (database: Knex, number: number) => Promise<RecordRow | undefined>,
  ) => {
    const number = RECORD_REF.exec(ref)?.[1];
    const row =
      number === undefined ? undefined : await select(knex, Number(number));
    const entity = row && (await entityStore.getById(row.entityId));
    return (
      entity && {
        entityRef: entity.entityRef,
        owners: entity.fact.owners,
        reviewers: row.reviewers,
        findingOwner: row.findingOwner,
      }
    );
  };
  permissionsRegistry.addResourceType({
    resourceRef: performanceEntityResourceRef,
    permissions: performanceEntityPermissions,
    rules: [isEntityOwner, inEnvironment],
    getResources: async resourceRefs =>
      Promise.all(
        resourceRefs.map(async resourceRef => {
          const [entityRef, environment] = resourceRef.split('#');
          const entity = await entityStore.getByRef(entityRef);
          return (
            entity && {
              entityRef: entity.entityRef,
              owners: entity.fact.owners,
              ...(environment && { environment }),
            }
          );
        }),
      ),
  });
  permissionsRegistry.addResourceType({
    resourceRef: performanceReviewResourceRef,
    permissions: performanceReviewPermissions,
    rules: [isReviewEntityOwner, isReviewer],
    getResources: async refs =>
      Promise.all(refs.map(ref => readRecord(ref, selectReviewRecord))),
  });
  permissionsRegistry.addResourceType({
    resourceRef: performanceFindingResourceRef,
    permissions: performanceFindingPermissions,
    rules: [isFindingEntityOwner, isFindingOwner],
    getResources: async refs =>
      Promise.all(refs.map(ref => readRecord(ref, selectFindingRecord))),
  });
}
