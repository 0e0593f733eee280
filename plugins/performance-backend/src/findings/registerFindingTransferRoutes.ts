import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { audited } from '../service/audited';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingImporter } from './FindingImporter';
import { FindingPresenter } from './FindingPresenter';
import { FindingStore } from './FindingStore';
import { findingsToCsv, findingToItem } from './findingsToCsv';
import { readCsvItems } from './readCsvItems';
import { readFindingFilter } from './registerFindingListRoutes';
import { TransferItem, TransferProblem } from './transferItem';

type AnyRequest = Request<any, any, any, any, any>;
type Import = AnswerOf<'importFindings', 200>;

const MOST_EXPORTED = 10_000;
const MOST_IMPORTED = 1000;

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
  const { auditor, findingAccess, findingPresenter } = options;
  const { findingStore, clock } = options;
  const importer = new FindingImporter(options);

  router.get<
    PathOf<'exportFindings'>,
    unknown,
    never,
    QueryOf<'exportFindings'>
  >('/finding-exports/:format', async (req, res) => {
    const findings = await findingStore.list(
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
      const { fresh, ...plan } = await importer.plan(req, readBody(req));
      if (dryRun || plan.problems.length > 0) {
        res.json({
          created:
            plan.problems.length > 0
              ? []
              : fresh.map(({ line, input: { title } }) => ({ line, title })),
          ...plan,
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
        () => importer.record(fresh),
        findings => ({ findingIds: findings.map(({ id }) => id ?? '') }),
      );
      res.json({ created, ...plan });
    },
  );
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
