import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  ParsedReport,
  RunType,
} from '@perf-governance/plugin-performance-common';
import { parseReport } from '@perf-governance/plugin-performance-node';
import { demoFolder } from './demoFolder';

/** A report of the demo's history, as a parser reads it. */
export interface NewestReport {
  entityRef: string;
  environment: string;
  branch: string;
  commit: string;
  type?: RunType;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** When the same test was run before. */
  earlier: number[];
  report: ParsedReport;
}

/**
 * Writes the newest report before a time of each series of tests, since the demo's generator is made of
 * modules that Jest can't load.
 */
const WRITE_REPORTS = `
  import { writeFileSync } from 'node:fs';
  const [plan, folder, end, before] = process.argv.slice(1);
  const { planHistory } = await import(plan);
  const newest = new Map();
  for (const run of planHistory(Number(end))) {
    if (!run.normalised && run.branch === 'main' && run.startedAt <= before) {
      const test = run.externalId.replace(/\\/\\d+$/, '');
      const previous = newest.get(test);
      const earlier = previous ? [...previous.earlier, previous.startedAt] : [];
      newest.set(test, { ...run, earlier });
    }
  }
  const runs = [...newest.values()];
  runs.forEach((run, index) => writeFileSync(\`\${folder}/\${index}\`, run.body()));
  console.log(JSON.stringify(runs));
`;

/**
 * The newest reports of a history, and what parsers make of them.
 *
 * @param options - `end` of the history and `before`, in milliseconds since 1970; an empty `folder`.
 */
export async function newestReports(options: {
  end: number;
  before: number;
  folder: string;
}): Promise<NewestReport[]> {
  const { end, before, folder } = options;
  const plan = pathToFileURL(resolve(demoFolder, 'history/plan.mjs')).href;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    WRITE_REPORTS,
    plan,
    folder,
    String(end),
    String(before),
  ]);
  const runs: Omit<NewestReport, 'report'>[] = JSON.parse(stdout);
  const reports: NewestReport[] = [];
  for (const [index, run] of runs.entries()) {
    const { report } = await parseReport(
      createReadStream(join(folder, String(index))),
    );
    reports.push({ ...run, report });
  }
  return reports;
}
