import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { CodeBlock, codeBlocks } from './__testUtils__/codeBlocks';
import { installPipelineTools } from './__testUtils__/pipelineTools';
import { fixture } from './__testUtils__/runPerfGate';
import { runScript } from './__testUtils__/runScript';
import { startBackstage } from './__testUtils__/startBackstage';
import { temporaryFolder } from './__testUtils__/temporaryFolder';

const DOCS = resolve(__dirname, '..', '..', '..', 'docs', 'gate');

const folder = temporaryFolder();
const tools = installPipelineTools(folder);
let backstage: Awaited<ReturnType<typeof startBackstage>>;
let jobs = 0;

beforeAll(async () => {
  backstage = await startBackstage({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'checkout', namespace: 'default' },
        spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
      },
    ],
    // p95 at most 300 ms.
    definitions: [
      readFileSync(fixture('shop', 'checkout.system.yaml'), 'utf8'),
    ],
  });
});

afterAll(() => backstage.stop());

/** What k6 writes with `--out json`: a hundred requests, each as slow. */
function k6Results(milliseconds: number): string {
  const start = Date.now() - 60_000;
  const lines = Array.from({ length: 100 }, (_, index) => {
    const time = new Date(start + index * 100).toISOString();
    const point = (metric: string, value: number) =>
      JSON.stringify({
        type: 'Point',
        metric,
        data: { time, value, tags: { name: 'POST /pay', method: 'POST' } },
      });
    return [
      point('http_req_duration', milliseconds),
      point('http_req_failed', 0),
      point('http_reqs', 1),
    ].join('\n');
  });
  return `${lines.join('\n')}\n`;
}

/** What JMeter writes with `-l`. */
function jmeterResults(milliseconds: number): string {
  const start = Date.now() - 60_000;
  return [
    'timeStamp,elapsed,label,responseCode,success',
    ...Array.from(
      { length: 100 },
      (_, index) => `${start + index * 100},${milliseconds},Pay,200,true`,
    ),
    '',
  ].join('\n');
}

/** A job in a checked-out repository. */
function startJob(results: string, variables: Record<string, string>) {
  const workingDirectory = join(folder, `job-${jobs++}`);
  mkdirSync(workingDirectory);
  const write = (name: string, text: string) => {
    writeFileSync(join(workingDirectory, name), text);
    return join(workingDirectory, name);
  };
  for (const [name, source] of [
    ['catalog-info.yaml', 'component-only.yaml'],
    ['performance.yaml', 'checkout.system.yaml'],
  ]) {
    write(name, readFileSync(fixture('shop', source), 'utf8'));
  }
  const calls = join(workingDirectory, 'calls.txt');
  const environment: Record<string, string> = {
    PATH: `${tools}:${process.env.PATH}`,
    CI: 'true',
    RESULTS: write('recorded', results),
    CALLS: calls,
    ...variables,
  };
  return {
    environment,
    write,
    read: (name: string) => {
      const file = join(workingDirectory, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    run: (
      shell: string,
      script: string,
      more: Record<string, string | undefined> = {},
    ) =>
      runScript(shell, script, {
        workingDirectory,
        variables: {
          ...environment,
          ...(more as Record<string, string>),
          // The recipes name an example's server.
          PERF_GATE_URL: backstage.url,
          PERF_GATE_TOKEN: '',
        },
      }),
  };
}

type Job = ReturnType<typeof startJob>;

async function runOf(branch: string) {
  const response = await fetch(
    `${backstage.url}/api/performance/runs?branch=${encodeURIComponent(
      branch,
    )}`,
  );
  const { items } = await response.json();
  return items[0];
}

function block(file: string, title: string): CodeBlock {
  const found = codeBlocks(join(DOCS, file)).find(one => one.title === title);
  if (!found) {
    throw new Error(`${file} has no code block '${title}'`);
  }
  return found;
}

describe('the recipe for GitHub Actions', () => {
  interface Step {
    name?: string;
    if?: string;
    env?: Record<string, string>;
    run?: string;
    uses?: string;
  }

  /** Runs steps as the runner does: `bash -e`, and after a failure only those that say so. */
  async function runSteps(
    steps: Step[],
    job: Job,
    env: Record<string, string>,
    isPullRequest: boolean,
  ) {
    let exitCode: number | null = 0;
    let output = '';
    for (const step of steps) {
      const always = step.if?.includes('!cancelled()');
      const forPullRequests = step.if?.includes("== 'pull_request'");
      if (
        step.run === undefined ||
        (exitCode !== 0 && !always) ||
        (forPullRequests && !isPullRequest)
      ) {
        continue;
      }
      const result = await job.run('bash -e', step.run, {
        ...env,
        ...step.env,
        PULL_REQUEST: 'https://github.com/lantern/checkout/pull/42',
      });
      output += result.output;
      exitCode ||= result.exitCode;
    }
    return { exitCode, output };
  }

  const workflow = parse(
    block('github-actions.md', '.github/workflows/performance.yaml').text,
  );
  const { env, steps } = workflow.jobs.budgets;

  const GITHUB = {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'lantern/checkout',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: 'ffac537e',
    GITHUB_REF_TYPE: 'branch',
  };

  it('fails the job of a slow push, and shows why', async () => {
    const job = startJob(k6Results(400), {
      ...GITHUB,
      GITHUB_RUN_ID: '1',
      GITHUB_REF_NAME: 'main',
      K6_EXIT_CODE: '99',
    });
    const summary = job.write('step-summary.md', '');

    const { exitCode, output } = await runSteps(
      steps,
      job,
      { ...env, GITHUB_STEP_SUMMARY: summary },
      false,
    );

    expect(output).toContain('✖ Failed  component:default/checkout in staging');
    expect(exitCode).toBe(1);
    expect(job.read('step-summary.md')).toContain('### ✖ Performance: failed');
    expect(job.read('gate/junit.xml')).toContain('failures="1"');
    expect(job.read('calls.txt')).toBeUndefined();
    expect(await runOf('main')).toMatchObject({
      outcome: 'fail',
      tracked: true,
      commit: 'ffac537e',
      ciUrl: 'https://github.com/lantern/checkout/actions/runs/1/attempts/1',
    });
  });

  it('passes a fast pull request, and comments on it', async () => {
    const job = startJob(k6Results(100), {
      ...GITHUB,
      GITHUB_RUN_ID: '2',
      GITHUB_HEAD_REF: 'faster',
      GITHUB_REF_NAME: '42/merge',
    });
    job.environment.GITHUB_EVENT_PATH = job.write(
      'event.json',
      JSON.stringify({
        pull_request: {
          number: 42,
          head: { sha: 'bead', repo: { full_name: 'lantern/checkout' } },
        },
      }),
    );
    const summary = job.write('step-summary.md', '');

    const { exitCode } = await runSteps(
      steps,
      job,
      { ...env, GITHUB_STEP_SUMMARY: summary },
      true,
    );

    expect(exitCode).toBe(0);
    expect(job.read('calls.txt')).toMatch(
      /gh pr comment https:\/\/github\.com\/lantern\/checkout\/pull\/42 .*--body-file gate\/summary\.md/,
    );
    expect(await runOf('faster')).toMatchObject({
      outcome: 'pass',
      tracked: false,
      commit: 'bead',
    });
  });

  it.each([
    [400, 1],
    [100, 0],
  ])(
    'judges a pull request from a fork by files (%d ms: exit code %d)',
    async (milliseconds, exitCode) => {
      const job = startJob(k6Results(milliseconds), {
        ...GITHUB,
        GITHUB_RUN_ID: '3',
        GITHUB_HEAD_REF: 'main',
        GITHUB_REF_NAME: '43/merge',
      });
      const result = await runSteps(
        [
          steps.find((step: Step) => step.name === 'Load test'),
          ...parse(
            block('github-actions.md', 'instead of the step Judge').text,
          ),
        ],
        job,
        {},
        true,
      );

      expect(result.output).toContain('Judged offline by 1 definition file.');
      expect(result.exitCode).toBe(exitCode);
      expect(job.read('gate/summary.md')).toContain('Checkout latency');
    },
  );

  it('checks definitions', async () => {
    const job = startJob('', GITHUB);
    const { exitCode } = await runSteps(
      parse(block('github-actions.md', 'further steps').text),
      job,
      {},
      true,
    );

    expect(exitCode).toBe(0);
    expect(JSON.parse(job.read('gate/definitions.sarif') ?? '')).toMatchObject({
      version: '2.1.0',
    });
  });
});

describe('the recipe for GitLab CI', () => {
  const pipeline = parse(block('gitlab-ci.md', '.gitlab-ci.yml').text);

  const GITLAB = {
    GITLAB_CI: 'true',
    CI_COMMIT_SHA: '1ecfd275',
    CI_API_V4_URL: 'https://gitlab.example/api/v4',
    CI_PROJECT_ID: '17',
  };

  /** Script lines share a shell that ends at the first failure; `after_script` has its own. */
  async function runJob(name: string, job: Job) {
    const { script, after_script: afterScript, variables } = pipeline[name];
    const result = await job.run('sh -e', script.join('\n'), variables);
    if (afterScript) {
      const after = await job.run('sh', afterScript.join('\n'), variables);
      expect(after.exitCode).toBe(0);
    }
    return result;
  }

  it('fails a slow default branch', async () => {
    const job = startJob(k6Results(401), {
      ...GITLAB,
      CI_COMMIT_BRANCH: 'main',
      CI_JOB_URL: 'https://gitlab.example/lantern/checkout/-/jobs/1',
      K6_EXIT_CODE: '99',
    });

    expect((await runJob('load-test', job)).exitCode).toBe(0);
    expect((await runJob('performance-gate', job)).exitCode).toBe(1);
    expect(job.read('gate/junit.xml')).toContain('failures="1"');
    expect(job.read('calls.txt')).toBeUndefined();
    expect(await runOf('main')).toMatchObject({
      outcome: 'fail',
      commit: '1ecfd275',
      ciUrl: 'https://gitlab.example/lantern/checkout/-/jobs/1',
    });
  });

  it('passes a fast merge request, and comments on it', async () => {
    const job = startJob(k6Results(101), {
      ...GITLAB,
      CI_MERGE_REQUEST_IID: '5',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'quicker',
      CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'lantern/checkout',
      CI_MERGE_REQUEST_PROJECT_PATH: 'lantern/checkout',
      GITLAB_TOKEN: 'secret',
    });

    await runJob('load-test', job);
    expect((await runJob('performance-gate', job)).exitCode).toBe(0);
    expect(job.read('calls.txt')).toContain(
      'body@gate/summary.md https://gitlab.example/api/v4/projects/17/merge_requests/5/notes',
    );
    expect(await runOf('quicker')).toMatchObject({
      outcome: 'pass',
      tracked: false,
    });
  });

  it('lets a pipeline go on with a warning where evidence is missing', () => {
    expect(pipeline['performance-gate'].allow_failure.exit_codes).toEqual([3]);
  });
});

describe('the recipe for Jenkins', () => {
  const { text } = block('jenkins.md', 'Jenkinsfile');
  const environment = Object.fromEntries(
    [...text.matchAll(/^ {4}(\w+) = '(.*)'$/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  const loadTest = /sh '(.*)'/.exec(text)?.[1] ?? '';
  // In Groovy a backslash at the end of a line joins it with the next.
  const gate = (/script: '''([\s\S]*?)'''/.exec(text)?.[1] ?? '').replaceAll(
    '\\\n',
    '',
  );

  it.each([
    [402, 1],
    [102, 0],
  ])(
    'judges the results of JMeter (%d ms: exit code %d)',
    async (milliseconds, exitCode) => {
      const job = startJob(jmeterResults(milliseconds), {
        JENKINS_URL: 'https://jenkins.example/',
        BUILD_URL: `https://jenkins.example/job/checkout/${milliseconds}/`,
        GIT_COMMIT: 'fc1a3f',
        GIT_BRANCH: `origin/release-${milliseconds}`,
      });

      // `sh -xe` is what the step `sh` runs.
      expect((await job.run('sh -xe', loadTest, environment)).exitCode).toBe(0);
      const result = await job.run('sh -xe', gate, environment);

      expect(result.output).toContain('component:default/checkout in staging');
      expect(result.exitCode).toBe(exitCode);
      expect(job.read('gate/junit.xml')).toContain(`failures="${exitCode}"`);
      expect(await runOf(`release-${milliseconds}`)).toMatchObject({
        tool: 'jmeter',
        commit: 'fc1a3f',
        ciUrl: `https://jenkins.example/job/checkout/${milliseconds}/`,
      });
    },
  );
});
