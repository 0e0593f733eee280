import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf } from '../service/operationTypes';
import { FindingAccess } from './FindingAccess';
import { FindingDesk, FindingWish } from './FindingDesk';
import { FindingRights } from './FindingRights';
import { readFindingChange } from './readFindingChange';

type Outcome = 'changed' | 'unchanged' | Error;

/** Changing many findings at once. */
export function registerFindingBulkRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    findingAccess: FindingAccess;
    findingDesk: FindingDesk;
  },
): void {
  const { auditor, findingAccess, findingDesk } = options;
  const rights = new FindingRights(findingAccess);

  router.post<{}, AnswerOf<'changeFindings', 200>, BodyOf<'changeFindings'>>(
    '/finding-changes',
    async (req, res) => {
      const ids = [...new Set(req.body.ids)];
      const { change } = req.body;
      const changing = changeAll();
      const items: AnswerOf<'changeFindings', 200>['items'] = [];
      for (const id of ids) {
        try {
          const outcome = await audited(
            auditor,
            {
              eventId: 'finding-update',
              request: req,
              meta: {
                findingId: id,
                fields: Object.keys(change),
                status: change.status,
              },
            },
            async () => doneOf((await changing).get(id)),
          );
          items.push({ id, outcome });
        } catch (error) {
          const { message } = refusalOf(error);
          items.push({ id, outcome: 'refused', message });
        }
      }
      res.json({ items });

      /** Those that the caller may change, together, so that people are told of them once. */
      async function changeAll(): Promise<Map<string, Outcome>> {
        const wishes = new Map<number, FindingWish>();
        const refused = new Map<string, Error>();
        const numbers = new Map<string, number>();
        for (const id of ids) {
          try {
            const wish = await wishOf(id);
            wishes.set(wish.id, wish);
            numbers.set(id, wish.id);
          } catch (error) {
            refused.set(id, refusalOf(error));
          }
        }
        const outcomes = await findingDesk.changeAll(
          [...wishes.values()],
          refusalOf,
        );
        return new Map(
          ids.flatMap((id): [string, Outcome][] => {
            const outcome =
              refused.get(id) ?? outcomes.get(numbers.get(id) ?? -1);
            return outcome ? [[id, outcome]] : [];
          }),
        );
      }

      async function wishOf(findingId: string): Promise<FindingWish> {
        const { status, note, duplicateOf, ...input } = change;
        const found = await findingAccess.find(req, findingId);
        const { id, version } = found.finding;
        const wish: FindingWish = { id, version, by: '' };
        const fields = Object.keys(input);
        if (fields.length > 0) {
          wish.change = readFindingChange(input);
          wish.by = await rights.assertMayChange(req, found, fields);
        }
        if (status && status !== found.finding.status) {
          wish.step = {
            status,
            note,
            duplicateOf: await rights.originalOf(req, duplicateOf),
          };
          wish.by = await rights.assertMayStep(req, found, status);
        }
        return wish;
      }
    },
  );
}

function doneOf(outcome: Outcome | undefined): 'changed' | 'unchanged' {
  if (outcome instanceof Error) {
    throw outcome;
  }
  return outcome ?? 'unchanged';
}

const REFUSALS = [
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  InputError.name,
];

/** @throws the error where it doesn't say why one of many was refused, but that something broke. */
function refusalOf(error: unknown): Error {
  if (error instanceof Error && REFUSALS.includes(error.name)) {
    return error;
  }
  throw error;
}
