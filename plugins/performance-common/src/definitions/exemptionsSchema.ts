import { JsonObject } from '@backstage/types';
import { selectorSchema } from './selectorSchema';

/** JSON Schema of the entities that a definition is about but doesn't hold for. */
export const exemptionsSchema: JsonObject = {
  type: 'array',
  description:
    'Entities it doesn’t apply to. They are shown as not applicable, with the reason.',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['when', 'reason'],
    properties: {
      when: selectorSchema,
      reason: {
        type: 'string',
        description: 'Why, in a sentence.',
        minLength: 1,
      },
    },
  },
  examples: [
    [
      {
        when: { entity: { 'spec.lifecycle': 'experimental' } },
        reason: 'Not in front of customers yet.',
      },
    ],
  ],
};
