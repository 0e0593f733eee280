import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { environmentSchema } from './environmentSchema';
import { ruleSelectorSchema } from './ruleSelectorSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a Goal document as users write it.
 *
 * @public
 */
export const goalSchema: JsonObject = documentSchema({
  kind: 'Goal',
  title: 'Goal',
  description:
    'What the organisation wants to reach: a share of verdicts within their limits.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['target'],
    properties: {
      appliesTo: selectorSchema,
      rules: {
        type: 'array',
        description: 'Which verdicts count; those of all budgets unless given.',
        minItems: 1,
        items: ruleSelectorSchema([
          'budget',
          'area',
          'check',
          'slo',
          'finding',
        ]),
        examples: [[{ area: 'latency' }]],
      },
      environment: environmentSchema(
        'Only verdicts in this environment or these.',
      ),
      label: {
        type: 'string',
        description: 'Only verdicts for one value of this label.',
        minLength: 1,
        maxLength: 200,
        examples: ['journey'],
      },
      target: {
        type: ['string', 'number'],
        description: 'The share to reach: more than 0, at most 100 %.',
        examples: ['95 %', 0.95],
      },
      by: {
        type: 'string',
        description: 'Until when: a date, 00:00 UTC, or a time with its zone.',
        examples: ['2027-06-30'],
      },
    },
  },
});
