import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  components,
  performanceFindingCreatePermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { Knex } from 'knex';
import { FindingAccess } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingRestriction } from './FindingStore';
import { NewFindingInput, readFindingContent } from './readFinding';
import { readTransferItem } from './readTransferItem';
import { FindingName, selectNamedFindings } from './selectNamedFindings';
import { TransferItem, TransferProblem } from './transferItem';

type AnyRequest = Request<any, any, any, any, any>;
type Import = components['schemas']['FindingImport'];

/** A finding of a file that nothing is wrong with. */
interface Candidate {
  line: number;
  input: NewFindingInput;
  /** The one that it is to belong to first. */
  entityIds: number[];
  by: string;
}

/** What is to come of a file. */
interface ImportPlan extends Pick<Import, 'skipped' | 'alike' | 'problems'> {
  /** To be recorded. */
  fresh: Candidate[];
}

/** Records findings of files, after finding out what would come of it. */
export class FindingImporter {
  constructor(
    private readonly options: {
      knex: Knex;
      findingAccess: FindingAccess;
      findingDesk: FindingDesk;
    },
  ) {}

  async plan(
    req: AnyRequest,
    read: { items: TransferItem[]; problems: TransferProblem[] },
  ): Promise<ImportPlan> {
    const { candidates, problems } = await this.#check(req, read);
    const restrict = await this.options.findingAccess.restriction(req);
    const { skipped, fresh } = await this.#skipKnown(candidates, restrict);
    const alike = await this.#findAlike(fresh, restrict);
    return { skipped, fresh, alike, problems };
  }

  /** Records all of them or none. */
  async record(fresh: Candidate[]): Promise<Import['created']> {
    const [first] = fresh;
    if (!first) {
      return [];
    }
    const created = await this.options.findingDesk.createAll(
      fresh.map(({ input, entityIds }) => ({
        content: readFindingContent(input),
        entityIds,
        externalId: input.externalId,
      })),
      first.by,
    );
    return created.map(({ id, title }, index) => ({
      line: fresh[index].line,
      title,
      id: String(id),
    }));
  }

  /** Whatever is wrong with any of them. */
  async #check(
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
        const key = `${input.entityRef} ${input.externalId}`;
        const earlier = lines.get(key);
        if (earlier === undefined) {
          lines.set(key, line);
        } else {
          complain(
            'externalId',
            `The external id '${input.externalId}' is that of line ${earlier}, too`,
          );
        }
      }
      const found = await this.#entitiesOf(req, input, complain);
      problems.push(...own);
      if (own.length === 0) {
        candidates.push({ line, input: input as NewFindingInput, ...found });
      }
    }
    problems.sort((a, b) => a.line - b.line);
    return { candidates, problems };
  }

  async #entitiesOf(
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
        const found = await this.options.findingAccess.findEntity(
          req,
          ref,
          permission,
        );
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

  /** Leaves out those that their entity has under their external id; numbers are told to who may see the finding. */
  async #skipKnown(candidates: Candidate[], restrict: FindingRestriction) {
    const { knex } = this.options;
    const names = candidates.flatMap(({ input, entityIds: [entityId] }) =>
      input.externalId === undefined
        ? []
        : [{ entityId, name: input.externalId }],
    );
    const known = byName(await selectNamedFindings(knex, 'external_id', names));
    const seen = byName(
      await selectNamedFindings(knex, 'external_id', names, restrict),
    );
    const skipped: Import['skipped'] = [];
    const fresh: Candidate[] = [];
    for (const candidate of candidates) {
      const { line, input, entityIds } = candidate;
      const key = nameKey(entityIds[0], input.externalId ?? '');
      if (known.has(key)) {
        const id = seen.get(key);
        skipped.push({
          line,
          title: input.title,
          ...(id !== undefined && { id: String(id) }),
        });
      } else {
        fresh.push(candidate);
      }
    }
    return { skipped, fresh };
  }

  /** Those whose title a finding of the same entity has that the caller may see, or an earlier one of the file. */
  async #findAlike(
    fresh: Candidate[],
    restrict: FindingRestriction,
  ): Promise<Import['alike']> {
    const names = fresh.map(({ input, entityIds: [entityId] }) => ({
      entityId,
      name: input.title,
    }));
    const known = byName(
      await selectNamedFindings(this.options.knex, 'title', names, restrict),
    );
    const lines = new Map<string, number>();
    return fresh.flatMap(({ line, input: { title }, entityIds }) => {
      const key = nameKey(entityIds[0], title);
      const id = known.get(key);
      const earlierLine = lines.get(key);
      lines.set(key, earlierLine ?? line);
      return id === undefined && earlierLine === undefined
        ? []
        : [
            {
              line,
              title,
              ...(id !== undefined && { id: String(id) }),
              ...(earlierLine !== undefined && { earlierLine }),
            },
          ];
    });
  }
}

function byName(found: (FindingName & { id: number })[]): Map<string, number> {
  return new Map(
    // The newest is first, and so has to be the last to be set.
    found
      .reverse()
      .map(({ entityId, name, id }) => [nameKey(entityId, name), id]),
  );
}

function nameKey(entityId: number, name: string): string {
  return `${entityId} ${name}`;
}
