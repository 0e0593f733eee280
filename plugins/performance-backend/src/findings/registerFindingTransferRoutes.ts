import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { performanceFindingCreatePermission } from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { audited } from '../service/audited';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingPresenter } from './FindingPresenter';
import { FindingStore } from './FindingStore';
import {
  findingToItem,
  itemsToCsv,
  readCsvItems,
  readItem,
  sizeProblem,
  TransferItem,
  TransferProblem,
} from './findingTransfer';
import { NewFindingInput, readFindingContent } from './readFinding';
import { readFindingFilter } from './registerFindingListRoutes';

type AnyRequest = Request<any, any, any, any, any>;
type Import = AnswerOf<'importFindings', 200>;

const MOST_EXPORTED = 10_000;

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
    knex: Knex;
    clock: () => Date;
  },
): void {
  const { auditor, findingAccess, findingDesk, findingPresenter } = options;
  const { findingStore, knex, clock } = options;

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
      res.type('text/csv').send(itemsToCsv(items));
    } else {
      res.json({ findings: items });
    }
  });

  router.post<{}, Import, unknown, QueryOf<'importFindings'>>(
    '/finding-imports',
    async (req, res) => {
      const dryRun = req.query.dryRun ?? false;
      const read = readBody(req);
      if ('problems' in read) {
        res.json({ created: [], skipped: [], problems: read.problems });
        return;
      }
      const { candidates, problems } = await check(req, read.items);
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
  async function check(req: AnyRequest, items: TransferItem[]) {
    const candidates: Candidate[] = [];
    const problems: TransferProblem[] = [];
    const lines = new Map<string, number>();
    for (const item of items) {
      const { line } = item;
      const read = readItem(item);
      if ('problems' in read) {
        problems.push(...read.problems);
        continue;
      }
      const { input } = read;
      const earlier = input.externalId && lines.get(input.externalId);
      if (earlier) {
        problems.push({
          line,
          column: 'externalId',
          message: `The external id '${input.externalId}' is that of ${earlier}, too`,
        });
      } else if (input.externalId) {
        lines.set(input.externalId, line);
      }
      const found = await entitiesOf(req, input, (column, message) =>
        problems.push({ line, column, message }),
      );
      if (found) {
        candidates.push({ line, input, ...found });
      }
    }
    return { candidates, problems };
  }

  async function entitiesOf(
    req: AnyRequest,
    { entityRef, affected = [] }: NewFindingInput,
    complain: (column: string, message: string) => void,
  ): Promise<Pick<Candidate, 'entityIds' | 'by'> | undefined> {
    const entityIds: number[] = [];
    let by = '';
    for (const [index, ref] of [entityRef, ...affected].entries()) {
      const column = index === 0 ? 'entityRef' : 'affected';
      try {
        const found = await findingAccess.findEntity(
          req,
          ref,
          index === 0 ? performanceFindingCreatePermission : undefined,
        );
        entityIds.push(found.entity.id);
        by = found.by;
      } catch (error) {
        const { name, message } = Object(error);
        if (name !== 'NotFoundError' && name !== 'NotAllowedError') {
          throw error;
        }
        complain(column, message);
        return undefined;
      }
    }
    return { entityIds, by };
  }

  async function record(candidates: Candidate[]): Promise<Import['created']> {
    return knex.transaction(async tx => {
      const created: Import['created'] = [];
      for (const { line, input, entityIds, by } of candidates) {
        const { externalId } = input;
        const { id, title } = await findingDesk.create(
          readFindingContent(input),
          entityIds,
          { by, origin: { externalId } },
          tx,
        );
        created.push({ line, title, id: String(id) });
      }
      return created;
    });
  }
}

function readBody(
  req: AnyRequest,
): { items: TransferItem[] } | { problems: TransferProblem[] } {
  let items: TransferItem[];
  if (typeof req.body === 'string') {
    const read = readCsvItems(req.body);
    if ('problems' in read) {
      return read;
    }
    items = read.items;
  } else {
    const findings: unknown = req.body?.findings;
    if (!Array.isArray(findings)) {
      throw new InputError('Send CSV, or JSON with a list of `findings`');
    }
    items = findings.map((fields, index) => ({
      line: index + 1,
      fields: Object(fields),
    }));
  }
  const problems = sizeProblem(items);
  return problems.length > 0 ? { problems } : { items };
}
