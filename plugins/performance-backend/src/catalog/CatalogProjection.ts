import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  EntityFact,
  parentRefs,
  resolveEntityFact,
} from '@perf-governance/plugin-performance-common';
import { EntityStore, ProjectedEntity, ProjectedGroup } from './EntityStore';
import { formerRefOf, FormerRefs } from './FormerRefs';
import { titleOf } from './titleOf';

/** Of entities that are governed. */
export const PROJECTED_KINDS = [
  'Component',
  'API',
  'Resource',
  'System',
  'Domain',
];
/** What owner, system and domain chains are made of. */
const CHAIN_KINDS = ['Group', 'System', 'Domain'];
const PAGE_SIZE = 500;

/** Keeps our projection of the catalog current: by sweep, and one entity at a time on request. */
export class CatalogProjection {
  readonly #formerRefs: FormerRefs;

  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      store: EntityStore;
      logger: LoggerService;
      now: () => Date;
      /** Told which entities are new, changed, renamed, back or gone. */
      onChange: (entityIds: number[]) => Promise<void>;
    },
  ) {
    this.#formerRefs = new FormerRefs(options.now);
  }

  /**
   * Reads the whole catalog. What was read before a failure is kept; nothing is retired then.
   *
   * @returns whether every page was read; a partial sweep retires nothing.
   * @throws whatever the catalog threw, after the changes until then were announced.
   */
  async sweep(): Promise<boolean> {
    const { store, logger, now } = this.options;
    const seen = new Set<string>();
    try {
      const parents = new Map<string, Entity>();
      await this.readAll(CHAIN_KINDS, async entities => {
        for (const entity of entities) {
          parents.set(stringifyEntityRef(entity), entity);
        }
      });
      await store.replaceGroups([...parents].flatMap(projectGroup));
      const total = await this.readAll(PROJECTED_KINDS, async entities => {
        const facts = entities.map(entity =>
          resolveEntityFact(entity, ref => parents.get(ref)),
        );
        for (const fact of facts) {
          seen.add(fact.entityRef);
        }
        await this.write(facts);
      });
      // An entity that moves between pages is missed; an empty catalog is one that hasn't started.
      const isComplete = seen.size > 0 && seen.size >= total;
      if (isComplete) {
        await store.concludeSweep(seen, now());
      } else {
        logger.info(
          `Read ${seen.size} of ${total} catalog entities; none is retired by a partial sweep`,
        );
      }
      return isComplete;
    } finally {
      await this.announce();
    }
  }

  /**
   * The entity, read from the catalog now where it isn't known yet.
   *
   * @returns undefined where the catalog doesn't have it, or its kind isn't governed.
   */
  async ensure(entityRef: string): Promise<ProjectedEntity | undefined> {
    const known = await this.options.store.getByRef(entityRef);
    return known && !known.retired ? known : this.refresh(entityRef);
  }

  /** Reads one entity from the catalog now. */
  async refresh(entityRef: string): Promise<ProjectedEntity | undefined> {
    const { catalog, auth, store } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(entityRef, { credentials });
    if (!entity || !PROJECTED_KINDS.includes(entity.kind)) {
      return store.getByRef(entityRef);
    }

    const parents = new Map<string, Entity>();
    let missing = Object.values(parentRefs(entity)).flat();
    const asked = new Set<string>();
    while (missing.length > 0) {
      for (const ref of missing) {
        asked.add(ref);
      }
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: missing },
        { credentials },
      );
      missing = [];
      for (const parent of items) {
        if (parent) {
          parents.set(stringifyEntityRef(parent), parent);
          missing.push(...Object.values(parentRefs(parent)).flat());
        }
      }
      missing = [...new Set(missing)].filter(ref => !asked.has(ref));
    }

    await this.write([resolveEntityFact(entity, ref => parents.get(ref))]);
    const refreshed = await store.getByRef(entityRef);
    await this.announce(refreshed?.id);
    return refreshed;
  }

  private async readAll(
    kinds: string[],
    onPage: (entities: Entity[]) => Promise<void>,
  ): Promise<number> {
    const { catalog, auth } = this.options;
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : { filter: { kind: kinds }, limit: PAGE_SIZE },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      total = page.totalItems;
      cursor = page.pageInfo.nextCursor;
      await onPage(page.items);
    } while (cursor);
    return total;
  }

  private async write(facts: EntityFact[]) {
    const ready: EntityFact[] = [];
    for (const fact of facts) {
      if (await this.renameWhereAsked(fact)) {
        ready.push(fact);
      }
    }
    await this.options.store.upsert(ready);
  }

  /** @returns false while the entity has to wait for the one that it was to go. */
  private async renameWhereAsked({ entity, entityRef }: EntityFact) {
    const { catalog, auth, store, logger } = this.options;
    const formerRef = formerRefOf(entity);
    if (!formerRef || formerRef === entityRef) {
      return true;
    }
    const former = await store.getByRef(formerRef);
    if (
      !former ||
      former.kind !== entity.kind.toLocaleLowerCase('en-US') ||
      (await store.getByRef(entityRef))
    ) {
      return true;
    }
    const credentials = await auth.getOwnServiceCredentials();
    const succession = this.#formerRefs.decide(
      entityRef,
      await catalog.getEntityByRef(formerRef, { credentials }),
    );
    if (succession === 'wait') {
      logger.info(
        `${entityRef} names ${formerRef} as its former ref, which the catalog still has; it isn't taken in before that is gone`,
      );
      return false;
    }
    if (succession === 'new') {
      logger.warn(
        `${entityRef} names ${formerRef} as its former ref, which the catalog still has; it gets no history from there`,
      );
    } else if (await store.rename(formerRef, entityRef)) {
      logger.info(`${formerRef} is now ${entityRef}, with its history`);
    }
    return true;
  }

  /**
   * Changes that a killed backend didn't get to announce are announced by the next sweep.
   *
   * @param only - the entity to announce, unless all are.
   */
  private async announce(only?: number) {
    const { store, onChange } = this.options;
    const unannounced = await store.listUnannounced();
    const changed = unannounced.filter(
      ({ id }) => only === undefined || id === only,
    );
    if (changed.length > 0) {
      await onChange(changed.map(({ id }) => id));
      await store.markAnnounced(changed);
    }
  }
}

function projectGroup([entityRef, entity]: [string, Entity]): ProjectedGroup[] {
  if (!entityRef.startsWith('group:')) {
    return [];
  }
  const [parent] = parentRefs(entity).owners;
  return [{ entityRef, title: titleOf(entity), parent }];
}
