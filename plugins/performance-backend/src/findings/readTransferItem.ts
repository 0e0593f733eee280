import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  FindingLink,
  RISK_GRADES,
} from '@perf-governance/plugin-performance-common';
import {
  NewFindingInput,
  readDay,
  readLink,
  readOwner,
  readTitle,
} from './readFinding';
import {
  REQUIRED_COLUMNS,
  TRANSFER_COLUMNS,
  TransferItem,
  TransferProblem,
} from './transferItem';

const LINK_TYPES: readonly FindingLink['type'][] = [
  'issue',
  'pull-request',
  'adr',
  'run',
  'other',
];

const LONGEST_REF = 500;
const LONGEST_TEXT = 20_000;
const MOST_IN_LIST = 50;

/** A new finding, as far as an item tells of one. */
type PartialInput = Partial<Omit<NewFindingInput, 'entityRef' | 'affected'>> & {
  entityRef?: string;
  affected?: string[];
};

/**
 * Reads an item of a file, by the same rules as a new finding.
 *
 * @returns what could be read, and all that is wrong with it.
 */
export function readTransferItem({ line, fields }: TransferItem): {
  input: PartialInput;
  problems: TransferProblem[];
} {
  const problems: TransferProblem[] = [];
  const complain = (column: string, message: string) => {
    problems.push({ line, column, message });
    return undefined;
  };
  const known: readonly string[] = TRANSFER_COLUMNS;
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) {
      complain(name, `There is no field '${name}'`);
    }
  }
  for (const name of REQUIRED_COLUMNS) {
    if (fields[name] === undefined || fields[name] === null) {
      complain(name, `'${name}' is missing`);
    }
  }
  /** Undefined where it isn't given, or isn't right. */
  const read = <T>(
    name: string,
    longest: number,
    of: (value: string) => T,
  ): T | undefined => {
    const value = fields[name];
    if (value === undefined || value === null) {
      return undefined;
    }
    try {
      return of(readText(value, longest));
    } catch (error) {
      return complain(name, messageOf(error));
    }
  };
  const readList = <T>(
    name: string,
    of: (value: unknown) => T,
  ): T[] | undefined => {
    const values = fields[name];
    if (values === undefined || values === null) {
      return undefined;
    }
    if (!Array.isArray(values)) {
      return complain(name, 'It has to be a list');
    }
    if (values.length > MOST_IN_LIST) {
      return complain(
        name,
        `It has ${values.length} items, at most ${MOST_IN_LIST} are taken`,
      );
    }
    return values.flatMap(value => {
      try {
        return [of(value)];
      } catch (error) {
        complain(name, messageOf(error));
        return [];
      }
    });
  };
  const asItIs = (value: string) => value;
  const input: PartialInput = {
    externalId: read('externalId', 200, asItIs),
    entityRef: read('entityRef', LONGEST_REF, readEntityRef),
    affected: readList('affected', value =>
      readEntityRef(readText(value, LONGEST_REF)),
    ),
    title: read('title', 200, readTitle),
    description: read('description', LONGEST_TEXT, asItIs),
    category: read('category', 100, oneOf(FINDING_CATEGORIES)),
    severity: read('severity', 100, oneOf(RISK_GRADES)),
    likelihood: read('likelihood', 100, oneOf(RISK_GRADES)),
    recommendation: read('recommendation', LONGEST_TEXT, asItIs),
    effort: read('effort', 100, oneOf(FINDING_EFFORTS)),
    owner: read('owner', LONGEST_REF, value => readOwner(value.trim())),
    dueDate: read('dueDate', 100, value => readDay(value.trim())),
    links: readList('links', readTransferLink),
  };
  return { input, problems };
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** @throws Error for what isn't text, too long, or nothing that PostgreSQL takes. */
function readText(value: unknown, longest: number): string {
  if (typeof value !== 'string') {
    throw new Error('It has to be text');
  }
  if (value.length > longest) {
    throw new Error(
      `It has ${value.length} characters, at most ${longest} are taken`,
    );
  }
  if (value.includes('\0')) {
    throw new Error('It holds a NUL character: leave it out');
  }
  return value;
}

function oneOf<T extends string>(values: readonly T[]): (value: string) => T {
  return text => {
    const found = values.find(value => value === text.trim());
    if (!found) {
      throw new Error(`'${text.trim()}' isn't one of ${values.join(', ')}`);
    }
    return found;
  };
}

function readEntityRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new Error(
      `'${text}' isn't the ref of an entity, e.g. component:default/pay`,
    );
  }
}

function readTransferLink(value: unknown): FindingLink {
  const { type, url, title } = Object(value);
  if (typeof url !== 'string' || !LINK_TYPES.includes(type)) {
    throw new Error(
      `A link needs a 'url' and one of the types ${LINK_TYPES.join(', ')}`,
    );
  }
  return readLink({
    type,
    url: readText(url, 2000),
    ...(title && { title: readText(title, 200) }),
  });
}
