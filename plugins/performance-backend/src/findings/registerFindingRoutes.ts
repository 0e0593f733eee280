import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  findingTransitions,
  performanceFindingCreatePermission,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { parseRowId } from '../waivers/waiverRow';
import { FindingAccess, FoundFinding } from './FindingAccess';
import { FindingContentChange, FindingDesk } from './FindingDesk';
import { FindingStep } from './findingSteps';
import { FindingPresenter } from './FindingPresenter';
import {
  readDay,
  readFindingContent,
  readLink,
  readOwner,
  readTitle,
} from './readFinding';

type AnyRequest = Request<any, any, any, any, any>;

/** What whoever sees to a finding may change. */
const PLANNED = new Set(['version', 'effort', 'owner', 'dueDate', 'links']);

/** Recording findings, and what becomes of one. */
export function registerFindingRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    findingAccess: FindingAccess;
    findingDesk: FindingDesk;
    findingPresenter: FindingPresenter;
  },
): void {
  const { auditor, findingAccess, findingDesk, findingPresenter } = options;

  const detail = async (req: AnyRequest, findingId: string) =>
    findingPresenter.detail(req, await findingAccess.find(req, findingId));

  router.post<{}, AnswerOf<'createFinding', 201>, BodyOf<'createFinding'>>(
    '/findings',
    async (req, res) => {
      const { entityRef, affected = [], externalId, ...input } = req.body;
      const finding = await audited(
        auditor,
        {
          eventId: 'finding-create',
          request: req,
          meta: { entityRef, title: input.title },
        },
        async () => {
          const { entity, by } = await findingAccess.findEntity(
            req,
            entityRef,
            performanceFindingCreatePermission,
          );
          const content = readFindingContent({ ...input, entityRef });
          const others = await affectedIds(req, affected);
          return findingDesk.create(content, [entity.id, ...others], {
            by,
            origin: { externalId },
          });
        },
        ({ id }) => ({ findingId: id }),
      );
      res.status(201).json(await detail(req, String(finding.id)));
    },
  );

  router.get<PathOf<'getFinding'>, AnswerOf<'getFinding', 200>>(
    '/findings/:findingId',
    async (req, res) => {
      res.json(await detail(req, req.params.findingId));
    },
  );

  router.patch<
    PathOf<'updateFinding'>,
    AnswerOf<'updateFinding', 200>,
    BodyOf<'updateFinding'>
  >('/findings/:findingId', async (req, res) => {
    const { findingId } = req.params;
    const { version, affected, ...input } = req.body;
    await audited(
      auditor,
      {
        eventId: 'finding-update',
        request: req,
        meta: { findingId, fields: Object.keys(req.body) },
      },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by = await assertMayChange(req, found, Object.keys(req.body));
        const change = readChange(input);
        if (affected) {
          change.entityIds = await affectedAfter(req, found, affected);
        }
        await findingDesk.change(found.finding.id, version, change, by);
      },
    );
    res.json(await detail(req, findingId));
  });

  router.post<
    PathOf<'changeFindingStatus'>,
    AnswerOf<'changeFindingStatus', 200>,
    BodyOf<'changeFindingStatus'>
  >('/findings/:findingId/status', async (req, res) => {
    const { findingId } = req.params;
    const { version, status, note, duplicateOf } = req.body;
    await audited(
      auditor,
      {
        eventId: 'finding-status',
        request: req,
        meta: { findingId, status, note },
      },
      async () => {
        const found = await findingAccess.find(req, findingId);
        await takeStep(req, found, version, {
          status,
          note,
          duplicateOf: await originalOf(req, duplicateOf),
        });
      },
    );
    res.json(await detail(req, findingId));
  });

  router.post<{}, AnswerOf<'changeFindings', 200>, BodyOf<'changeFindings'>>(
    '/finding-changes',
    async (req, res) => {
      const { ids, change } = req.body;
      const { status, note, duplicateOf, ...input } = change;
      const fields = Object.keys(input);
      const changeOne = async (findingId: string) => {
        const found = await findingAccess.find(req, findingId);
        const { id, version } = found.finding;
        const content = fields.length > 0 ? readChange(input) : undefined;
        const by = content && (await assertMayChange(req, found, fields));
        if (status && status !== found.finding.status) {
          const step = {
            status,
            note,
            duplicateOf: await originalOf(req, duplicateOf),
          };
          // Refused or done together, so nothing is half changed.
          await takeStep(req, found, version, step, content);
          return 'changed';
        }
        if (!content || by === undefined) {
          return 'unchanged';
        }
        const changed = await findingDesk.change(id, version, content, by);
        return changed.version === version ? 'unchanged' : 'changed';
      };
      const items: AnswerOf<'changeFindings', 200>['items'] = [];
      for (const id of new Set(ids)) {
        try {
          const outcome = await audited(
            auditor,
            {
              eventId: 'finding-update',
              request: req,
              meta: { findingId: id, fields: Object.keys(change), status },
            },
            () => changeOne(id),
          );
          items.push({ id, outcome });
        } catch (error) {
          items.push({ id, outcome: 'refused', message: refusalOf(error) });
        }
      }
      res.json({ items });
    },
  );

  async function takeStep(
    req: AnyRequest,
    found: FoundFinding,
    version: number,
    step: FindingStep,
    change?: FindingContentChange,
  ): Promise<void> {
    const by = await assertMayStep(req, found, step.status);
    await findingDesk.step(found.finding.id, version, step, by, change);
  }

  /** Steps that don't exist are the desk's to refuse. */
  async function assertMayStep(
    req: AnyRequest,
    found: FoundFinding,
    status: FindingStep['status'],
  ): Promise<string> {
    const step = findingTransitions(found.finding.status).find(
      ({ to }) => to === status,
    );
    return findingAccess.assertMay(
      req,
      step?.needs === 'verify'
        ? performanceFindingVerifyPermission
        : performanceFindingUpdatePermission,
      found,
    );
  }

  async function assertMayChange(
    req: AnyRequest,
    found: FoundFinding,
    fields: string[],
  ): Promise<string> {
    const isPlanning = fields.every(field => PLANNED.has(field));
    return findingAccess.assertMay(
      req,
      isPlanning
        ? performanceFindingUpdatePermission
        : performanceFindingVerifyPermission,
      found,
    );
  }

  async function originalOf(
    req: AnyRequest,
    findingId: string | undefined,
  ): Promise<number | undefined> {
    if (findingId === undefined) {
      return undefined;
    }
    const id = parseRowId(findingId.replace(/^F-/i, ''));
    return id === undefined
      ? undefined
      : (await findingAccess.find(req, findingId)).finding.id;
  }

  async function affectedIds(
    req: AnyRequest,
    refs: string[],
  ): Promise<number[]> {
    const ids: number[] = [];
    for (const ref of refs) {
      ids.push((await findingAccess.findEntity(req, ref)).entity.id);
    }
    return ids;
  }

  /** Those that the caller may not see stay as they are. */
  async function affectedAfter(
    req: AnyRequest,
    { finding }: FoundFinding,
    refs: string[],
  ): Promise<number[]> {
    const [summary] = await findingPresenter.list(req, [finding]);
    const shown = await affectedIds(
      req,
      summary.affected.map(({ entityRef }) => entityRef),
    );
    const [home, ...others] = finding.entityIds;
    return [
      home,
      ...(await affectedIds(req, refs)),
      ...others.filter(id => !shown.includes(id)),
    ].filter((id, index, all) => all.indexOf(id) === index);
  }
}

function readChange(
  input: Omit<BodyOf<'updateFinding'>, 'version' | 'affected'>,
): FindingContentChange {
  const { title, owner, dueDate, effort, links, ...rest } = input;
  return {
    ...rest,
    ...(title !== undefined && { title: readTitle(title) }),
    ...(effort !== undefined && { effort: effort ?? undefined }),
    ...(owner !== undefined && {
      owner: owner === null ? undefined : readOwner(owner),
    }),
    ...(dueDate !== undefined && {
      dueDate: dueDate === null ? undefined : readDay(dueDate),
    }),
    ...(links && { links: links.map(readLink) }),
  };
}

const REFUSALS = [
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  InputError.name,
];

/** @throws the error where it doesn't say why one of many was refused, but that something broke. */
function refusalOf(error: unknown): string {
  const { name, message } = Object(error);
  if (REFUSALS.includes(name)) {
    return String(message);
  }
  throw error;
}
