import {
  Labels,
  ParsedReport,
  ToolVerdict,
} from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { SeriesCollector } from '../series/SeriesCollector';
import {
  AUDIT_METRICS,
  COUNTED_RESOURCE_TYPES,
  RESOURCE_TYPES,
} from './lighthouseAudits';
import { readLighthouseBudgets } from './readLighthouseBudgets';

const OLDEST_VERSION = 6;
const NEWEST_VERSION = 13;

/** Categories with a metric of their own; others are kept under `custom.*`. */
const SCORES = new Set([
  'performance',
  'accessibility',
  'best-practices',
  'seo',
  'pwa',
]);

/** Turns one or more Lighthouse results into a report. */
export class LighthouseReader {
  private readonly warnings: ReportWarnings;
  private readonly collector: SeriesCollector;
  private readonly toolVerdicts: ToolVerdict[] = [];
  private toolVersion: string | undefined;
  private configuration: ParsedReport['configuration'];
  private startMs = Infinity;
  private endMs = -Infinity;

  constructor(
    private readonly source: { tool: string; format: string },
    limits: ReportLimits,
  ) {
    this.warnings = new ReportWarnings(limits.maxWarnings);
    this.collector = new SeriesCollector(source, limits, this.warnings);
  }

  /**
   * @param flow - Name of the user flow that the result is a step of.
   * @throws ReportError if Lighthouse itself says that the page couldn't be audited
   */
  add(result: JsonFields, flow?: string): void {
    this.readVersion(result);
    checkRuntimeError(result);
    this.readTime(result);
    const settings = result.optionalFields('configSettings');
    const labels = labelsOf(result, settings, flow);
    this.configuration ??= configurationOf(settings);
    this.readRunWarnings(result);

    const audits = result.fields('audits');
    const measured = new Set<string>();
    for (const { audit, metric, unit } of AUDIT_METRICS) {
      const value = this.readAudit(audits, audit);
      if (value !== undefined && !measured.has(metric)) {
        measured.add(metric);
        this.collector.value(metric, unit, labels, value);
      }
    }
    // A time span or snapshot of a user flow loads no page, and has pass ratios for scores.
    const gatherMode = result.optionalString('gatherMode') ?? 'navigation';
    if (gatherMode === 'navigation') {
      this.readResources(audits, labels);
      if (!measured.has('page.dom.size')) {
        this.readDomSizeInsight(audits, labels);
      }
      this.readScores(result, labels);
    }
    this.toolVerdicts.push(...readLighthouseBudgets(audits, settings));
  }

  finish(): ParsedReport {
    const { configuration, startMs, endMs } = this;
    return {
      ...this.source,
      toolVersion: this.toolVersion,
      ...(startMs === Infinity
        ? {}
        : {
            startedAt: new Date(startMs).toISOString(),
            durationSeconds: (endMs - startMs) / 1000,
          }),
      series: this.collector.toSeries(undefined),
      toolVerdicts: this.toolVerdicts,
      warnings: this.warnings.toArray(),
      ...(configuration ? { configuration } : {}),
    };
  }

  private readVersion(result: JsonFields): void {
    const version = result.optionalString('lighthouseVersion');
    const major = Number(/^(\d+)\./.exec(version ?? '')?.[1] ?? NaN);
    if (Number.isNaN(major)) {
      throw result.error('lighthouseVersion', 'expected a version');
    }
    if (major < OLDEST_VERSION) {
      throw result.error(
        'lighthouseVersion',
        `${version} is not supported; ${OLDEST_VERSION} to ${NEWEST_VERSION} are`,
      );
    }
    if (major > NEWEST_VERSION) {
      this.warnings.add(
        'version-unknown',
        `Lighthouse ${version} is newer than the versions known, ${OLDEST_VERSION} to ${NEWEST_VERSION}`,
        result.pathOf('lighthouseVersion'),
      );
    }
    this.toolVersion ??= version;
  }

  private readTime(result: JsonFields): void {
    const fetchTime = result.optionalString('fetchTime');
    if (fetchTime === undefined) {
      return;
    }
    const start = Date.parse(fetchTime);
    if (Number.isNaN(start)) {
      throw result.error('fetchTime', `${fetchTime} is not a date`);
    }
    const total = result.optionalFields('timing')?.optionalAmount('total') ?? 0;
    this.startMs = Math.min(this.startMs, start);
    this.endMs = Math.max(this.endMs, start + total);
  }

  private readRunWarnings(result: JsonFields): void {
    const runWarnings = result.value('runWarnings');
    for (const warning of Array.isArray(runWarnings) ? runWarnings : []) {
      if (typeof warning === 'string') {
        this.warnings.add(
          'lighthouse-warning',
          warning,
          result.pathOf('runWarnings'),
        );
      }
    }
  }

  /** The number an audit measured; a failed audit gives a warning, one that doesn't apply nothing. */
  private readAudit(audits: JsonFields, id: string): number | undefined {
    const audit = audits.optionalFields(id);
    if (audit?.optionalString('scoreDisplayMode') === 'error') {
      const message = audit.optionalString('errorMessage') ?? 'no reason given';
      this.warnings.add('audit-failed', `${id}: ${message}`, audit.path);
      return undefined;
    }
    return audit?.optionalAmount('numericValue');
  }

  private readResources(audits: JsonFields, labels: Labels): void {
    const rows =
      audits
        .optionalFields('resource-summary')
        ?.optionalFields('details')
        ?.list('items') ?? [];
    for (const row of rows) {
      const type = row.optionalString('resourceType');
      if (type === undefined || !RESOURCE_TYPES.has(type)) {
        continue;
      }
      // `size` in Lighthouse 5, which some hosted services kept.
      const bytes =
        row.optionalAmount('transferSize') ?? row.optionalAmount('size');
      if (bytes !== undefined) {
        this.collector.value(`page.bytes.${type}`, 'B', labels, bytes);
      }
      const requests = row.optionalAmount('requestCount');
      if (requests !== undefined && COUNTED_RESOURCE_TYPES.has(type)) {
        this.collector.value(`page.requests.${type}`, '1', labels, requests);
      }
    }
    if (rows.length === 0) {
      const bytes = this.readAudit(audits, 'total-byte-weight');
      if (bytes !== undefined) {
        this.collector.value('page.bytes.total', 'B', labels, bytes);
      }
    }
  }

  /** Lighthouse 13 measures the size of the document only here. */
  private readDomSizeInsight(audits: JsonFields, labels: Labels): void {
    const elements = audits
      .optionalFields('dom-size-insight')
      ?.optionalFields('details')
      ?.optionalFields('debugData')
      ?.optionalAmount('totalElements');
    if (elements !== undefined) {
      this.collector.value('page.dom.size', '1', labels, elements);
    }
  }

  private readScores(result: JsonFields, labels: Labels): void {
    const categories = result.optionalFields('categories');
    for (const id of categories?.keys() ?? []) {
      const category = categories?.fields(id);
      // `null` where an audit that weighs failed.
      const score =
        category?.value('score') === null
          ? undefined
          : category?.optionalAmount('score');
      if (score !== undefined) {
        const name = SCORES.has(id)
          ? `web.score.${id}`
          : `custom.web.score.${id}`;
        this.collector.value(name, 'ratio', labels, score);
      }
    }
  }
}

function checkRuntimeError(result: JsonFields): void {
  const error = result.optionalFields('runtimeError');
  const code = error?.optionalString('code');
  if (error && code !== undefined && code !== 'NO_ERROR') {
    const message = error.optionalString('message') ?? '';
    throw result.error(
      'runtimeError',
      `Lighthouse could not audit the page: ${code} ${message}`.trim(),
    );
  }
}

/** Host and query string are left out, so that a page has the same label in every environment. */
function labelsOf(
  result: JsonFields,
  settings: JsonFields | undefined,
  flow: string | undefined,
): Labels {
  const url =
    result.optionalString('finalDisplayedUrl') ??
    result.optionalString('finalUrl') ??
    result.optionalString('requestedUrl');
  const formFactor =
    settings?.optionalString('formFactor') ??
    settings?.optionalString('emulatedFormFactor');
  return {
    ...(url === undefined ? {} : { page: pathOf(url) }),
    ...(formFactor === undefined ? {} : { formFactor }),
    ...(flow === undefined ? {} : { journey: flow }),
  };
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}

function configurationOf(
  settings: JsonFields | undefined,
): ParsedReport['configuration'] {
  const throttling = settings?.optionalFields('throttling');
  const entries: [string, string | number | undefined][] = [
    ['formFactor', settings?.optionalString('formFactor')],
    ['throttlingMethod', settings?.optionalString('throttlingMethod')],
    ['rttMs', throttling?.optionalNumber('rttMs')],
    ['throughputKbps', throttling?.optionalNumber('throughputKbps')],
    [
      'cpuSlowdownMultiplier',
      throttling?.optionalNumber('cpuSlowdownMultiplier'),
    ],
  ];
  const configuration: Record<string, string | number> = {};
  for (const [name, value] of entries) {
    if (value !== undefined) {
      configuration[name] = value;
    }
  }
  return configuration;
}
