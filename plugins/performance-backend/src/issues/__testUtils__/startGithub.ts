import { Handler } from 'express';
import { StandIn, startStandIn } from './startStandIn';

interface StandInIssue {
  number: number;
  title: string;
  body: string;
  state: string;
  html_url: string;
  created_at: string;
  updated_at: string;
}

export interface StandInGithub extends StandIn {
  /** Of `acme/shop`, the only repository. */
  issues: StandInIssue[];
}

/**
 * As much of GitHub's REST API as issues need, after its documentation: "REST API endpoints for issues". It has one
 * repository, `acme/shop`, and takes one token.
 */
export async function startGithub(token: string): Promise<StandInGithub> {
  const issues: StandInIssue[] = [];
  const authenticated: Handler = (req, res, next) => {
    const given = req.headers.authorization ?? '';
    if (given !== `token ${token}` && given !== `Bearer ${token}`) {
      res.status(401).json({ message: 'Bad credentials' });
    } else {
      next();
    }
  };
  const standIn = await startStandIn(app => {
    app.use(authenticated);
    app.get('/repos/acme/shop/issues', (req, res) => {
      const { page = '1', per_page: size = '30', since, state } = req.query;
      const matching = issues
        .filter(issue => state === 'all' || issue.state === 'open')
        .filter(issue => !since || issue.updated_at >= String(since))
        .reverse();
      const start = (Number(page) - 1) * Number(size);
      res.json(matching.slice(start, start + Number(size)));
    });
    app.post('/repos/acme/shop/issues', (req, res) => {
      const number = issues.length + 1;
      const at = new Date().toISOString();
      const issue = {
        number,
        title: req.body.title,
        body: req.body.body,
        state: 'open',
        html_url: `https://github.example/acme/shop/issues/${number}`,
        created_at: at,
        updated_at: at,
      };
      issues.push(issue);
      res.status(201).json(issue);
    });
    app.get('/repos/acme/shop/issues/:number', (req, res) => {
      const issue = issues[Number(req.params.number) - 1];
      if (issue) {
        res.json(issue);
      } else {
        res.status(404).json({ message: 'Not Found' });
      }
    });
    app.patch('/repos/acme/shop/issues/:number', (req, res) => {
      const issue = issues[Number(req.params.number) - 1];
      if (!issue) {
        res.status(404).json({ message: 'Not Found' });
        return;
      }
      if (![undefined, 'open', 'closed'].includes(req.body.state)) {
        res.status(422).json({
          message: 'Validation Failed',
          errors: [{ resource: 'Issue', field: 'state', code: 'invalid' }],
        });
        return;
      }
      Object.assign(issue, req.body, { updated_at: new Date().toISOString() });
      res.json(issue);
    });
    app.use((_req, res) => {
      res.status(404).json({ message: 'Not Found' });
    });
  });
  return { ...standIn, issues };
}
