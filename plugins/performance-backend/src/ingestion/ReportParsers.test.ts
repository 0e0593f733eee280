import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ReportParser,
  reportParsersExtensionPoint,
} from '@perf-governance/plugin-performance-node';
import { component } from '../__testUtils__/fixtures';
import { performancePlugin } from '../plugin';
import { ReportParsers } from './ReportParsers';

/** Reads `stopwatch <milliseconds>`. */
const stopwatch: ReportParser = {
  tool: 'stopwatch',
  formats: ['stopwatch-text'],
  detect: head =>
    head.toString('latin1').startsWith('stopwatch ')
      ? { confidence: 'certain' }
      : undefined,
  async parse(input) {
    let text = '';
    for await (const chunk of input) {
      text += chunk.toString('utf8');
    }
    const value = Number(text.split(' ')[1]);
    return {
      tool: 'stopwatch',
      format: 'stopwatch-text',
      series: [
        {
          metric: 'http.request.duration',
          unit: 'ms',
          labels: {},
          count: 1,
          mean: value,
          quantiles: {},
          quantileMethod: 'none',
        },
      ],
      toolVerdicts: [],
      warnings: [],
    };
  },
};

describe('ReportParsers', () => {
  it('lets a module add the parser of one more tool', async () => {
    const { server } = await startTestBackend({
      features: [
        performancePlugin,
        createBackendModule({
          pluginId: 'performance',
          moduleId: 'stopwatch',
          register(env) {
            env.registerInit({
              deps: { reportParsers: reportParsersExtensionPoint },
              async init({ reportParsers }) {
                reportParsers.addReportParser(stopwatch);
              },
            });
          },
        }),
        catalogServiceMock.factory({ entities: [component('checkout')] }),
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });

    const response = await fetch(
      `http://localhost:${server.port()}/api/performance/reports?entityRef=component:default/checkout&environment=production&startedAt=2026-01-01T00:00:00Z`,
      {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'stopwatch 41',
      },
    );

    expect(await response.json()).toMatchObject({
      run: { tool: 'stopwatch', format: 'stopwatch-text' },
    });
    expect(response.status).toBe(201);
  });

  it('refuses a second parser of the same tool', () => {
    expect(() =>
      new ReportParsers().addReportParser({ ...stopwatch, tool: 'k6' }),
    ).toThrow("There is a parser of the reports of 'k6' already");
  });
});
