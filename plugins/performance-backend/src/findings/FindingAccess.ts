import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  performanceFindingCreatePermission,
  performanceFindingReadPermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { Access, AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { parseRowId } from '../waivers/waiverRow';
import { Finding } from './Finding';
import { FindingRestriction, FindingStore } from './FindingStore';

type AnyRequest = Request<any, any, any, any, any>;

/** A finding that the caller may see. */
export interface FoundFinding {
  finding: Finding;
  /** That it belongs to. */
  entity: ProjectedEntity;
}

/** Finds findings for callers who may see them: of entities that they may see, too. */
export class FindingAccess {
  /** The policy is asked once for a permission, however many findings a request is about. */
  readonly #asked = new WeakMap<AnyRequest, Map<string, Promise<Access>>>();

  constructor(
    private readonly options: {
      accessControl: AccessControl;
      findings: FindingStore;
      entities: EntityStore;
      projection: Pick<CatalogProjection, 'ensure'>;
      httpAuth: HttpAuthService;
      userInfo: UserInfoService;
    },
  ) {}

  /** Narrows queries on `findings` to what the caller may see. */
  async restriction(request: AnyRequest): Promise<FindingRestriction> {
    const { read, readFindings } = await this.#readers(request);
    return query => {
      readFindings.restrict(query, {
        entityId: 'findings.entity_id',
        findingId: 'findings.id',
      });
      read.restrict(query, { entityId: 'findings.entity_id' });
    };
  }

  /** What the caller may see of entities. */
  async readAccess(request: AnyRequest): Promise<Access> {
    return this.#accessFor(request, performanceReadPermission);
  }

  /** Whether there may be an entity that the caller may record findings about. */
  async mayRecord(request: AnyRequest): Promise<boolean> {
    const access = await this.options.accessControl.optionalForRequest(
      request,
      performanceFindingCreatePermission,
    );
    return access !== undefined && access.scope !== 'none';
  }

  /** Whether there is such an entity, and the caller may see it. */
  async sees(request: AnyRequest, entityRef: string): Promise<boolean> {
    const { read } = await this.#readers(request);
    const entity = await this.options.entities.getByRef(entityRef);
    return entity !== undefined && read.allows(entity);
  }

  /** @throws NotFoundError where there is no such finding or the caller may not know of it. */
  async find(request: AnyRequest, findingId: string): Promise<FoundFinding> {
    const { findings, entities } = this.options;
    const { read, readFindings } = await this.#readers(request);
    const id = parseRowId(findingId.replace(/^F-/i, ''));
    const finding = id === undefined ? undefined : await findings.get(id);
    const entity = finding && (await entities.getById(finding.entityId));
    if (
      !finding ||
      !entity ||
      !(await read.allows(entity)) ||
      !(await readFindings.allows(entity, undefined, recordOf(finding)))
    ) {
      throw new NotFoundError(`There is no finding '${findingId}'`);
    }
    return { finding, entity };
  }

  /**
   * @param permission - one on findings.
   * @returns who asks.
   * @throws NotAllowedError where the caller may see the finding, but not do that.
   */
  async assertMay(
    request: AnyRequest,
    permission: ResourcePermission,
    { finding, entity }: FoundFinding,
  ): Promise<string> {
    const access = await this.#accessFor(request, permission);
    await access.assertAllowed(entity, undefined, {
      ...recordOf(finding),
      name: `finding F-${finding.id}`,
    });
    return access.principal;
  }

  /** What the caller may do under a permission on findings; undefined where nothing at all. */
  async optional(
    request: AnyRequest,
    permission: ResourcePermission,
  ): Promise<
    | { principal: string; holds(found: FoundFinding): Promise<boolean> }
    | undefined
  > {
    try {
      const access = await this.#accessFor(request, permission);
      return {
        principal: access.principal,
        holds: ({ finding, entity }) =>
          access.allows(entity, undefined, recordOf(finding)),
      };
    } catch (error) {
      if (error instanceof NotAllowedError) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * An entity that findings may be recorded about.
   *
   * @param permission - one on entities.
   * @throws InputError for what isn't the ref of one, NotFoundError where there is none that the caller may see,
   *   NotAllowedError where they may not.
   */
  async findEntity(
    request: AnyRequest,
    entityRef: string,
    permission: ResourcePermission = performanceReadPermission,
  ): Promise<{ entity: ProjectedEntity; by: string }> {
    const access = await this.#accessFor(request, permission);
    const entity = await this.options.projection.ensure(fullRef(entityRef));
    if (!entity || entity.retired) {
      throw new NotFoundError(
        `There is no entity '${entityRef}' that you may see`,
      );
    }
    await access.assertAllowed(entity);
    return { entity, by: access.principal };
  }

  /** Refs that the caller claims to be; of a service, only its own. */
  async claimsOf(request: AnyRequest): Promise<string[]> {
    const { httpAuth, userInfo } = this.options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    return (await userInfo.getUserInfo(credentials)).ownershipEntityRefs;
  }

  async #readers(request: AnyRequest) {
    const [read, readFindings] = await Promise.all([
      this.#accessFor(request, performanceReadPermission),
      this.#accessFor(request, performanceFindingReadPermission),
    ]);
    return { read, readFindings };
  }

  #accessFor(
    request: AnyRequest,
    permission: ResourcePermission,
  ): Promise<Access> {
    const asked = this.#asked.get(request) ?? new Map();
    this.#asked.set(request, asked);
    const access =
      asked.get(permission.name) ??
      this.options.accessControl.forRequest(request, permission);
    asked.set(permission.name, access);
    return access;
  }
}

function fullRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `'${text}' isn't the ref of an entity, e.g. component:default/pay`,
    );
  }
}

function recordOf({ owner }: Finding) {
  return { findingOwner: owner };
}
