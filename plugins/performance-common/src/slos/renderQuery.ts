import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';

/**
 * A query for one entity, or what the entity lacks for it.
 *
 * @public
 */
export type RenderedQuery =
  | { query: string }
  | {
      problem: {
        /** `missing-field`, or `unsafe-field` where a value can't stand where the query has it. */
        code: 'missing-field' | 'unsafe-field';
        /** As the query names it. */
        field: string;
        message: string;
      };
    };

/** Not greedy: a template ends at the first pair of braces. */
const TEMPLATE = /\{\{\s*(.*?)\s*\}\}/gs;

/** `entity.metadata.name`, `entity.metadata.annotations['example.com/name']`. */
const FIELD = /^entity(?:\.[A-Za-z_][\w-]*|\[(?:'[^']*'|"[^"]*")\])+$/;

const FIELD_STEP = /\.([A-Za-z_][\w-]*)|\['([^']*)'\]|\["([^"]*)"\]/g;

/** What can stand in PromQL without quotes: part of a name, or a number. */
const BARE = /^[A-Za-z0-9_:.]+$/;

/** Of RE2, which PromQL's expressions are of. */
const EXPRESSION_CHARACTERS = /[\\.+*?()|[\]{}^$]/g;

/** Where in a query a template stands. */
interface Surroundings {
  /** The quote of the string it is in. */
  quote?: string;
  /** Whether that string is an expression. */
  expression: boolean;
}

/**
 * Puts the fields of an entity into a query, and the length of a step where Sloth's `{{.window}}` is.
 * Values come out as PromQL's strings hold them, behind `=~` and `!~` as expressions that match just
 * them.
 *
 * @param window - As PromQL writes it, `5m`.
 * @public
 */
export function renderQuery(
  query: string,
  entity: Entity | undefined,
  window: string,
): RenderedQuery {
  let rendered = '';
  let copied = 0;
  let surroundings: Surroundings = { expression: false };
  for (const { 0: template, 1: field, index } of query.matchAll(TEMPLATE)) {
    const literal = query.slice(copied, index);
    surroundings = after(literal, surroundings);
    rendered += literal;
    copied = index + template.length;
    if (field === '.window') {
      rendered += window;
      continue;
    }
    const value = entity && FIELD.test(field) ? fieldOf(entity, field) : '';
    if (value === '') {
      return problem('missing-field', field, `The entity has no "${field}".`);
    }
    const written = write(value, surroundings);
    if (written === undefined) {
      return problem(
        'unsafe-field',
        field,
        `The entity's "${field}" can't stand in the query there: "${value}".`,
      );
    }
    rendered += written;
  }
  return { query: rendered + query.slice(copied) };
}

function problem(
  code: 'missing-field' | 'unsafe-field',
  field: string,
  message: string,
): RenderedQuery {
  return { problem: { code, field, message } };
}

function fieldOf(entity: Entity, field: string): string {
  let value: unknown = entity;
  for (const [, name, single, double] of field.matchAll(FIELD_STEP)) {
    const key = name ?? single ?? double;
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  if (value === undefined && field === 'entity.metadata.namespace') {
    return DEFAULT_NAMESPACE;
  }
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value)
    : '';
}

/** Follows PromQL's strings through a piece of a query. */
function after(literal: string, before: Surroundings): Surroundings {
  let { quote, expression } = before;
  for (let index = 0; index < literal.length; index++) {
    const character = literal[index];
    if (quote === undefined && '"\'`'.includes(character)) {
      quote = character;
      expression = /[=!]~\s*$/.test(literal.slice(0, index));
    } else if (quote !== undefined && quote !== '`' && character === '\\') {
      index++;
    } else if (character === quote) {
      quote = undefined;
    }
  }
  return { quote, expression };
}

function write(
  value: string,
  { quote, expression }: Surroundings,
): string | undefined {
  if (quote === undefined) {
    return BARE.test(value) ? value : undefined;
  }
  const text = expression
    ? value.replace(EXPRESSION_CHARACTERS, '\\$&')
    : value;
  if (quote === '`') {
    return text.includes('`') ? undefined : text;
  }
  return text
    .replace(/\\/g, '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, '\\n');
}
