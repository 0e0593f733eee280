import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a Journey document as users write it.
 *
 * @public
 */
export const journeySchema: JsonObject = documentSchema({
  kind: 'Journey',
  title: 'Journey',
  description:
    'A critical user journey: a name, the one in `metadata.name`, for one or more endpoints, pages, scenarios or transactions.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['match'],
    properties: {
      appliesTo: selectorSchema,
      match: {
        type: ['array', 'object'],
        description:
          'Labels of the series that belong to it: one mapping, or a list of which any may match. `*` in a value stands for any text. Mappings should name labels that don’t overlap, such as different endpoints: a request counts once for each series that holds it.',
        minItems: 1,
        minProperties: 1,
        items: {
          type: 'object',
          minProperties: 1,
          additionalProperties: { type: 'string', minLength: 1 },
        },
        additionalProperties: { type: 'string', minLength: 1 },
        examples: [[{ endpoint: 'POST /pay*' }], { page: '/checkout' }],
      },
    },
  },
});
