import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { performanceFindingCreatePermission } from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingPresenter } from './FindingPresenter';
import { FindingStore } from './FindingStore';
import { findingsToCsv, findingToItem } from './findingsToCsv';
import { readCsvItems } from './readCsvItems';
import { NewFindingInput, readFindingContent } from './readFinding';
import { readTransferItem } from './readTransferItem';
import { readFindingFilter } from './registerFindingListRoutes';
import { TransferItem, TransferProblem } from './transferItem';

type AnyRequest = Request<any, any, any, any, any>;
type Import = AnswerOf<'importFindings', 200>;

const MOST_EXPORTED = 10_000;
const MOST_IMPORTED = 1000;

interface Candidate {
  line: number;
  input: NewFindingInput;
  entityIds: number[];
  by: string;
}

/** Findings out of and into files. */
export function registerFindingTransferRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    findingAccess: FindingAccess;
    findingDesk: FindingDesk;
    findingPresenter: FindingPresenter;
    findingStore: FindingStore;
    clock: () => Date;
  },
): void {
  const { auditor, findingAccess, findingDesk, findingPresenter } = options;
  const { findingStore, clock } = options;

  router.get<
    PathOf<'exportFindings'>,
    unknown,
    never,
    QueryOf<'exportFindings'>
  >('/finding-exports/:format', async (req, res) => {
    const { items: findings } = await findingStore.list(
      {
        ...(await readFindingFilter(req, findingAccess)),
        sort: 'age',
        limit: MOST_EXPORTED,
        offset: 0,
      },
      await findingAccess.restriction(req),
      clock(),
    );
    const shown = await findingPresenter.list(req, findings);
    const affected = new Map(shown.map(({ id, affected: refs }) => [id, refs]));
    const items = findings.map(finding =>
      findingToItem(
        finding,
        (affected.get(String(finding.id)) ?? []).map(
          ({ entityRef }) => entityRef,
        ),
      ),
    );
    const { format } = req.params;
    res.setHeader(
      'content-disposition',
      `attachment; filename="findings.${format}"`,
    );
    if (format === 'csv') {
      res.type('text/csv').send(findingsToCsv(items));
    } else {
      res.json({ findings: items });
    }
  });

  router.post<{}, Import, unknown, QueryOf<'importFindings'>>(
    '/finding-imports',
    async (req, res) => {
      const dryRun = req.query.dryRun ?? false;
      const { candidates, problems } = await check(req, readBody(req));
      const known = await findingStore.findExternal(
        candidates.flatMap(({ input }) => input.externalId ?? []),
      );
      const skipped = candidates.flatMap(({ line, input }) => {
        const id = known.get(input.externalId ?? '');
        return id === undefined
          ? []
          : [{ line, title: input.title, id: String(id) }];
      });
      const fresh = candidates.filter(
        ({ input }) => !known.has(input.externalId ?? ''),
      );
      if (dryRun || problems.length > 0) {
        res.json({
          created:
            problems.length > 0
              ? []
              : fresh.map(({ line, input: { title } }) => ({ line, title })),
          skipped,
          problems,
        });
        return;
      }
      const created = await audited(
        auditor,
        {
          eventId: 'finding-import',
          request: req,
          meta: { findings: fresh.length },
        },
        () => record(fresh),
        findings => ({ findingIds: findings.map(({ id }) => id ?? '') }),
      );
      res.json({ created, skipped, problems });
    },
  );

  /** Whatever is wrong with any of them. */
  async function check(
    req: AnyRequest,
    read: { items: TransferItem[]; problems: TransferProblem[] },
  ) {
    const candidates: Candidate[] = [];
    const problems = [...read.problems];
    const lines = new Map<string, number>();
    for (const item of read.items) {
      const { line } = item;
      const { input, problems: own } = readTransferItem(item);
      const complain = (column: string, message: string) =>
        own.push({ line, column, message });
      if (input.externalId !== undefined) {
        const earlier = lines.get(input.externalId);
        if (earlier === undefined) {
          lines.set(input.externalId, line);
        } else {
          complain(
            'externalId',
            `The external id '${input.externalId}' is that of ${earlier}, too`,
          );
        }
      }
      const found = await entitiesOf(req, input, complain);
      problems.push(...own);
      if (own.length === 0) {
        candidates.push({ line, input: input as NewFindingInput, ...found });
      }
    }
    problems.sort((a, b) => a.line - b.line);
    return { candidates, problems };
  }

  async function entitiesOf(
    req: AnyRequest,
    { entityRef, affected = [] }: Partial<NewFindingInput>,
    complain: (column: string, message: string) => void,
  ): Promise<Pick<Candidate, 'entityIds' | 'by'>> {
    const entityIds: number[] = [];
    let by = '';
    const find = async (
      column: string,
      ref: string,
      permission?: ResourcePermission,
    ) => {
      try {
        const found = await findingAccess.findEntity(req, ref, permission);
        entityIds.push(found.entity.id);
        by = found.by;
      } catch (error) {
        const { name, message } = Object(error);
        if (name !== 'NotFoundError' && name !== 'NotAllowedError') {
          throw error;
        }
        complain(column, message);
      }
    };
    if (entityRef !== undefined) {
      await find('entityRef', entityRef, performanceFindingCreatePermission);
    }
    for (const ref of affected) {
      await find('affected', ref);
    }
    return { entityIds, by };
  }

  async function record(candidates: Candidate[]): Promise<Import['created']> {
    const [first] = candidates;
    if (!first) {
      return [];
    }
    const created = await findingDesk.createAll(
      candidates.map(({ input, entityIds }) => ({
        content: readFindingContent(input),
        entityIds,
        externalId: input.externalId,
      })),
      first.by,
    );
    return created.map(({ id, title }, index) => ({
      line: candidates[index].line,
      title,
      id: String(id),
    }));
  }
}

function readBody(req: AnyRequest): {
  items: TransferItem[];
  problems: TransferProblem[];
} {
  const read =
    typeof req.body === 'string' ? readCsvItems(req.body) : readJson(req.body);
  const tooMany = read.items.at(MOST_IMPORTED);
  return tooMany
    ? {
        items: [],
        problems: [
          {
            line: tooMany.line,
            message: `There are ${read.items.length} findings; at most ${MOST_IMPORTED} are taken at once`,
          },
        ],
      }
    : read;
}

function readJson(body: unknown) {
  const { findings } = Object(body);
  if (!Array.isArray(findings)) {
    throw new InputError('Send CSV, or JSON with a list of `findings`');
  }
  const items = findings.map((fields, index) => ({
    line: index + 1,
    fields: Object(fields),
  }));
  return { items, problems: [] };
}
