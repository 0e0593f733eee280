import { Express, Request, Response } from 'express';
import { StandIn, startStandIn } from './startStandIn';

const REPOSITORY = '/repos/:owner/:name';

/** Of a title, and of a text; GitHub refuses longer ones. */
const MOST_TITLE = 256;
const MOST_BODY = 65_536;

const REASONS = ['completed', 'not_planned', 'duplicate', 'reopened', null];

export interface StandInIssue {
  /** `owner/name`. */
  repository: string;
  number: number;
  title: string;
  body: string;
  state: string;
  state_reason: string | null;
  created_at: string;
  updated_at: string;
  /** Only of pull requests, which are issues too. */
  pull_request?: object;
}

export interface StandInGithub extends StandIn {
  issues: StandInIssue[];
  /** `owner/name` of those that the token reaches; `acme/shop` unless changed. */
  repositories: Set<string>;
  /** Of repositories that were renamed: the old `owner/name`, and the one of `repositories` that it is now. */
  renamed: Map<string, string>;
  /** What is accepted from now on. */
  token: string;
}

/**
 * As much of GitHub's REST API of version 2022-11-28 as issues need, after its documentation: "REST API endpoints for
 * issues", "Best practices for using the REST API" and "Rate limits for the REST API".
 */
export async function startGithub(
  token: string,
  port?: number,
): Promise<StandInGithub> {
  const issues: StandInIssue[] = [];
  const repositories = new Set(['acme/shop']);
  const renamed = new Map<string, string>();
  const state = { issues, repositories, renamed, token };
  const standIn = await startStandIn(app => register(app, state), port);
  return Object.assign(state, standIn);
}

function register(
  app: Express,
  state: Pick<StandInGithub, 'issues' | 'repositories' | 'renamed' | 'token'>,
) {
  app.use((req, res, next) => {
    const given = req.headers.authorization ?? '';
    if (!req.headers['user-agent']) {
      res.status(403).send('Request forbidden by administrative rules.');
    } else if (
      ![undefined, '2022-11-28'].includes(req.get('x-github-api-version'))
    ) {
      res.status(400).json({ message: 'Unsupported API version' });
    } else if (
      given !== `token ${state.token}` &&
      given !== `Bearer ${state.token}`
    ) {
      res.status(401).json({ message: 'Bad credentials', status: '401' });
    } else {
      next();
    }
  });

  app.use((req, _res, next) => {
    req.url = req.url.replace(
      /^\/repositories\/(\d+)/,
      (_, number) => `/repos/${[...state.repositories][number - 1]}`,
    );
    next();
  });
  // "Follow redirects": by the number of the repository, which stays when it is renamed.
  app.use(REPOSITORY, (req, res, next) => {
    const now = state.renamed.get(nameOf(req));
    if (now === undefined) {
      next();
      return;
    }
    const number = [...state.repositories].indexOf(now) + 1;
    const query = req.originalUrl.split('?')[1];
    res
      .status(req.method === 'GET' ? 301 : 307)
      .set(
        'location',
        `${req.protocol}://${req.get('host')}/repositories/${number}${
          req.path === '/' ? '' : req.path
        }${query ? `?${query}` : ''}`,
      )
      .json({ message: 'Moved Permanently' });
  });
  registerIssues(app, state);
  app.use((_req, res) => missing(res));
}

function registerIssues(
  app: Express,
  state: Pick<StandInGithub, 'issues' | 'repositories'>,
) {
  app.use(REPOSITORY, (req, res, next) => {
    if (state.repositories.has(nameOf(req))) {
      next();
    } else {
      missing(res);
    }
  });
  app.get(REPOSITORY, (req, res) => {
    res.json({ full_name: nameOf(req) });
  });
  app.get(`${REPOSITORY}/issues`, (req, res) => {
    const {
      page = '1',
      per_page: size = '30',
      since,
      state: wanted,
    } = req.query;
    const matching = state.issues
      .filter(({ repository }) => repository === nameOf(req))
      .filter(issue => wanted === 'all' || issue.state === 'open')
      .filter(issue => !since || issue.updated_at >= String(since))
      .reverse();
    const most = Math.min(Number(size), 100);
    const start = (Number(page) - 1) * most;
    res.json(matching.slice(start, start + most).map(shown));
  });
  app.post(`${REPOSITORY}/issues`, (req, res) => {
    if (refuses(req, res)) {
      return;
    }
    const repository = nameOf(req);
    const at = new Date().toISOString();
    const issue: StandInIssue = {
      repository,
      number:
        state.issues.filter(other => other.repository === repository).length +
        1,
      title: req.body.title,
      body: req.body.body,
      state: 'open',
      state_reason: null,
      created_at: at,
      updated_at: at,
    };
    state.issues.push(issue);
    res.status(201).json(shown(issue));
  });
  const find = (req: Request) =>
    state.issues.find(
      ({ repository, number }) =>
        repository === nameOf(req) && number === Number(req.params.number),
    );
  app.get(`${REPOSITORY}/issues/:number`, (req, res) => {
    const issue = find(req);
    if (issue) {
      res.json(shown(issue));
    } else {
      missing(res);
    }
  });
  app.patch(`${REPOSITORY}/issues/:number`, (req, res) => {
    const issue = find(req);
    if (!issue) {
      missing(res);
      return;
    }
    if (refuses(req, res, issue)) {
      return;
    }
    const { title, body, state: next, state_reason: reason } = req.body;
    const changed = next !== undefined && next !== issue.state;
    Object.assign(issue, {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body }),
      // A reason is ignored unless the state changes.
      ...(changed && {
        state: next,
        state_reason: reason ?? (next === 'open' ? 'reopened' : 'completed'),
      }),
      updated_at: new Date().toISOString(),
    });
    res.json(shown(issue));
  });
}

/** Answers 422 where GitHub would. */
function refuses(req: Request, res: Response, issue?: StandInIssue): boolean {
  const { title = issue?.title, body, state, state_reason: reason } = req.body;
  const errors = [
    ...(!title || title.length > MOST_TITLE ? ['title'] : []),
    ...(body && body.length > MOST_BODY ? ['body'] : []),
    ...([undefined, 'open', 'closed'].includes(state) ? [] : ['state']),
    ...([undefined, ...REASONS].includes(reason) ? [] : ['state_reason']),
  ];
  if (errors.length > 0) {
    res.status(422).json({
      message: 'Validation Failed',
      errors: errors.map(field => ({
        resource: 'Issue',
        field,
        code: 'invalid',
      })),
    });
  }
  return errors.length > 0;
}

function shown({ repository, ...issue }: StandInIssue) {
  return {
    ...issue,
    html_url: `https://github.example/${repository}/${
      issue.pull_request ? 'pull' : 'issues'
    }/${issue.number}`,
    repository_url: `https://api.github.example/repos/${repository}`,
  };
}

function nameOf(req: Request): string {
  return `${req.params.owner}/${req.params.name}`;
}

function missing(res: Response) {
  res.status(404).json({ message: 'Not Found', status: '404' });
}
