/**
 * Parses every file of a folder of sample reports and prints what was understood of each.
 *
 *   yarn samples <folder>
 *
 * A `MANIFEST.tsv` in the folder (columns `file` and `tool`, and `notes`) says which tool wrote a file. The script
 * fails if a file of a supported tool isn't understood (unless its name or notes call it false, broken or a test of
 * robustness), if a file of one tool is taken for that of another, or if anything but a clear error comes out.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifestName = 'MANIFEST.tsv';
const deliberatelyWrong = /false|broken|robustness/i;

async function loadParser() {
  const bundle = join(root, 'node_modules/.cache/samples/reports.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'plugins/performance-node/src/reports/index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(bundle);
}

async function readManifest(folder) {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(
    () => '',
  );
  const [header, ...rows] = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'));
  return new Map(
    rows.map(row => {
      const entry = Object.fromEntries(
        header.map((column, index) => [column, row[index] ?? '']),
      );
      return [entry.file, entry];
    }),
  );
}

async function listFiles(folder) {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
    )
    .filter(file => file !== manifestName && !/(^|\/)README/i.test(file))
    .sort();
}

function describe(report) {
  const overall = metric =>
    report.series.find(
      ({ metric: name, labels }) =>
        name === metric && Object.keys(labels).length === 0,
    );
  const duration = overall('http.request.duration');
  const facts = [
    `${report.tool} ${report.toolVersion ?? ''}`.trim(),
    report.format,
    `${report.series.length} series`,
    duration &&
      `requests n ${duration.count ?? '?'} p50 ${shown(
        duration.quantiles['0.5'],
      )} p95 ${shown(duration.quantiles['0.95'])} p99 ${shown(
        duration.quantiles['0.99'],
      )} ms (${duration.quantileMethod})`,
    ...['web.lcp', 'web.tbt', 'web.cls'].map(metric => {
      const series = overall(metric);
      return series && `${metric} ${shown(series.mean)}`;
    }),
    report.toolVerdicts.length > 0 &&
      `tool's own verdicts: ${report.toolVerdicts
        .map(
          ({ metric, expression, passed }) =>
            `${metric} ${expression} ${passed ? 'passed' : 'FAILED'}`,
        )
        .join(', ')}`,
    report.warnings.length > 0 &&
      `warnings: ${report.warnings.map(({ code }) => code).join(', ')}`,
  ];
  return facts.filter(Boolean).join(' · ');
}

function shown(value) {
  return value === undefined ? '–' : Number(value.toPrecision(7));
}

async function judge(path, entry, { parseReport, supportedTools }) {
  const expected = entry?.tool;
  const supported = supportedTools.has(expected);
  try {
    const { report } = await parseReport(createReadStream(path));
    const wrong = expected !== undefined && report.tool !== expected;
    return {
      outcome: wrong ? 'failed' : 'understood',
      text: wrong
        ? `taken for ${report.tool}, but it is ${expected}'s`
        : describe(report),
    };
  } catch (error) {
    if (error.name !== 'InputError') {
      return { outcome: 'failed', text: `crashed: ${error.stack}` };
    }
    const allowed =
      !supported || deliberatelyWrong.test(`${entry.file} ${entry.notes}`);
    return { outcome: allowed ? 'refused' : 'failed', text: error.message };
  }
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: yarn samples <folder>');
  process.exit(2);
}
const { builtInReportParsers, parseReport } = await loadParser();
const supportedTools = new Set(builtInReportParsers.map(({ tool }) => tool));
const manifest = await readManifest(resolve(folder));

const counts = { understood: 0, refused: 0, failed: 0 };
for (const file of await listFiles(resolve(folder))) {
  const { outcome, text } = await judge(
    join(resolve(folder), file),
    manifest.get(file),
    { parseReport, supportedTools },
  );
  counts[outcome] += 1;
  console.log(`${outcome.padEnd(10)} ${file}\n           ${text}`);
}
console.log(
  `${counts.understood} understood, ${counts.refused} refused with a clear error, ${counts.failed} failed`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;
