import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  evaluate,
  resolveEntityFact,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { demoOrganisation } from './__testUtils__/demoOrganisation';
import { NewestReport, newestReports } from './__testUtils__/newestReports';

const DAY = 86_400_000;
const end = Date.parse('2026-11-22T17:00:00Z');

const directory = createMockDirectory();
const { entities, definitions } = demoOrganisation();

/** Judges every tier-1 entity by reports, as of a time. */
function judgeTier1(reports: NewestReport[], now: number): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const [entityRef, entity] of entities) {
    if (!entity.metadata.tags?.includes('tier-1')) {
      continue;
    }
    const own = reports.filter(report => report.entityRef === entityRef);
    const evaluation = evaluate({
      definitions,
      facts: {
        subject: resolveEntityFact(entity, ref => entities.get(ref)),
        runs: own.map(({ report, ...run }, index) => ({
          ...run,
          runId: String(index),
          tool: report.tool,
          startedAt: new Date(run.startedAt).toISOString(),
          endedAt: new Date(
            run.startedAt + (report.durationSeconds ?? 0) * 1000,
          ).toISOString(),
        })),
        series: own.flatMap(({ report }, index) =>
          report.series.map(series => ({ ...series, runId: String(index) })),
        ),
        environments: [...new Set(own.map(report => report.environment))],
        now: new Date(now).toISOString(),
      },
    });
    verdicts.push(...evaluation.verdicts);
  }
  return verdicts;
}

/** Names of the journeys in production, by state. */
function journeysByState(verdicts: Verdict[]) {
  const names: Record<string, string[]> = {};
  for (const { state, subject } of verdicts) {
    if (subject.environment === 'production' && subject.labels.journey) {
      names[state] = [...(names[state] ?? []), subject.labels.journey].sort();
    }
  }
  return names;
}

describe('the story of the demo', () => {
  let today: NewestReport[];

  beforeAll(async () => {
    directory.setContent({ today: {} });
    today = await newestReports({
      end,
      before: end,
      folder: directory.resolve('today'),
    });
  }, 120_000);

  it('has 19 of 24 tier-1 journeys within budget, and 3 without evidence', () => {
    const journeys = journeysByState(judgeTier1(today, end));

    expect(journeys.pass).toHaveLength(19);
    expect(journeys.fail).toEqual(['checkout', 'order-history']);
    expect(journeys['no-data']).toEqual([
      'book-courier',
      'recommend',
      'refund',
    ]);
    expect(Object.keys(journeys).sort()).toEqual(['fail', 'no-data', 'pass']);
  });

  it('had 21 of them within budget when its history begins', async () => {
    directory.addContent({ then: {} });
    const then = end - 85 * DAY;
    const reports = await newestReports({
      end,
      before: then,
      folder: directory.resolve('then'),
    });

    const journeys = journeysByState(judgeTier1(reports, then));

    expect(journeys.pass).toHaveLength(21);
    expect(journeys.fail).toEqual(['product-page']);
    expect(journeys['no-data']).toEqual(['book-courier', 'refund']);
  }, 120_000);

  it('judges checkout by the limit of its system', () => {
    const checkout = judgeTier1(today, end).find(
      ({ subject }) =>
        subject.labels.journey === 'checkout' &&
        subject.environment === 'production',
    );

    expect(checkout).toMatchObject({ state: 'fail', statistic: 'p95' });
    expect(checkout?.value?.toFixed(0)).toBe('412');
    expect(checkout?.limit.fail).toMatchObject({
      value: 300,
      layer: { kind: 'system', entityRef: 'system:default/checkout' },
    });
    expect(
      checkout?.story.map(({ layer, asked, effect }) => [
        layer.kind,
        asked.fail?.value,
        effect.fail,
      ]),
    ).toEqual([
      ['org', 500, 'overruled'],
      ['domain', 400, 'overruled'],
      ['system', 300, 'sets'],
      ['component', 600, 'no-effect'],
    ]);
  });

  it('comes from all the tools, and no parser has anything to warn of', () => {
    expect(
      [...new Set(today.map(({ report }) => report.format))].sort(),
    ).toEqual(
      [
        'autocannon-json',
        'jmeter-jtl-csv',
        'jmeter-statistics',
        'k6-handle-summary',
        'k6-ndjson',
        'k6-summary-export',
        'k6-csv',
        'lighthouse-lhr',
      ].sort(),
    );
    expect(today.flatMap(({ report }) => report.warnings)).toEqual([]);
  });
});
