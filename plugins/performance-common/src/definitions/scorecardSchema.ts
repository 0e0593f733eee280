import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { exemptionsSchema } from './exemptionsSchema';
import { ruleSelectorSchema } from './ruleSelectorSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a Scorecard document as users write it.
 *
 * @public
 */
export const scorecardSchema: JsonObject = documentSchema({
  kind: 'Scorecard',
  title: 'Scorecard',
  description:
    'Rules grouped into levels. A level is reached when every rule of it, and of those before it, holds.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['levels'],
    properties: {
      appliesTo: selectorSchema,
      exempt: exemptionsSchema,
      levels: {
        type: 'array',
        description: 'The lowest first.',
        minItems: 1,
        maxItems: 10,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'rules'],
          properties: {
            name: {
              type: 'string',
              description: 'Identifies it within the scorecard.',
              pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
              maxLength: 63,
              examples: ['bronze'],
            },
            title: {
              type: 'string',
              description:
                'What people see; the name with a capital unless given.',
              minLength: 1,
              maxLength: 63,
              examples: ['Bronze'],
            },
            rules: {
              type: 'array',
              description: 'What must hold.',
              minItems: 1,
              items: ruleSelectorSchema(['check', 'budget', 'slo', 'finding'], {
                weight: {
                  type: 'number',
                  description: 'What it adds to the score; 1 unless given.',
                  exclusiveMinimum: 0,
                  examples: [2],
                },
              }),
              examples: [[{ check: 'load-test-fresh', weight: 2 }]],
            },
          },
        },
      },
    },
  },
});
