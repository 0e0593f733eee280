import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import { SloPresenter } from './SloPresenter';
import { SloReader } from './SloReader';

/** `GET /slos` and `GET /slo-facets`. */
export function registerSloRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    sloReader: SloReader;
    sloPresenter: SloPresenter;
  },
): void {
  const { accessControl, sloReader, sloPresenter } = options;

  router.get<{}, AnswerOf<'listSlos', 200>, never, QueryOf<'listSlos'>>(
    '/slos',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const query = {
        ...req.query,
        sort: req.query.sort ?? 'burn',
        limit: req.query.limit ?? 25,
        offset: req.query.offset ?? 0,
      };
      const { items, ...totals } = await sloReader.list(query, access);
      res.json({
        items: await sloPresenter.present(items),
        ...totals,
        groups:
          query.groupBy &&
          (await sloReader.groups(query, query.groupBy, access)),
      });
    },
  );

  router.get<{}, AnswerOf<'listSloFacets', 200>>(
    '/slo-facets',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      res.json(await sloReader.facets(access));
    },
  );
}
