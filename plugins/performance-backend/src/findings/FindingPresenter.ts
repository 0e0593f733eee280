import {
  components,
  findingOverdueAt,
  findingTransitions,
  isFindingOpen,
  performanceAdministerPermission,
  performanceContributePermission,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { selectEntityTitles } from '../catalog/selectEntityTitles';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { Finding } from './Finding';
import { FindingAccess, FoundFinding } from './FindingAccess';

type AnyRequest = Request<any, any, any, any, any>;
type Schemas = components['schemas'];

/** Parts of findings that others know of, by number of the finding. */
export type FindingParts = Pick<Schemas['Finding'], 'binding' | 'issue'>;

/** Says what a kind of part is of each of some findings. */
export interface FindingPartSource {
  load(findingIds: number[]): Promise<Map<number, FindingParts>>;
}

/** Shows findings to callers, with what of them they may see and do. */
export class FindingPresenter {
  constructor(
    private readonly options: {
      knex: Knex;
      accessControl: AccessControl;
      access: FindingAccess;
      entities: EntityStore;
      parts: FindingPartSource[];
      clock: () => Date;
    },
  ) {}

  /** As lists show them, in their order. */
  async list(
    request: AnyRequest,
    findings: Finding[],
  ): Promise<Schemas['Finding'][]> {
    const { access, entities, knex, clock } = this.options;
    const read = await access.readAccess(request);
    const ids = new Set(findings.flatMap(({ entityIds }) => entityIds));
    const known = new Map<
      number,
      { entity: ProjectedEntity; visible: boolean }
    >();
    for (const entity of await entities.getByIds([...ids])) {
      known.set(entity.id, { entity, visible: await read.allows(entity) });
    }
    const titles = await selectEntityTitles(
      knex,
      findings.flatMap(({ owner }) => owner ?? []),
    );
    const parts = await this.#parts(findings);
    const now = clock();
    return findings.flatMap(finding => {
      const [home, ...others] = finding.entityIds.flatMap(
        id => known.get(id) ?? [],
      );
      if (!home) {
        return [];
      }
      const visible = others.filter(other => other.visible);
      const { binding, ...moreParts } = parts.get(finding.id) ?? {};
      // Whoever may not see an entity needn't know that a verdict of it is what counts.
      const isShown = [home, ...visible].some(
        ({ entity }) => entity.entityRef === binding?.entityRef,
      );
      return {
        ...findingToApi(finding, now),
        ...moreParts,
        ...(isShown && { binding }),
        entity: entityProjectionToApi(home.entity),
        affected: visible.map(({ entity }) => entityProjectionToApi(entity)),
        hiddenAffected: others.length - visible.length,
        ownerTitle: finding.owner && titles.get(finding.owner),
      };
    });
  }

  async detail(
    request: AnyRequest,
    found: FoundFinding,
  ): Promise<Schemas['FindingDetail']> {
    const { finding } = found;
    const [summary] = await this.list(request, [finding]);
    return {
      ...summary,
      description: finding.description,
      recommendation: finding.recommendation,
      links: finding.links,
      may: await this.#abilities(request, found),
    };
  }

  async #abilities(
    request: AnyRequest,
    found: FoundFinding,
  ): Promise<Schemas['FindingDetail']['may']> {
    const { access, accessControl } = this.options;
    const { finding, entity } = found;
    const update = await access.optional(
      request,
      performanceFindingUpdatePermission,
    );
    const verify = await access.optional(
      request,
      performanceFindingVerifyPermission,
    );
    const contribute = await accessControl.optionalForRequest(
      request,
      performanceContributePermission,
    );
    const administer = await accessControl.optionalForRequest(
      request,
      performanceAdministerPermission,
    );
    const may = {
      update: (await update?.holds(found)) ?? false,
      verify: (await verify?.holds(found)) ?? false,
    };
    const isResolver =
      verify !== undefined &&
      isSamePrincipal(finding.resolvedBy ?? '', verify.principal);
    return {
      plan: may.update,
      edit: may.verify,
      comment: may.update || may.verify,
      statuses: findingTransitions(finding.status)
        .filter(({ needs }) => may[needs])
        .filter(({ to }) => to !== 'verified' || !isResolver)
        .map(({ to }) => to),
      requestWaiver:
        isFindingOpen(finding) && ((await contribute?.allows(entity)) ?? false),
      delete: (await administer?.allows(entity)) ?? false,
    };
  }

  async #parts(findings: Finding[]): Promise<Map<number, FindingParts>> {
    const ids = findings.map(({ id }) => id);
    const all = new Map<number, FindingParts>();
    for (const source of this.options.parts) {
      for (const [id, parts] of await source.load(ids)) {
        all.set(id, { ...all.get(id), ...parts });
      }
    }
    return all;
  }
}

function findingToApi(finding: Finding, now: Date) {
  const { origin, dueDate } = finding;
  return {
    id: String(finding.id),
    title: finding.title,
    category: finding.category,
    severity: finding.severity,
    likelihood: finding.likelihood,
    risk: finding.risk,
    status: finding.status,
    version: finding.version,
    effort: finding.effort,
    owner: finding.owner,
    dueDate,
    overdue:
      dueDate !== undefined &&
      isFindingOpen(finding) &&
      findingOverdueAt(dueDate) <= now.getTime(),
    createdBy: finding.createdBy,
    createdAt: finding.createdAt.toISOString(),
    changedBy: finding.changedBy,
    changedAt: finding.changedAt.toISOString(),
    statusSince: finding.statusAt.toISOString(),
    resolvedBy: finding.resolvedBy,
    duplicateOf:
      finding.duplicateOf === undefined
        ? undefined
        : String(finding.duplicateOf),
    reviewId: origin.review && String(origin.review.id),
    proposalId:
      origin.proposalId === undefined ? undefined : String(origin.proposalId),
    externalId: origin.externalId,
    closureProposedAt: finding.closureProposedAt?.toISOString(),
    acceptedUntil: finding.acceptedUntil?.toISOString(),
    comments: finding.comments,
  };
}
