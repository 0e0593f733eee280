import {
  components,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { NO_VALUE } from '../catalog/filterEntities';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import { addCounts, countsToApi, shareOf, zeroCounts } from './counts';
import { dayOf, dayToApi } from './days';
import { LevelCount, RollupGroup, RollupReader } from './RollupReader';
import { compareGroups } from './compareGroups';

type Schemas = components['schemas'];

const DEFAULT_LIMIT = 25;
const MAX_ROWS = 500;

/** Routes below `/rollups`. */
export function registerRollupRoutes(
  router: Router,
  options: {
    rollupReader: RollupReader;
    definitionStore: Pick<DefinitionStore, 'get'>;
    accessControl: AccessControl;
    clock: () => Date;
  },
): void {
  const { rollupReader, definitionStore, accessControl, clock } = options;

  const describeScorecards = async (levels: LevelCount[]) => {
    const ids = [...new Set(levels.map(({ definitionId }) => definitionId))];
    const stored = await Promise.all(
      ids.sort().map(id => definitionStore.get(id)),
    );
    return stored.flatMap(found =>
      found?.definition.kind === 'Scorecard'
        ? {
            definitionId: found.definition.id,
            title:
              found.definition.metadata.title ?? found.definition.metadata.name,
            levels: found.definition.spec.levels.map(({ name, title }) => ({
              name,
              title,
            })),
          }
        : [],
    );
  };

  router.get<{}, AnswerOf<'listRollups', 200>, never, QueryOf<'listRollups'>>(
    '/rollups',
    async (req, res) => {
      const { by, sort = 'worst', order, offset = 0, ...query } = req.query;
      const limit = query.limit ?? DEFAULT_LIMIT;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const [groups, levels, total] = await Promise.all([
        rollupReader.groups(by, query, access),
        rollupReader.levels(by, query, access),
        by === 'organisation'
          ? undefined
          : rollupReader.groups('organisation', query, access),
      ]);
      const [whole] = total ?? groups;
      const page = groups
        .sort(compareGroups(sort, order))
        .slice(offset, offset + limit);
      const [scorecards, described] = await Promise.all([
        describeScorecards(levels),
        rollupReader.describe(refsAmong(page)),
      ]);
      res.json({
        items: page.map(group => ({
          ...groupToApi(group),
          title: described.get(group.value)?.title,
          levels: levels
            .filter(({ value }) => value === group.value)
            .sort((a, b) => a.rank - b.rank)
            .map(({ value: _, ...level }) => level),
        })),
        totalItems: groups.length,
        total: {
          entities: whole?.entities ?? 0,
          counts: countsToApi(whole?.counts ?? zeroCounts()),
        },
        scorecards,
      });
    },
  );

  router.get<
    {},
    AnswerOf<'getRollupMatrix', 200>,
    never,
    QueryOf<'getRollupMatrix'>
  >('/rollups/matrix', async (req, res) => {
    const { rows: by = 'domain', ...query } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const [groups, cells, total] = await Promise.all([
      rollupReader.groups(by, query, access),
      rollupReader.cells(by, query, access),
      rollupReader.cells('organisation', query, access),
    ]);
    const page = groups.sort(compareGroups('value')).slice(0, MAX_ROWS);
    const described = await rollupReader.describe(refsAmong(page));
    const whole = zeroCounts();
    for (const { counts } of total) {
      addCounts(whole, counts);
    }
    const cellsOf = (ofRow: typeof cells): Schemas['RollupCell'][] =>
      ofRow
        .sort((a, b) => (a.area < b.area ? -1 : 1))
        .map(({ area, counts }) => ({ area, counts: countsToApi(counts) }));
    res.json({
      areas: total.map(({ area }) => area).sort(),
      rows: page.map(group => ({
        ...groupToApi(group),
        ...described.get(group.value),
        cells: cellsOf(cells.filter(({ value }) => value === group.value)),
      })),
      total: { counts: countsToApi(whole), cells: cellsOf(total) },
    });
  });

  router.get<
    {},
    AnswerOf<'getRollupTrend', 200>,
    never,
    QueryOf<'getRollupTrend'>
  >('/rollups/trend', async (req, res) => {
    const { days = 90, ...query } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const today = dayOf(clock());
    const points = await rollupReader.trend(
      query,
      { from: today - days, today },
      access,
    );
    res.json({
      points: points.map(({ day, counts }) => ({
        day: dayToApi(day),
        counts: countsToApi(counts),
      })),
    });
  });

  router.get<{}, AnswerOf<'listMovers', 200>, never, QueryOf<'listMovers'>>(
    '/rollups/movers',
    async (req, res) => {
      const { by = 'entity', days = 30, limit, ...query } = req.query;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const since = dayOf(clock()) - days;
      const movements = await rollupReader.movers(
        by,
        query,
        { since, limit: limit ?? DEFAULT_LIMIT },
        access,
      );
      const described = await rollupReader.describe(refsAmong(movements));
      res.json({
        items: movements.map(({ value, then, now }) => ({
          value,
          title: described.get(value)?.title,
          then: countsToApi(then),
          now: countsToApi(now),
          change: (shareOf(now) ?? 0) - (shareOf(then) ?? 0),
        })),
        from: dayToApi(since),
      });
    },
  );

  router.get<
    {},
    AnswerOf<'listOffenders', 200>,
    never,
    QueryOf<'listOffenders'>
  >('/rollups/offenders', async (req, res) => {
    const { by = 'entity', limit, ...query } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const offenders = await rollupReader.offenders(
      by,
      query,
      limit ?? DEFAULT_LIMIT,
      access,
    );
    const described = await rollupReader.describe(refsAmong(offenders));
    res.json({
      items: offenders.map(({ value, counts }) => ({
        value,
        title: described.get(value)?.title,
        counts: countsToApi(counts),
      })),
    });
  });
}

function groupToApi({ value, entities, counts }: RollupGroup) {
  return { value, entities, counts: countsToApi(counts) };
}

function refsAmong(groups: { value: string }[]): string[] {
  return groups
    .map(({ value }) => value)
    .filter(value => value !== NO_VALUE && value.includes('/'));
}
