import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';
import { CiContext, EnvironmentVariables } from './CiContext';
import { detectCi } from './detectCi';

const folder = temporaryFolder();

/** The part of GitHub's `pull_request` webhook payload that matters. */
function pullRequestEvent(repository: string): string {
  const file = join(folder, `${repository.replace('/', '-')}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      pull_request: {
        number: 42,
        head: { sha: 'bead', ref: 'main', repo: { full_name: repository } },
      },
    }),
  );
  return file;
}

// Values as the documentation of each system gives them; see the links in the sources.
const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'lantern/checkout',
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_ATTEMPT: '3',
  GITHUB_SHA: 'ffac537e',
};
const GITHUB_PAGE =
  'https://github.com/lantern/checkout/actions/runs/1658821493/attempts/3';
const GITHUB_PULL_REQUEST = {
  ...GITHUB,
  GITHUB_REF_NAME: '42/merge',
  GITHUB_REF_TYPE: 'branch',
};

const GITLAB = {
  GITLAB_CI: 'true',
  CI_COMMIT_SHA: '1ecfd275763eff1d6b4844ea3168962458c9f27a',
  CI_COMMIT_REF_NAME: 'main',
  CI_JOB_URL: 'https://gitlab.com/lantern/checkout/-/jobs/50370',
  CI_PIPELINE_URL: 'https://gitlab.com/lantern/checkout/-/pipelines/61',
};

const JENKINS = {
  JENKINS_URL: 'https://jenkins.example/',
  BUILD_URL: 'https://jenkins.example/job/checkout/7/',
  GIT_COMMIT: 'fc1a3f',
};

describe('detectCi', () => {
  it.each<[string, EnvironmentVariables, Partial<CiContext>]>([
    [
      'a push on GitHub',
      { ...GITHUB, GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
      { commit: 'ffac537e', branch: 'main', ciUrl: GITHUB_PAGE },
    ],
    [
      'a tag on GitHub',
      { ...GITHUB, GITHUB_REF_NAME: 'v2.14.0', GITHUB_REF_TYPE: 'tag' },
      { commit: 'ffac537e', branch: undefined, release: 'v2.14.0' },
    ],
    [
      'a pull request within a repository',
      {
        ...GITHUB_PULL_REQUEST,
        GITHUB_HEAD_REF: 'faster',
        GITHUB_EVENT_PATH: pullRequestEvent('lantern/checkout'),
      },
      // GITHUB_SHA is the merge commit.
      { commit: 'bead', branch: 'faster' },
    ],
    [
      "a pull request from a fork's main",
      {
        ...GITHUB_PULL_REQUEST,
        GITHUB_HEAD_REF: 'main',
        GITHUB_EVENT_PATH: pullRequestEvent('stranger/checkout'),
      },
      { commit: 'bead', branch: 'pull/42' },
    ],
    [
      'a pull request whose event is out of reach',
      {
        ...GITHUB_PULL_REQUEST,
        GITHUB_HEAD_REF: 'main',
        GITHUB_EVENT_PATH: join(folder, 'nowhere.json'),
      },
      { commit: 'ffac537e', branch: 'pull/42' },
    ],
    [
      'a push on GitLab',
      { ...GITLAB, CI_COMMIT_BRANCH: 'main' },
      {
        commit: GITLAB.CI_COMMIT_SHA,
        branch: 'main',
        ciUrl: GITLAB.CI_JOB_URL,
      },
    ],
    [
      'a deployment on GitLab',
      { ...GITLAB, CI_COMMIT_TAG: 'v1', CI_ENVIRONMENT_NAME: 'production' },
      { branch: undefined, release: 'v1', environment: 'production' },
    ],
    [
      'a merge request on GitLab',
      {
        ...GITLAB,
        CI_MERGE_REQUEST_IID: '5',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'faster',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: 'bead',
        CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'lantern/checkout',
        CI_MERGE_REQUEST_PROJECT_PATH: 'lantern/checkout',
      },
      { commit: 'bead', branch: 'faster' },
    ],
    [
      "a merge request from a fork's main",
      {
        ...GITLAB,
        CI_MERGE_REQUEST_IID: '5',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'main',
        // Empty outside of merged results pipelines.
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '',
        CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'stranger/checkout',
        CI_MERGE_REQUEST_PROJECT_PATH: 'lantern/checkout',
      },
      { commit: GITLAB.CI_COMMIT_SHA, branch: 'merge-requests/5' },
    ],
    [
      'a plain job of Jenkins',
      { ...JENKINS, GIT_BRANCH: 'origin/main' },
      { commit: 'fc1a3f', branch: 'main', ciUrl: JENKINS.BUILD_URL },
    ],
    [
      'a multibranch pipeline of Jenkins',
      { ...JENKINS, BRANCH_NAME: 'feature/x', GIT_BRANCH: 'feature/x' },
      { branch: 'feature/x' },
    ],
    [
      'a pull request in Jenkins',
      {
        ...JENKINS,
        BRANCH_NAME: 'PR-6',
        CHANGE_ID: '6',
        CHANGE_BRANCH: 'faster',
      },
      { branch: 'faster' },
    ],
    [
      "a pull request from a fork's main in Jenkins",
      {
        ...JENKINS,
        BRANCH_NAME: 'PR-6',
        CHANGE_ID: '6',
        CHANGE_BRANCH: 'main',
        CHANGE_FORK: 'stranger',
      },
      { branch: 'pull/6' },
    ],
    [
      'a tag in Jenkins',
      { ...JENKINS, BRANCH_NAME: 'v1', TAG_NAME: 'v1' },
      { branch: undefined, release: 'v1' },
    ],
  ])('knows %s', (_, variables, expected) => {
    expect(detectCi(variables)).toMatchObject(expected);
  });

  it('knows when it is on a laptop', () => {
    expect(detectCi({ PATH: '/bin', GIT_COMMIT: 'x' })).toBeUndefined();
  });
});
