import { Express, Response } from 'express';
import { StandIn, startStandIn } from './startStandIn';

export interface StandInJiraIssue {
  key: string;
  summary: string;
  description: string;
  labels: string[];
  status: 'To Do' | 'Doing' | 'Done';
}

export interface StandInJira extends StandIn {
  /** Of the project `SHOP`, the only one. */
  issues: StandInJiraIssue[];
  /** Of the header; what is accepted from now on. */
  authorization: string;
}

const CATEGORIES = { 'To Do': 'new', Doing: 'indeterminate', Done: 'done' };

/** Steps of the workflow; `Reject` needs a reason filled in. */
const TRANSITIONS = [
  { id: '11', name: 'Reject', from: ['To Do'], to: 'Done', required: true },
  {
    id: '21',
    name: 'Finish',
    from: ['To Do', 'Doing'],
    to: 'Done',
    required: false,
  },
  {
    id: '31',
    name: 'Start',
    from: ['To Do', 'Done'],
    to: 'Doing',
    required: false,
  },
] as const;

/** Of a summary, and of a text; Jira refuses longer ones. */
const MOST_SUMMARY = 255;
const MOST_DESCRIPTION = 32_767;

/**
 * As much of Jira's REST API, version 2, as issues need, after its documentation: "Issues" and "Issue search". It has
 * one project, `SHOP`.
 *
 * @param options - `cloud` searches at `/search/jql`, and takes whom it doesn't know for somebody without an account,
 *   as Jira Cloud does; otherwise as Jira Data Center.
 */
export async function startJira(options: {
  authorization: string;
  cloud: boolean;
  port?: number;
}): Promise<StandInJira> {
  const { authorization, cloud, port } = options;
  const issues: StandInJiraIssue[] = [];
  const state = { issues, authorization };
  const standIn = await startStandIn(app => {
    app.use((req, res, next) => {
      if (req.headers.authorization === state.authorization) {
        next();
        return;
      }
      res.set('x-seraph-loginreason', 'AUTHENTICATED_FAILED');
      if (cloud && req.method === 'GET') {
        absent(res);
      } else {
        res.status(401).json({ message: 'Client must be authenticated' });
      }
    });
    registerSearch(app, issues, cloud);
    registerIssues(app, issues);
    app.get('/rest/api/2/project/:key', (req, res) => {
      if (req.params.key === 'SHOP') {
        res.json({ key: 'SHOP' });
      } else {
        absent(res, `No project could be found with key '${req.params.key}'.`);
      }
    });
    app.use((_req, res) => absent(res, 'not here'));
  }, port);
  return Object.assign(state, standIn);
}

function registerSearch(
  app: Express,
  issues: StandInJiraIssue[],
  cloud: boolean,
) {
  app.get('/rest/api/2/search', (_req, res, next) => {
    if (cloud) {
      // CHANGE-2046 of Jira Cloud's changelog.
      res.status(410).json({
        errorMessages: ['The requested API has been removed.'],
        errors: {},
      });
    } else {
      next();
    }
  });
  app.get(
    cloud ? '/rest/api/2/search/jql' : '/rest/api/2/search',
    (req, res) => {
      const [, project, label] =
        /^project = "(.*)" and labels = "(.*)"$/.exec(String(req.query.jql)) ??
        [];
      if (project !== 'SHOP') {
        refuse(res, {
          project: `The value '${project}' does not exist for the field 'project'.`,
        });
        return;
      }
      res.json({
        issues: issues
          .filter(({ labels }) => labels.includes(label))
          .map(shown),
      });
    },
  );
}

function registerIssues(app: Express, issues: StandInJiraIssue[]) {
  app.post('/rest/api/2/issue', (req, res) => {
    const { project, issuetype, ...fields } = req.body.fields;
    const errors = {
      ...(project.key !== 'SHOP' && { project: 'valid project is required' }),
      ...(issuetype.name !== 'Task' && {
        issuetype: 'Specify a valid issue type',
      }),
      ...problemsOf(fields),
    };
    if (Object.keys(errors).length > 0) {
      refuse(res, errors);
      return;
    }
    const key = `SHOP-${issues.length + 1}`;
    issues.push({ labels: [], ...fields, key, status: 'To Do' });
    res.status(201).json({ id: String(issues.length), key });
  });
  app.use('/rest/api/2/issue/:key', (req, res, next) => {
    const issue = issues.find(({ key }) => key === req.params.key);
    if (issue) {
      res.locals.issue = issue;
      next();
    } else {
      absent(res);
    }
  });
  app
    .route('/rest/api/2/issue/:key')
    .get((_req, res) => {
      res.json(shown(res.locals.issue));
    })
    .put((req, res) => {
      const errors = problemsOf(req.body.fields);
      if (Object.keys(errors).length > 0) {
        refuse(res, errors);
        return;
      }
      Object.assign(res.locals.issue, req.body.fields);
      res.status(204).end();
    });
  app
    .route('/rest/api/2/issue/:key/transitions')
    .get((req, res) => {
      const isExpanded = req.query.expand === 'transitions.fields';
      res.json({
        transitions: stepsOf(res.locals.issue).map(
          ({ id, name, to, required }) => ({
            id,
            name,
            to: statusOf(to),
            ...(isExpanded && {
              fields: { resolution: { required, hasDefaultValue: false } },
            }),
          }),
        ),
      });
    })
    .post((req, res) => {
      const { issue } = res.locals;
      const step = stepsOf(issue).find(
        ({ id }) => id === req.body.transition.id,
      );
      if (!step || step.required) {
        refuse(res, { resolution: 'Resolution is required.' });
        return;
      }
      issue.status = step.to;
      res.status(204).end();
    });
}

function stepsOf({ status }: StandInJiraIssue) {
  return TRANSITIONS.filter(({ from }) => from.some(name => name === status));
}

function problemsOf(fields: { summary?: string; description?: unknown }) {
  const { summary = 'unchanged', description = '' } = fields;
  return {
    ...((/[\r\n]/.test(summary) || summary.length > MOST_SUMMARY) && {
      summary: 'The summary is invalid',
    }),
    // Version 3 takes documents, version 2 the markup of Jira.
    ...((typeof description !== 'string' ||
      description.length > MOST_DESCRIPTION) && {
      description: 'The entered text is too long.',
    }),
  };
}

function statusOf(status: StandInJiraIssue['status']) {
  return { name: status, statusCategory: { key: CATEGORIES[status] } };
}

function shown({ key, status }: StandInJiraIssue) {
  return { key, fields: { status: statusOf(status) } };
}

function refuse(res: Response, errors: Record<string, string>) {
  res.status(400).json({ errorMessages: [], errors });
}

function absent(
  res: Response,
  message = 'Issue does not exist or you do not have permission to see it.',
) {
  res.status(404).json({ errorMessages: [message], errors: {} });
}
