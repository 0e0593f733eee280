import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { performanceFindingUpdatePermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { EntityStore } from '../catalog/EntityStore';
import { FindingAccess, FoundFinding } from '../findings/FindingAccess';
import { FindingPresenter } from '../findings/FindingPresenter';
import { FindingStore } from '../findings/FindingStore';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { IssueStore } from './IssueStore';
import { IssueTracker } from './IssueTracker';
import { IssueTrackers } from './readIssueTrackers';

/** Having an issue made of a finding, and kept in step with it, or not any more. */
export function registerFindingIssueRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    entityStore: EntityStore;
    findingAccess: FindingAccess;
    findingPresenter: FindingPresenter;
    findingStore: FindingStore;
    issueStore: IssueStore;
    issueTrackers: IssueTrackers;
    knex: Knex;
    clock: () => Date;
  },
): void {
  const { auditor, entityStore, findingAccess, findingPresenter } = options;
  const { findingStore, issueStore, issueTrackers, knex, clock } = options;

  router.post<
    PathOf<'linkFindingIssue'>,
    AnswerOf<'linkFindingIssue', 200>,
    BodyOf<'linkFindingIssue'>
  >('/findings/:findingId/issue', async (req, res) => {
    const { findingId } = req.params;
    await audited(
      auditor,
      {
        eventId: 'finding-issue-link',
        request: req,
        meta: { findingId, ...req.body },
      },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by = await findingAccess.assertMay(
          req,
          performanceFindingUpdatePermission,
          found,
        );
        const { tracker: name } = req.body;
        const tracker = trackerNamed(name);
        const { key, project } = await placeOf(found, tracker, req.body);
        await knex.transaction(async tx => {
          const isNew = await issueStore.add(
            {
              findingId: found.finding.id,
              tracker: name,
              project,
              marker: key ? undefined : `performance-finding-${randomUUID()}`,
              key,
              requestedBy: by,
            },
            clock(),
            tx,
          );
          if (!isNew) {
            throw new ConflictError(
              `F-${found.finding.id} has an issue already${
                key ? `, or ${key} belongs to another finding` : ''
              }`,
            );
          }
        });
      },
    );
    res.json(
      await findingPresenter.detail(
        req,
        await findingAccess.find(req, findingId),
      ),
    );
  });

  router.delete<
    PathOf<'unlinkFindingIssue'>,
    AnswerOf<'unlinkFindingIssue', 200>
  >('/findings/:findingId/issue', async (req, res) => {
    const { findingId } = req.params;
    await audited(
      auditor,
      { eventId: 'finding-issue-unlink', request: req, meta: { findingId } },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by = await findingAccess.assertMay(
          req,
          performanceFindingUpdatePermission,
          found,
        );
        const { id } = found.finding;
        await knex.transaction(async tx => {
          const issue = await issueStore.remove(id, tx);
          if (!issue) {
            throw new NotFoundError(`F-${id} has no issue`);
          }
          await findingStore.addEvent(
            id,
            {
              type: 'issue',
              by,
              at: clock(),
              note: `No longer kept in step with ${issue.key ?? issue.project}`,
              changes: [],
            },
            tx,
          );
        });
      },
    );
    res.json(
      await findingPresenter.detail(
        req,
        await findingAccess.find(req, findingId),
      ),
    );
  });

  router.post<PathOf<'retryFindingIssue'>, AnswerOf<'retryFindingIssue', 200>>(
    '/findings/:findingId/issue/attempts',
    async (req, res) => {
      const { findingId } = req.params;
      await audited(
        auditor,
        { eventId: 'finding-issue-retry', request: req, meta: { findingId } },
        async () => {
          const found = await findingAccess.find(req, findingId);
          await findingAccess.assertMay(
            req,
            performanceFindingUpdatePermission,
            found,
          );
          const { id } = found.finding;
          if (!(await issueStore.retry(id, clock()))) {
            throw new NotFoundError(`F-${id} has no issue`);
          }
        },
      );
      res.json(
        await findingPresenter.detail(
          req,
          await findingAccess.find(req, findingId),
        ),
      );
    },
  );

  function trackerNamed(name: string): IssueTracker {
    const { trackers } = issueTrackers;
    const tracker = trackers.get(name);
    if (!tracker) {
      throw new InputError(
        `There is no tracker '${name}'; ${
          trackers.size === 0
            ? 'none is configured'
            : `configured are ${[...trackers.keys()].join(', ')}`
        }`,
      );
    }
    return tracker;
  }

  /** Only where an affected entity's issues are, or the configuration allows: the token may reach much more. */
  async function placeOf(
    { finding }: FoundFinding,
    tracker: IssueTracker,
    wish: BodyOf<'linkFindingIssue'>,
  ): Promise<{ project: string; key?: string }> {
    const entities = await entityStore.getByIds(finding.entityIds);
    const own = entities.flatMap(
      ({ fact }) => tracker.projectOf(fact.entity) ?? [],
    );
    const open = issueTrackers.projects.get(tracker.name) ?? new Set();
    const issue = wish.key === undefined ? undefined : keyOf(tracker, wish.key);
    const only = open.size === 1 ? [...open][0] : undefined;
    const project = issue?.project ?? wish.project ?? own[0] ?? only;
    if (project === undefined) {
      throw new InputError(
        `No entity of F-${finding.id} says where its issues are in ${
          tracker.name
        }: give a \`project\`${
          open.size > 0 ? `, one of ${[...open].join(', ')}` : ''
        }`,
      );
    }
    if (!own.includes(project) && !open.has(project)) {
      throw new InputError(
        `Issues of F-${
          finding.id
        } may not be in '${project}': only where its entities' annotations say${
          open.size > 0 ? `, and in ${[...open].join(', ')}` : ''
        }`,
      );
    }
    return { project, key: issue?.key };
  }
}

function keyOf(tracker: IssueTracker, text: string) {
  const read = tracker.readKey(text.trim());
  if (!read) {
    throw new InputError(
      `'${text}' isn't an issue of ${tracker.name}: write its address, or ${
        tracker.type === 'github' ? 'owner/name#12' : 'e.g. SHOP-12'
      }`,
    );
  }
  return read;
}
