import { ErrorObject } from 'ajv';
import { parseDuration } from '../units';
import { didYouMean } from './didYouMean';
import { DefinitionRule } from './definitionRules';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readPointer } from './readPointer';

/** Reports what a schema found wrong, in the words of who wrote the document. */
export function reportSchemaError(
  error: ErrorObject,
  reporter: ProblemReporter,
): void {
  const path = readPointer(error.instancePath);
  const name = path.length === 0 ? 'The document' : `'${fieldName(path)}'`;
  if (error.keyword === 'additionalProperties') {
    const field: string = error.params.additionalProperty;
    const known = Object.keys(error.parentSchema?.properties ?? {});
    const hint = didYouMean(field, known) || ` Known are ${known.join(', ')}.`;
    reporter.errorAtKey(
      'unknown-field',
      [...path, field],
      `Unknown field '${field}'.${hint}`,
    );
    return;
  }
  reporter.error(ruleOf(error, path), path, `${name} ${describe(error, path)}`);
}

function ruleOf({ keyword }: ErrorObject, path: DocumentPath): DefinitionRule {
  switch (keyword) {
    case 'required':
      return 'missing-field';
    case 'type':
      return 'wrong-type';
    case 'const':
      return 'unsupported-api-version';
    case 'oneOf':
      return 'exactly-one';
    default:
      return keyword === 'pattern' && path[path.length - 1] === 'name'
        ? 'invalid-name'
        : 'invalid-value';
  }
}

/** The rest of a sentence that begins with the name of what is wrong. */
function describe(error: ErrorObject, path: DocumentPath): string {
  const { keyword, params, data, parentSchema } = error;
  switch (keyword) {
    case 'required':
      return `lacks the field '${params.missingProperty}'.`;
    case 'type':
      return describeType(error);
    case 'const':
      return `must be '${params.allowedValue}', not '${data}'.`;
    case 'oneOf': {
      const fields = (error.schema as { required: string[] }[]).flatMap(
        alternative => alternative.required,
      );
      return `must have exactly one of ${fields.join(', ')}.`;
    }
    case 'enum':
      return `must be one of ${params.allowedValues.join(
        ', ',
      )}, not '${data}'.${didYouMean(String(data), params.allowedValues)}`;
    case 'pattern':
      return `doesn’t have the right form. ${
        parentSchema?.description ?? ''
      }`.trim();
    case 'minItems':
    case 'minProperties':
      return `needs at least ${
        params.limit === 1 ? 'one' : params.limit
      } ${partName(path, params.limit)}.`;
    case 'maxItems':
    case 'maxProperties':
      return `may have at most ${params.limit} ${partName(
        path,
        params.limit,
      )}, not ${Object.keys(data as object).length}.`;
    case 'uniqueItems':
      return `holds the same ${partName(path, 1)} twice.`;
    case 'minLength':
      return 'must not be empty.';
    case 'maxLength':
      return `may have at most ${params.limit} characters, not ${
        String(data).length
      }.`;
    case 'minimum':
      return `must be at least ${params.limit}, not ${data}.`;
    case 'maximum':
      return `must be at most ${params.limit}, not ${data}.`;
    case 'exclusiveMinimum':
      return `must be more than ${params.limit}, not ${data}.`;
    default:
      return `${error.message ?? 'is invalid'}.`;
  }
}

function describeType({ params, data, parentSchema }: ErrorObject): string {
  const isScalar = ['number', 'boolean'].includes(typeof data);
  if (params.type !== 'string' || !isScalar) {
    return `must be ${typeNames(params.type)}.`;
  }
  const example: unknown = parentSchema?.examples?.[0];
  return isDuration(example)
    ? `must be a length of time; write a duration, e.g. \`${example}\`.`
    : 'must be text; write it in quotes if it is meant as text.';
}

/** The examples of a field in its schema say which kind of text it takes. */
function isDuration(text: unknown): text is string {
  if (typeof text !== 'string') {
    return false;
  }
  try {
    return parseDuration(text) > 0;
  } catch {
    return false;
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function typeNames(types: string | string[]): string {
  return [types]
    .flat()
    .map(type => TYPE_NAMES[type] ?? type)
    .join(' or ');
}

/** What a mapping or list holds, after its own name where that is a plural. */
function partName(path: DocumentPath, count: number): string {
  const field = String(path[path.length - 1] ?? '');
  const singular = /[^s]s$/.test(field) ? field.slice(0, -1) : 'entry';
  const plural = singular === 'entry' ? 'entries' : field;
  return count === 1 ? singular : plural;
}

function fieldName(path: DocumentPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}
