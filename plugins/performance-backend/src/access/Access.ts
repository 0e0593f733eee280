import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { AccessColumns } from './accessWhere';

/** What the permissions on reviews and findings look at besides the entity. */
export interface AccessRecord {
  /** Full, lower-cased refs of a review's reviewers. */
  reviewers?: string[];
  /** Full, lower-cased ref of a finding's owner. */
  findingOwner?: string;
}

/**
 * What one caller may do under one permission.
 *
 * Where nothing names an environment, reading and uploading ask "in some environment", and defining
 * and administering ask "in every environment".
 */
export interface Access {
  /** A user's entity ref or a service's subject, for the record of who did it. */
  principal: string;
  /** `all` is an unconditional allow, `none` an unconditional deny. */
  scope: 'all' | 'some' | 'none';
  /**
   * Adds to the `where` of a query, so that it only yields what the caller may see.
   *
   * @param columns - qualified names, e.g. `runs.entity_id`; `environment` only where the rows have one,
   *   `reviewId` for a permission on reviews, `findingId` for one on findings.
   */
  restrict(query: Knex.QueryBuilder, columns: AccessColumns): void;
  /** @param record - for a permission on reviews or findings: the one of this entity that it is about. */
  allows(
    entity: ProjectedEntity,
    environment?: string,
    record?: AccessRecord,
  ): Promise<boolean>;
  /**
   * @throws NotFoundError when the caller may not even read it.
   * @throws NotAllowedError naming the permission, when the caller may read it.
   */
  assertAllowed(
    entity: ProjectedEntity,
    environment?: string,
    record?: AccessRecord & { name?: string },
  ): Promise<void>;
}

/** What a caller may do with one entity, in an environment or as a whole. */
export interface EntityAbilities {
  read: boolean;
  upload: boolean;
  contribute: boolean;
  approve: boolean;
  define: boolean;
  administer: boolean;
  /** Begin reviews. */
  review: boolean;
  /** Record findings. */
  finding: boolean;
}

export interface AccessControl {
  /** @throws NotAllowedError for an external caller that isn't configured for the action. */
  forRequest(
    request: Request<any, any, any, any, any>,
    permission: ResourcePermission,
  ): Promise<Access>;
  /** @throws NotAllowedError for an external caller that isn't configured for the action. */
  forCredentials(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<Access>;
  /** As {@link AccessControl.forRequest}, or undefined where that throws a NotAllowedError. */
  optionalForRequest(
    request: Request<any, any, any, any, any>,
    permission: ResourcePermission,
  ): Promise<Access | undefined>;
  /** One round trip to the policy for all of them. */
  abilities(
    request: Request<any, any, any, any, any>,
    entity: ProjectedEntity,
    environment?: string,
  ): Promise<EntityAbilities>;
}
