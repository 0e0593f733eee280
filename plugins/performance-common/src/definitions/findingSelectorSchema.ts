import { JsonObject } from '@backstage/types';
import { FINDING_CATEGORIES, RISK_LEVELS } from '../model';

/** JSON Schema of the fields that say which findings are meant. */
export const FINDING_SELECTOR_PROPERTIES: JsonObject = {
  atLeast: {
    type: 'string',
    description: 'Only findings of this risk or worse.',
    enum: [...RISK_LEVELS],
  },
  category: {
    type: ['string', 'array'],
    description: `Only findings of this category or these: ${FINDING_CATEGORIES.join(
      ', ',
    )}.`,
    items: { type: 'string' },
    minItems: 1,
    uniqueItems: true,
    examples: ['missing-index', ['missing-timeout', 'retry-storm']],
  },
};
