import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { MetricSources } from '../metrics/MetricSources';
import { AnswerOf } from '../service/operationTypes';
import { SloReader } from './SloReader';

/** `GET /metric-sources`. */
export function registerMetricSourceRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    metricSources: MetricSources;
    sloReader: SloReader;
  },
): void {
  const { accessControl, metricSources, sloReader } = options;

  router.get<{}, AnswerOf<'listMetricSources', 200>>(
    '/metric-sources',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const sources = await metricSources.list();
      const counts = await sloReader.countBySource(access);
      res.json({
        items: sources.map(({ lastSuccessAt, lastError, ...source }) => ({
          ...source,
          lastSuccessAt: lastSuccessAt?.toISOString(),
          lastError: lastError && {
            at: lastError.at.toISOString(),
            message: lastError.message,
          },
          slos: counts.get(source.name) ?? 0,
        })),
      });
    },
  );
}
