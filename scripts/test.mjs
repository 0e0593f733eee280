/**
 * The whole test suite on a machine that has only Node.js 20 or newer and npm.
 *
 *   npm test                         type check, lint, unit, component, integration and end-to-end tests
 *   npm test -- <pattern> …          only the tests whose file matches a pattern
 *   npm test -- --only unit,lint     only these stages
 *   npm test -- --ci                 all stages, the repository's own checks included
 *
 * With E2E=required, a machine without Chromium fails instead of skipping the end-to-end tests; with
 * PROMETHEUS=required, one without Prometheus instead of skipping the tests against it.
 */
import { parseArgs } from 'node:util';
import { POSTGRES_VARIABLE, startPostgres } from './postgres.mjs';
import { CommandError } from './runCommand.mjs';
import { stages } from './testing/stages.mjs';
import { ensureInstalled, ensureToolchain } from './toolchain.mjs';

const startedAt = performance.now();

function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function heading(title) {
  console.log(`\n── ${title} (${secondsSince(startedAt)} so far)`);
}

function counts({ passed, failed, skipped }) {
  const all = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${all}, ${skipped} skipped` : all;
}

function selectStages(options, patterns) {
  if (options.only) {
    const names = options.only.split(',');
    const unknown = names.filter(
      name => !stages.some(stage => stage.name === name),
    );
    if (unknown.length > 0) {
      throw new CommandError(
        `There is no stage "${unknown.join(', ')}". Stages: ${stages
          .map(stage => stage.name)
          .join(', ')}`,
      );
    }
    return stages.filter(stage => names.includes(stage.name));
  }
  if (patterns.length > 0) {
    return stages.filter(stage => stage.takesPatterns);
  }
  return stages.filter(stage => options.ci || !stage.onlyInCi);
}

async function main() {
  const { values: options, positionals: patterns } = parseArgs({
    options: { ci: { type: 'boolean' }, only: { type: 'string' } },
    allowPositionals: true,
  });
  const selected = selectStages(options, patterns);

  heading('Install');
  const { env } = await ensureToolchain();
  await ensureInstalled({ env });

  let postgres;
  if (selected.some(stage => stage.takesPatterns) && !env[POSTGRES_VARIABLE]) {
    heading('Start PostgreSQL');
    postgres = await startPostgres();
    env[POSTGRES_VARIABLE] = postgres.connectionString;
  }

  const total = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];
  try {
    for (const { title, run } of selected) {
      heading(title);
      const start = performance.now();
      const result = await run({ env, patterns });
      for (const outcome of Object.keys(total)) {
        total[outcome] += result[outcome];
      }
      summary.push(`${title}: ${counts(result)} in ${secondsSince(start)}`);
      console.log(summary.at(-1));
    }
  } finally {
    await postgres?.stop();
  }

  heading('Summary');
  console.log(`${summary.join('\n')}\n`);
  if (total.passed + total.failed === 0) {
    console.log('Nothing was tested.');
  }
  console.log(counts(total));
  return total.passed > 0 && total.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommandError) {
    console.error(`\n${error.message}`);
    if (error.output) {
      console.error(error.output);
    }
  } else {
    console.error(error);
  }
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
}
