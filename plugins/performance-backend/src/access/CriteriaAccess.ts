import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import { Access, AccessRecord } from './Access';
import {
  AccessDecision,
  dependsOnEnvironment,
  overEnvironments,
} from './AccessCriteria';
import { accessHolds } from './accessHolds';
import { AccessColumns, accessWhere } from './accessWhere';

/** The environment of a verdict that no environment has been seen for. */
const NO_ENVIRONMENT = '*';

/** Access by a tree of criteria, in SQL and in memory. */
export class CriteriaAccess implements Access {
  readonly principal: string;
  readonly scope: Access['scope'];
  /** The decision on an entity as a whole. */
  private readonly whole: AccessDecision;

  constructor(
    private readonly options: {
      principal: string;
      permission: ResourcePermission;
      decision: AccessDecision;
      /** The same caller's access for reading, if there is any. */
      readAccess: () => Promise<Access | undefined>;
    },
  ) {
    const { decision, permission } = options;
    const { action } = permission.attributes;
    this.principal = options.principal;
    this.whole = overEnvironments(
      decision,
      action === 'read' || action === 'create' ? 'some' : 'every',
    );
    this.scope = 'some';
    if (decision === true) {
      this.scope = 'all';
    } else if (decision === false) {
      this.scope = 'none';
    }
  }

  restrict(query: Knex.QueryBuilder, columns: AccessColumns): void {
    const { decision } = this.options;
    const { environment } = columns;
    if (!environment) {
      accessWhere(query, this.whole, columns);
    } else if (!dependsOnEnvironment(decision)) {
      accessWhere(query, decision, columns);
    } else {
      query.andWhere(either => {
        either.where(row => {
          row.whereNot(environment, NO_ENVIRONMENT);
          accessWhere(row, decision, columns);
        });
        either.orWhere(row => {
          row.where(environment, NO_ENVIRONMENT);
          accessWhere(row, this.whole, columns);
        });
      });
    }
  }

  async allows(
    entity: ProjectedEntity,
    environment?: string,
    record?: AccessRecord,
  ) {
    return environment === undefined || environment === NO_ENVIRONMENT
      ? accessHolds(this.whole, entity, undefined, record)
      : accessHolds(this.options.decision, entity, environment, record);
  }

  async assertAllowed(
    entity: ProjectedEntity,
    environment?: string,
    record?: AccessRecord & { name?: string },
  ) {
    if (await this.allows(entity, environment, record)) {
      return;
    }
    const { permission, readAccess } = this.options;
    const isVisible =
      permission.attributes.action !== 'read' &&
      (await (await readAccess())?.allows(entity, environment, record));
    if (!isVisible) {
      throw new NotFoundError(
        `There is no ${
          record?.name ?? `entity '${entity.entityRef}'`
        } that you may see`,
      );
    }
    throw new NotAllowedError(
      `${this.principal} lacks the permission ${permission.name} on ${
        record?.name ?? entity.entityRef
      }${environment ? ` in ${environment}` : ''}`,
    );
  }
}
