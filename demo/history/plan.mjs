import { jmeterCsv, jmeterStatistics } from './jmeter.mjs';
import { k6HandleSummary, k6SummaryExport } from './k6Summary.mjs';
import { k6Csv } from './k6Csv.mjs';
import { k6Raw } from './k6Raw.mjs';
import { labTests } from './labTests.mjs';
import { lighthouseReport, realLighthouseReport } from './lighthouse.mjs';
import { simulateRequests } from './loadTest.mjs';
import { pipelines } from './pipelines.mjs';
import { commitOf, jitter, seededRandom } from './random.mjs';
import { autocannonReport } from './realReports.mjs';
import {
  checkoutInStaging,
  checkoutPullRequest,
  searchInStaging,
  services,
} from './services.mjs';
import { websites } from './websites.mjs';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A little more than ninety, so that everything has been tested once when they begin. */
const HISTORY_DAYS = 96;

const FORMATS = {
  'k6-raw': k6Raw,
  'k6-csv': k6Csv,
  'k6-summary': k6HandleSummary,
  'k6-summary-export': k6SummaryExport,
  'jmeter-csv': jmeterCsv,
  'jmeter-statistics': jmeterStatistics,
};

function at(value, daysAgo) {
  return typeof value === 'function' ? value(daysAgo) : value;
}

function releaseAt(releases, daysAgo) {
  return releases?.filter(([since]) => since >= daysAgo).at(-1)?.[1];
}

/** Days ago, oldest first. */
function daysWithRuns(every, until = 0) {
  const days = [];
  for (let daysAgo = until; daysAgo <= HISTORY_DAYS; daysAgo += every) {
    days.unshift(daysAgo);
  }
  return days;
}

/**
 * What one upload says of its run. The external id names the slot in this very history, so that
 * loading the history again changes nothing.
 */
function runOf(name, slot, daysAgo, end, options = {}) {
  const {
    environment = 'production',
    branch = 'main',
    release,
    type,
    before = end,
  } = options;
  const key = `${name}/${environment}/${slot}/${daysAgo}`;
  const random = seededRandom(`${key} time`);
  return {
    entityRef: `component:default/${name}`,
    environment,
    branch,
    commit: commitOf(`${name} ${release ?? key}`),
    ciUrl: `https://ci.lantern-market.example/${name}/${
      1000 + (HISTORY_DAYS - daysAgo) * 7
    }`,
    release,
    type,
    startedAt: Math.round(before - daysAgo * DAY - HOUR * (1 + random())),
    externalId: `demo/${new Date(end).toISOString()}/${key}`,
  };
}

function loadTest(service, daysAgo, end) {
  const {
    name,
    nightly,
    requests = 600,
    seconds = 300,
    vus = 20,
    noise = 0.03,
  } = service;
  const run = runOf(name, 'load-test', daysAgo, end, {
    before: nightly ? Math.floor(end / DAY) * DAY : end,
    environment: service.environment,
    release: releaseAt(service.releases, daysAgo),
  });
  const vary = (random, value) => jitter(random, at(value, daysAgo), noise);
  return {
    ...run,
    body() {
      const random = seededRandom(run.externalId.replace(/^demo\/[^/]*/, ''));
      const simulated = simulateRequests(random, {
        requests,
        seconds,
        failureRatio: service.failureRatio ?? 0.0012,
        endpoints: service.endpoints.map(endpoint => ({
          ...endpoint,
          p95: vary(random, endpoint.p95),
        })),
        // The last run is the one the story tells of: no noise.
        journey: service.journey && {
          ...service.journey,
          p95:
            daysAgo === 0
              ? at(service.journey.p95, 0)
              : vary(random, service.journey.p95),
        },
      });
      return FORMATS[at(service.format, daysAgo)]({
        startedAt: run.startedAt,
        host: `${name}.lantern-market.example`,
        requests: simulated,
        seconds,
        vus,
      });
    },
  };
}

/** A stress, spike or soak test; the journey behaves in it as its endpoints do. */
function labTest(test, end) {
  const { name, type, environment, daysAgo, requests, seconds, vus } = test;
  const service = services.find(candidate => candidate.name === name);
  const run = runOf(name, type, daysAgo, end, {
    environment,
    type,
    release: releaseAt(service.releases, daysAgo),
  });
  return {
    ...run,
    body() {
      return k6HandleSummary({
        requests: simulateRequests(seededRandom(`${name} ${type} ${daysAgo}`), {
          requests,
          seconds,
          failureRatio: 0.001,
          endpoints: service.endpoints.map(endpoint => ({
            ...endpoint,
            p95: at(endpoint.p95, daysAgo) * test.slowdown,
          })),
        }),
        seconds,
        vus,
      });
    },
  };
}

/** A run of the pull request. */
function pullRequestRun([daysAgo, endpoints], end) {
  const { name, branch, environment } = checkoutPullRequest;
  const run = runOf(name, 'pull-request', daysAgo, end, {
    environment,
    branch,
  });
  return {
    ...run,
    commit: commitOf(`${branch} ${daysAgo}`),
    body() {
      return k6HandleSummary({
        requests: simulateRequests(seededRandom(`${branch} ${daysAgo}`), {
          requests: 1200,
          seconds: 300,
          failureRatio: 0.0003,
          endpoints,
        }),
        seconds: 300,
        vus: 20,
      });
    },
  };
}

function audit(website, page, daysAgo, end) {
  const current =
    page.before && daysAgo > page.before.until
      ? { ...page, ...page.before }
      : page;
  const run = runOf(website.name, page.report, daysAgo, end, {
    release: releaseAt(website.releases, daysAgo),
  });
  return {
    ...run,
    body() {
      const random = seededRandom(`${website.name} ${page.path} ${daysAgo}`);
      return lighthouseReport(current.report, {
        time: run.startedAt,
        lcp: jitter(random, current.lcp, 0.03),
        tbt: jitter(random, current.tbt, 0.1),
        cls: jitter(random, current.cls, 0.05),
      });
    },
  };
}

function batch(pipeline, daysAgo, end) {
  const { entityRef, ...run } = runOf(pipeline.name, 'batch', daysAgo, end);
  const random = seededRandom(`${pipeline.name} batch ${daysAgo}`);
  const milliseconds = Math.round(
    jitter(random, at(pipeline.minutes, daysAgo), 0.04) * 60_000,
  );
  const series = [
    {
      metric: 'custom.batch.duration',
      unit: 'ms',
      labels: {},
      count: 1,
      min: milliseconds,
      max: milliseconds,
      mean: milliseconds,
      quantiles: {},
      quantileMethod: 'none',
    },
  ];
  if (pipeline.eventsPerSecond) {
    const rate = jitter(random, pipeline.eventsPerSecond, 0.08);
    series.push({
      metric: 'custom.batch.events.rate',
      unit: '1/s',
      labels: {},
      count: Math.round((rate * milliseconds) / 1000),
      mean: rate,
      quantiles: {},
      quantileMethod: 'none',
    });
  }
  return {
    ...run,
    entityRef,
    normalised: true,
    body: () =>
      JSON.stringify({
        ...run,
        entityRef,
        tool: 'batch-job',
        startedAt: new Date(run.startedAt).toISOString(),
        durationSeconds: milliseconds / 1000,
        series,
      }),
  };
}

/** The reports that real tools made, as they are; their own dates give way to recent ones. */
function realRuns(end) {
  const audits = websites.flatMap(website =>
    website.pages.map(page => ({
      ...runOf(website.name, `${page.report}-real`, 1, end, {
        environment: 'staging',
        release: releaseAt(website.releases, 1),
      }),
      body: () => realLighthouseReport(page.report),
    })),
  );
  return [
    ...audits,
    {
      ...runOf('sales-figures', 'real', 1, end),
      body: autocannonReport,
    },
  ];
}

/**
 * The history of the demo organisation up to `end` (ms since 1970).
 *
 * @returns Uploads, oldest first for each entity. `body()` makes the report, or where `normalised`
 *   is set, the run.
 */
export function planHistory(end) {
  const uploads = [];
  for (const service of [...services, checkoutInStaging, searchInStaging]) {
    for (const daysAgo of daysWithRuns(service.every ?? 4, service.until)) {
      uploads.push(loadTest(service, daysAgo, end));
    }
  }
  for (const test of labTests) {
    uploads.push(labTest(test, end));
  }
  for (const run of checkoutPullRequest.runs) {
    uploads.push(pullRequestRun(run, end));
  }
  for (const website of websites) {
    for (const page of website.pages) {
      for (const daysAgo of daysWithRuns(5)) {
        uploads.push(audit(website, page, daysAgo, end));
      }
    }
  }
  for (const pipeline of pipelines) {
    for (const daysAgo of daysWithRuns(3)) {
      uploads.push(batch(pipeline, daysAgo, end));
    }
  }
  uploads.push(...realRuns(end));
  return uploads.sort((a, b) => a.startedAt - b.startedAt);
}
