import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../runCommand.mjs';
import { projectRoot } from '../toolchain.mjs';
import { findChromium } from './findChromium.mjs';
import { runJest } from './runJest.mjs';

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };

const samples = join(projectRoot, '..', 'shared', 'samples');

/** A stage that is one command, counted as one test; its output is shown only when it fails. */
function check(command, ...args) {
  return async ({ env }) => {
    const output = [];
    try {
      await runCommand(command, args, {
        cwd: projectRoot,
        env,
        onLine: line => output.push(line),
      });
      return PASSED;
    } catch (error) {
      console.error([...output, error.message].join('\n'));
      return FAILED;
    }
  };
}

/** Anew each time: what is added to an earlier build comes in another order, which API reports would show. */
function checkTypes(context) {
  rmSync(join(projectRoot, 'dist-types'), { recursive: true, force: true });
  return check('yarn', 'tsc')(context);
}

async function runLint(context) {
  const results = [
    await check('yarn', 'lint')(context),
    await check(
      'yarn',
      'eslint',
      '--max-warnings',
      '0',
      'scripts',
      'demo',
    )(context),
  ];
  return results.includes(FAILED) ? FAILED : PASSED;
}

function runUnitTests({ env, patterns }) {
  const args = ['jest', '--no-watch', '--maxWorkers=2', ...patterns];
  return runJest('yarn', args, { cwd: projectRoot, env });
}

function runEndToEndTests({ env, patterns }) {
  const chromium = findChromium(env);
  if (!chromium) {
    console.log(
      "No Chromium or Chrome was found, so the end-to-end tests can't run. Install one (Debian: `apt-get install chromium`), or name one in CHROME_PATH.",
    );
    return env.E2E === 'required' ? FAILED : SKIPPED;
  }
  console.log(`In ${chromium}`);
  const args = ['workspace', 'e2e', 'jest', ...patterns];
  if (patterns.length > 0) {
    args.push('--passWithNoTests');
  }
  return runJest('yarn', args, {
    cwd: projectRoot,
    env: { ...env, CHROME_PATH: chromium },
  });
}

function runSamples(context) {
  if (!existsSync(samples)) {
    console.log(`There is no ${samples}.`);
    return SKIPPED;
  }
  return check('yarn', 'samples', samples)(context);
}

/**
 * What `npm test` can run, in this order. `takesPatterns` marks what a test file pattern narrows; `onlyInCi`
 * what runs only when asked for, by `--ci` or by its name.
 */
export const stages = [
  {
    name: 'openapi',
    title: 'Generated OpenAPI files are current',
    onlyInCi: true,
    run: check('yarn', 'openapi', '--check'),
  },
  {
    name: 'docs',
    title: 'Generated reference pages are current',
    onlyInCi: true,
    run: check('yarn', 'docs', '--check'),
  },
  {
    name: 'format',
    title: 'Formatting',
    onlyInCi: true,
    run: check('yarn', 'prettier:check'),
  },
  {
    name: 'unused',
    title: 'Unused files, exports and dependencies',
    onlyInCi: true,
    run: check('yarn', 'knip'),
  },
  { name: 'types', title: 'Type check', run: checkTypes },
  {
    name: 'api-reports',
    title: 'API reports are current',
    onlyInCi: true,
    run: check('yarn', 'api-reports', '--ci'),
  },
  { name: 'lint', title: 'Lint', run: runLint },
  {
    name: 'unit',
    title: 'Unit, component and integration tests',
    takesPatterns: true,
    run: runUnitTests,
  },
  {
    name: 'e2e',
    title: 'End-to-end tests',
    takesPatterns: true,
    run: runEndToEndTests,
  },
  {
    name: 'samples',
    title: 'Sample reports',
    onlyInCi: true,
    run: runSamples,
  },
];
