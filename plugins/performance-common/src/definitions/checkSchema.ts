import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { DefinitionKind } from '../model';
import { DEFINITION_SCHEMAS } from './definitionSchemas';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readPointer } from './readPointer';
import { reportSchemaError } from './reportSchemaError';

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

/** What these say is wrong with a mapping or list leaves its parts worth reading. */
const ABOUT_THE_PARTS = [
  'required',
  'oneOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
];

/**
 * Checks a document against the JSON Schema of its kind, and takes out of it what the schema
 * refuses, so that the rest can be read for what else may be wrong: a refused field is left as
 * `undefined`, a refused element of a list as a hole. A required field may be missing, too.
 *
 * @param value - Changed in place.
 */
export function checkSchema(
  kind: DefinitionKind,
  value: object,
  reporter: ProblemReporter,
): void {
  const validate = validatorOf(kind);
  if (validate(value)) {
    return;
  }
  const errors = (validate.errors ?? []).filter(
    (error, _, all) => !isImplied(error, all),
  );
  for (const error of errors) {
    reportSchemaError(error, reporter);
  }
  for (const error of errors) {
    const path = readPointer(error.instancePath);
    if (error.keyword === 'additionalProperties') {
      takeOut(value, [...path, error.params.additionalProperty]);
    } else if (!ABOUT_THE_PARTS.includes(error.keyword)) {
      takeOut(value, path);
    }
  }
}

function takeOut(value: object, path: DocumentPath): void {
  let holder: unknown = value;
  for (const part of path.slice(0, -1)) {
    holder = Object(holder)[part];
  }
  const last = path[path.length - 1];
  if (Array.isArray(holder)) {
    delete holder[Number(last)];
  } else if (typeof holder === 'object' && holder !== null) {
    Object.assign(holder, { [last]: undefined });
  }
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
