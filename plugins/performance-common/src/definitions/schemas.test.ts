import { JsonObject, JsonValue } from '@backstage/types';
import Ajv from 'ajv';
import { DEFINITION_SCHEMAS } from './definitionSchemas';

/** Every schema within a schema, with its JSON path. */
function* schemasOf(
  schema: JsonObject,
  path: string,
): Iterable<[path: string, schema: JsonObject]> {
  yield [path, schema];
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  for (const [name, property] of Object.entries(properties)) {
    yield* schemasOf(property, `${path}.${name}`);
  }
  if (schema.items) {
    yield* schemasOf(schema.items as JsonObject, `${path}[]`);
  }
}

describe.each(Object.entries(DEFINITION_SCHEMAS))(
  'the schema of %s',
  (kind, root) => {
    const schemas = [...schemasOf(root, kind)];

    it('is valid', () => {
      const ajv = new Ajv({ allowUnionTypes: true });
      expect(ajv.validateSchema(root)).toBe(true);
    });

    it('describes every field', () => {
      const fields = schemas.filter(
        ([path]) => path.includes('.spec.') && /\.\w+$/.test(path),
      );
      expect(fields.length).toBeGreaterThan(5);
      expect(
        fields.filter(([, { description }]) => typeof description !== 'string'),
      ).toEqual([]);
    });

    it('has examples that conform to it', () => {
      for (const [path, schema] of schemas) {
        const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
        for (const example of (schema.examples ?? []) as JsonValue[]) {
          expect([path, example, validate(example)]).toEqual([
            path,
            example,
            true,
          ]);
        }
      }
    });
  },
);
