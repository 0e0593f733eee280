import { RiskMatrix } from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { IssueTrackers } from '../issues/readIssueTrackers';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import { FindingAccess } from './FindingAccess';
import { FindingPresenter } from './FindingPresenter';
import { FindingFilter, FindingStore } from './FindingStore';

/** Lists of findings, what they add up to, and what they are measured by. */
export function registerFindingListRoutes(
  router: Router,
  options: {
    findingAccess: FindingAccess;
    findingPresenter: FindingPresenter;
    findingStore: FindingStore;
    issueTrackers: IssueTrackers;
    riskMatrix: RiskMatrix;
    clock: () => Date;
  },
): void {
  const { findingAccess, findingPresenter, findingStore, clock } = options;
  const { issueTrackers, riskMatrix } = options;

  router.get<{}, AnswerOf<'listFindings', 200>, never, QueryOf<'listFindings'>>(
    '/findings',
    async (req, res) => {
      const { query } = req;
      const filter = await readFindingFilter(req, findingAccess);
      const { items, totalItems, facets } = await findingStore.browse(
        {
          ...filter,
          sort: query.sort ?? 'risk',
          order: query.order,
          limit: query.limit ?? 25,
          offset: query.offset ?? 0,
        },
        await findingAccess.restriction(req),
        clock(),
      );
      res.json({
        items: await findingPresenter.list(req, items),
        totalItems,
        facets,
      });
    },
  );

  router.get<
    {},
    AnswerOf<'summariseFindings', 200>,
    never,
    QueryOf<'summariseFindings'>
  >('/finding-summary', async (req, res) => {
    const filter = await readFindingFilter(req, findingAccess);
    const isNarrowed = filter.status || filter.open !== undefined;
    res.json(
      await findingStore.summary(
        isNarrowed ? filter : { ...filter, open: true },
        await findingAccess.restriction(req),
        clock(),
      ),
    );
  });

  router.get<{}, AnswerOf<'getFindingSettings', 200>>(
    '/finding-settings',
    async (req, res) => {
      // Nothing in it is about an entity, but nobody gets it who may see none.
      await findingAccess.readAccess(req);
      res.json({
        riskMatrix: riskMatrix.map(row => [...row]),
        trackers: [...issueTrackers.trackers.values()].map(
          ({ name, type }) => ({
            name,
            type,
            projects: [...(issueTrackers.projects.get(name) ?? [])],
          }),
        ),
        may: { record: await findingAccess.mayRecord(req) },
      });
    },
  );
}

/** As a filter by entity: none has it. */
const NO_ENTITY = '';

/** The filter that a request for findings gives. */
export async function readFindingFilter(
  req: Request<any, any, any, QueryOf<'summariseFindings'>>,
  access: FindingAccess,
): Promise<FindingFilter> {
  const { mine, ...filter } = req.query;
  const { entityRef } = filter;
  // What affects an entity that one may not see is nothing to know, either.
  const isHidden =
    entityRef !== undefined && !(await access.sees(req, entityRef));
  return {
    ...filter,
    ...(isHidden && { entityRef: NO_ENTITY }),
    claims: mine ? await access.claimsOf(req) : undefined,
  };
}
