import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { DefinitionKind } from '../model';
import { didYouMean } from './didYouMean';
import { DefinitionRule } from './definitionRules';
import { DEFINITION_SCHEMAS } from './definitionSchemas';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

const validators = new Map<DefinitionKind, ValidateFunction>();

function validatorOf(kind: DefinitionKind): ValidateFunction {
  let validator = validators.get(kind);
  if (!validator) {
    // Compiled on first use: it takes longer than validating a whole file.
    validator = new Ajv({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
    }).compile(DEFINITION_SCHEMAS[kind]);
    validators.set(kind, validator);
  }
  return validator;
}

/**
 * Checks a document against the JSON Schema of its kind.
 *
 * @returns Whether it conforms.
 */
export function checkSchema(
  kind: DefinitionKind,
  value: unknown,
  reporter: ProblemReporter,
): boolean {
  const validate = validatorOf(kind);
  if (validate(value)) {
    return true;
  }
  const errors = validate.errors ?? [];
  for (const error of errors) {
    if (!isImplied(error, errors)) {
      report(error, reporter);
    }
  }
  return false;
}

/**
 * What is wrong with each alternative is told by the error of the alternatives together, and a
 * misspelt one is told by itself.
 */
function isImplied(error: ErrorObject, errors: ErrorObject[]): boolean {
  return (
    /\/oneOf\/\d+\//.test(error.schemaPath) ||
    (error.keyword === 'oneOf' &&
      errors.some(
        ({ keyword, instancePath }) =>
          keyword === 'additionalProperties' &&
          instancePath === error.instancePath,
      ))
  );
}

function report(error: ErrorObject, reporter: ProblemReporter): void {
  const path = pathOf(error.instancePath);
  const name = path.length === 0 ? 'The document' : `'${fieldName(path)}'`;
  switch (error.keyword) {
    case 'additionalProperties': {
      const field: string = error.params.additionalProperty;
      const known = Object.keys(error.parentSchema?.properties ?? {});
      const hint =
        didYouMean(field, known) || ` Known are ${known.join(', ')}.`;
      reporter.errorAtKey(
        'unknown-field',
        [...path, field],
        `Unknown field '${field}'.${hint}`,
      );
      break;
    }
    case 'required':
      reporter.error(
        'missing-field',
        path,
        `${name} lacks the field '${error.params.missingProperty}'.`,
      );
      break;
    case 'type':
      reporter.error(
        'wrong-type',
        path,
        `${name} must be ${typeNames(error.params.type)}${
          String(error.params.type) === 'string' &&
          ['number', 'boolean'].includes(typeof error.data)
            ? '; write it in quotes if it is meant as text.'
            : '.'
        }`,
      );
      break;
    case 'const':
      reporter.error(
        'unsupported-api-version',
        path,
        `${name} must be '${error.params.allowedValue}', not '${error.data}'.`,
      );
      break;
    case 'oneOf': {
      const fields = (error.schema as { required: string[] }[]).flatMap(
        alternative => alternative.required,
      );
      reporter.error(
        'exactly-one',
        path,
        `${name} must have exactly one of ${fields.join(', ')}.`,
      );
      break;
    }
    case 'enum':
      reporter.error(
        'invalid-value',
        path,
        `${name} must be one of ${error.params.allowedValues.join(
          ', ',
        )}, not '${error.data}'.${didYouMean(
          String(error.data),
          error.params.allowedValues,
        )}`,
      );
      break;
    case 'pattern':
      reporter.error(
        ruleOf(path),
        path,
        `${name} doesn’t have the right form. ${
          error.parentSchema?.description ?? ''
        }`.trim(),
      );
      break;
    default:
      reporter.error(
        'invalid-value',
        path,
        `${name} ${error.message ?? 'is invalid'}.`,
      );
  }
}

function ruleOf(path: DocumentPath): DefinitionRule {
  return path[path.length - 1] === 'name' ? 'invalid-name' : 'invalid-value';
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  integer: 'a whole number',
};

function typeNames(types: string | string[]): string {
  return [types]
    .flat()
    .map(type => TYPE_NAMES[type] ?? type)
    .join(' or ');
}

/** RFC 6901. */
function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
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
