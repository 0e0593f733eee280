import {
  components,
  expandAdjustments,
  SloStatus,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { AdjustmentAuthority } from './AdjustmentAuthority';
import { Adjustment } from './AdjustmentStore';
import { SloStore } from './SloStore';

type Schemas = components['schemas'];
type AnyRequest = Request<any, any, any, any, any>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far ahead the next time is looked for: a month, and else somewhat more than a year. */
const AHEAD_MS = [35 * DAY_MS, 400 * DAY_MS];

/** Shows adjustments as the API does. */
export class AdjustmentPresenter {
  constructor(
    private readonly options: {
      authority: AdjustmentAuthority;
      entities: Pick<EntityStore, 'getByIds'>;
      slos: Pick<SloStore, 'getByIds'>;
      clock: () => Date;
    },
  ) {}

  /** In their order; those of entities that are gone are left out. */
  async present(
    req: AnyRequest,
    adjustments: Adjustment[],
  ): Promise<Schemas['SloAdjustment'][]> {
    const { entities, slos } = this.options;
    const entityIds = new Set<number>();
    const sloIds = new Set<number>();
    for (const { scope } of adjustments) {
      if (scope.type !== 'definition') {
        entityIds.add(scope.entityId);
      }
      if (scope.type === 'slo') {
        sloIds.add(scope.sloId);
      }
    }
    const entityById = new Map(
      (await entities.getByIds([...entityIds])).map(one => [one.id, one]),
    );
    const titles = new Map(
      (await slos.getByIds([...sloIds])).map(({ id, title }) => [id, title]),
    );
    const may = new Map<string, boolean>();
    const shown: Schemas['SloAdjustment'][] = [];
    for (const adjustment of adjustments) {
      const { scope } = adjustment;
      const entity =
        scope.type === 'definition'
          ? undefined
          : entityById.get(scope.entityId);
      if (entity || scope.type === 'definition') {
        const key = JSON.stringify(scope);
        const mayAdjust =
          may.get(key) ??
          (await this.options.authority.abilities(req, scope)).adjust;
        may.set(key, mayAdjust);
        shown.push(
          this.#toApi(adjustment, entity, {
            mayAdjust,
            sloTitle:
              scope.type === 'slo' ? titles.get(scope.sloId) : undefined,
          }),
        );
      }
    }
    return shown;
  }

  statusOf(adjustment: Adjustment): Schemas['SloAdjustmentStatus'] {
    if (adjustment.revoked) {
      return 'revoked';
    }
    const next = this.#nextOf(adjustment);
    if (!next) {
      return 'past';
    }
    return next.from <= this.options.clock().getTime() ? 'active' : 'planned';
  }

  /** Whether it takes something out of the window of a status. */
  touches({ id, times }: Adjustment, status: SloStatus | undefined): boolean {
    return (
      status !== undefined &&
      expandAdjustments([{ id: String(id), times }], {
        from: Date.parse(status.window.from),
        to: Date.parse(status.window.to),
      }).length > 0
    );
  }

  /** The present or next time. */
  #nextOf({ id, times, revoked }: Adjustment) {
    if (revoked) {
      return undefined;
    }
    const now = this.options.clock().getTime();
    if (times.type === 'once') {
      const [from, to] = [Date.parse(times.from), Date.parse(times.to)];
      return to > now ? { from, to } : undefined;
    }
    for (const ahead of AHEAD_MS) {
      const [next] = expandAdjustments([{ id: String(id), times }], {
        from: now,
        to: now + ahead,
      });
      if (next) {
        return next;
      }
    }
    return undefined;
  }

  #toApi(
    adjustment: Adjustment,
    entity: ProjectedEntity | undefined,
    { mayAdjust, sloTitle }: { mayAdjust: boolean; sloTitle?: string },
  ): Schemas['SloAdjustment'] {
    const { id, scope, times, reason, createdBy, createdAt } = adjustment;
    const { revoked } = adjustment;
    const next = this.#nextOf(adjustment);
    const status = this.statusOf(adjustment);
    return {
      id: String(id),
      scope: scopeToApi(scope, entity),
      title: titleOf(scope, entity, sloTitle),
      times,
      reason,
      createdBy,
      createdAt: createdAt.toISOString(),
      status,
      next: next && {
        from: new Date(next.from).toISOString(),
        to: new Date(next.to).toISOString(),
      },
      revoked: revoked && { ...revoked, at: revoked.at.toISOString() },
      may: { revoke: mayAdjust && status !== 'revoked' },
    };
  }
}

function scopeToApi(
  scope: Adjustment['scope'],
  entity: ProjectedEntity | undefined,
): Schemas['SloAdjustmentScope'] {
  switch (scope.type) {
    case 'slo':
      return { type: 'slo', sloId: String(scope.sloId) };
    case 'entity':
      return {
        type: 'entity',
        entityRef: entity?.entityRef ?? '',
        environment: scope.environment,
      };
    default:
      return scope;
  }
}

function titleOf(
  scope: Adjustment['scope'],
  entity: ProjectedEntity | undefined,
  sloTitle: string | undefined,
): string {
  const name = entity?.title ?? entity?.name ?? '';
  switch (scope.type) {
    case 'slo':
      return `${sloTitle ?? 'A former SLO'} of ${name} in ${scope.environment}`;
    case 'entity':
      return scope.environment === undefined
        ? `All SLOs of ${name}`
        : `All SLOs of ${name} in ${scope.environment}`;
    default:
      return `Everything that ${scope.definitionId} applies to`;
  }
}
