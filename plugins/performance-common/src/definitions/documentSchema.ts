import { JsonObject } from '@backstage/types';
import { DEFINITION_API_VERSION, DefinitionKind } from '../model';

const metadataSchema: JsonObject = {
  type: 'object',
  description: 'What it is called.',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      description:
        'Identifies it among the definitions of the same kind in the same layer: letters, digits, and `-`, `_` or `.` between them; at most 63 characters.',
      pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
      maxLength: 63,
      examples: ['checkout-latency'],
    },
    title: {
      type: 'string',
      description: 'What people see.',
      minLength: 1,
      examples: ['Checkout response time'],
    },
    description: {
      type: 'string',
      description: 'Why it is there and what to do when it fails.',
    },
    links: {
      type: 'array',
      description: 'Where to read more.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        properties: {
          url: { type: 'string', pattern: '^https?://' },
          title: { type: 'string' },
        },
      },
      examples: [[{ url: 'https://wiki.example.com/latency' }]],
    },
  },
};

/** The JSON Schema of one kind of definition around the schema of its spec. */
export function documentSchema(options: {
  kind: DefinitionKind;
  title: string;
  description: string;
  spec: JsonObject;
}): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `https://${DEFINITION_API_VERSION}/${options.kind.toLowerCase()}.schema.json`,
    title: options.title,
    description: options.description,
    type: 'object',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: {
        description: 'The version of the format.',
        const: DEFINITION_API_VERSION,
      },
      kind: { description: 'The kind of definition.', const: options.kind },
      metadata: metadataSchema,
      spec: options.spec,
    },
  };
}
