import { JsonObject } from '@backstage/types';

/** JSON Schema of one environment or several. */
export function environmentSchema(description: string): JsonObject {
  return {
    type: ['string', 'array'],
    description,
    minLength: 1,
    maxLength: 63,
    items: { type: 'string', minLength: 1, maxLength: 63 },
    minItems: 1,
    uniqueItems: true,
    examples: ['production', ['staging', 'production']],
  };
}
