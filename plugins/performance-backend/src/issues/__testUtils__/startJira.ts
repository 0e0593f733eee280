import { Handler } from 'express';
import { StandIn, startStandIn } from './startStandIn';

interface StandInJiraIssue {
  key: string;
  summary: string;
  description: string;
  labels: string[];
  status: 'To Do' | 'Doing' | 'Done';
}

export interface StandInJira extends StandIn {
  /** Of the project `SHOP`, the only one. */
  issues: StandInJiraIssue[];
}

const CATEGORIES = { 'To Do': 'new', Doing: 'indeterminate', Done: 'done' };

/** Steps of the workflow; `Rejected` needs a reason filled in. */
const TRANSITIONS = [
  { id: '11', name: 'Reject', to: 'Done', required: true },
  { id: '21', name: 'Finish', to: 'Done', required: false },
  { id: '31', name: 'Start', to: 'Doing', required: false },
] as const;

/**
 * As much of Jira's REST API, version 2, as issues need, after its documentation: "Issues" and "Issue search". It has
 * one project, `SHOP`, and takes one way to authenticate.
 *
 * @param options - `cloud` searches at `/search/jql`, as Jira Cloud does, otherwise at `/search`.
 */
export async function startJira(options: {
  authorization: string;
  cloud: boolean;
}): Promise<StandInJira> {
  const issues: StandInJiraIssue[] = [];
  const statusOf = (status: StandInJiraIssue['status']) => ({
    name: status,
    statusCategory: { key: CATEGORIES[status] },
  });
  const authenticated: Handler = (req, res, next) => {
    if (req.headers.authorization === options.authorization) {
      next();
    } else {
      res.status(401).json({ errorMessages: ['You are not authenticated'] });
    }
  };
  const standIn = await startStandIn(app => {
    app.use(authenticated);
    app.post('/rest/api/2/issue', (req, res) => {
      const { project, issuetype, summary, description, labels } =
        req.body.fields;
      if (project.key !== 'SHOP') {
        res.status(400).json({
          errorMessages: [],
          errors: { project: 'project is required' },
        });
        return;
      }
      if (issuetype.name !== 'Task' || /[\r\n]/.test(summary)) {
        res.status(400).json({
          errorMessages: [],
          errors: { summary: 'The summary is invalid' },
        });
        return;
      }
      const key = `SHOP-${issues.length + 1}`;
      issues.push({ key, summary, description, labels, status: 'To Do' });
      res.status(201).json({ id: String(issues.length), key });
    });
    app.get(
      options.cloud ? '/rest/api/2/search/jql' : '/rest/api/2/search',
      (req, res) => {
        const [, project, label] =
          /^project = "(.*)" and labels = "(.*)"$/.exec(
            String(req.query.jql),
          ) ?? [];
        res.json({
          issues: issues
            .filter(
              ({ key, labels }) =>
                key.startsWith(`${project}-`) && labels.includes(label),
            )
            .map(({ key, status }) => ({
              key,
              fields: { status: statusOf(status) },
            })),
        });
      },
    );
    const find = (key: string) => issues.find(issue => issue.key === key);
    app
      .route('/rest/api/2/issue/:key')
      .get((req, res) => {
        const issue = find(req.params.key);
        if (issue) {
          res.json({
            key: issue.key,
            fields: { status: statusOf(issue.status) },
          });
        } else {
          res.status(404).json({ errorMessages: ['Issue Does Not Exist'] });
        }
      })
      .put((req, res) => {
        const issue = find(req.params.key);
        if (issue) {
          Object.assign(issue, req.body.fields);
          res.status(204).end();
        } else {
          res.status(404).json({ errorMessages: ['Issue Does Not Exist'] });
        }
      });
    app
      .route('/rest/api/2/issue/:key/transitions')
      .get((_req, res) => {
        res.json({
          transitions: TRANSITIONS.map(({ id, name, to, required }) => ({
            id,
            name,
            to: statusOf(to),
            fields: { resolution: { required, hasDefaultValue: false } },
          })),
        });
      })
      .post((req, res) => {
        const issue = find(req.params.key);
        const transition = TRANSITIONS.find(
          ({ id }) => id === req.body.transition.id,
        );
        if (!issue || !transition || transition.required) {
          res.status(400).json({ errorMessages: ['resolution is required'] });
          return;
        }
        issue.status = transition.to;
        res.status(204).end();
      });
    app.use((_req, res) => {
      res.status(404).json({ errorMessages: ['not here'] });
    });
  });
  return { ...standIn, issues };
}
