import { NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { Access, AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { Slo } from './Slo';
import { DefinedSlo, SloEvaluator } from './SloEvaluator';
import { SloReader } from './SloReader';

const ID = /^\d{1,9}$/;

/** An SLO that the caller may see, with what stands behind it. */
export interface FoundSlo extends DefinedSlo {
  slo: Slo;
  entity: ProjectedEntity;
  access: Access;
}

export interface FindSloOptions {
  accessControl: AccessControl;
  entityStore: EntityStore;
  sloReader: SloReader;
  sloEvaluator: SloEvaluator;
}

/** @throws NotFoundError where there is none in force, or the caller may not know of it. */
export async function findSlo(
  request: Request<any, any, any, any, any>,
  id: string,
  options: FindSloOptions,
): Promise<FoundSlo> {
  const { accessControl, entityStore, sloReader, sloEvaluator } = options;
  const access = await accessControl.forRequest(
    request,
    performanceReadPermission,
  );
  const slo = ID.test(id) ? await sloReader.get(Number(id), access) : undefined;
  const entity = slo && (await entityStore.getById(slo.entityId));
  const [defined] = slo ? await sloEvaluator.define([slo]) : [];
  if (!slo || !entity || entity.retired || !defined) {
    throw new NotFoundError(`There is no SLO '${id}'`);
  }
  return { ...defined, slo, entity, access };
}
