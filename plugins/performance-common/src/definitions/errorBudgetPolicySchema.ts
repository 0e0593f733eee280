import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { exemptionsSchema } from './exemptionsSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of an ErrorBudgetPolicy document as users write it.
 *
 * @public
 */
export const errorBudgetPolicySchema: JsonObject = documentSchema({
  kind: 'ErrorBudgetPolicy',
  title: 'ErrorBudgetPolicy',
  description: 'What is done while an error budget runs out.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['rules'],
    properties: {
      appliesTo: selectorSchema,
      exempt: exemptionsSchema,
      slos: {
        type: 'array',
        description:
          'Names of the SLOs it is about; `*` at the end of one stands for any text. All of them unless given.',
        minItems: 1,
        uniqueItems: true,
        items: {
          type: 'string',
          pattern: '^(\\*|[A-Za-z0-9][A-Za-z0-9-_.]*\\*?)$',
          maxLength: 64,
        },
        examples: [['availability', 'checkout-*']],
      },
      rules: {
        type: 'array',
        description:
          'What is done when. Every rule whose condition holds counts; the strongest action wins.',
        minItems: 1,
        maxItems: 20,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'when', 'action'],
          properties: {
            name: {
              type: 'string',
              description: 'Identifies the rule within the policy.',
              pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
              maxLength: 63,
              examples: ['freeze-when-spent'],
            },
            when: {
              type: 'object',
              description: 'All that is given must hold.',
              additionalProperties: false,
              minProperties: 1,
              properties: {
                remainingBelow: {
                  type: ['string', 'number'],
                  description:
                    'Less than this share of the error budget is left; 0 means that it is overspent.',
                  examples: ['25 %', 0.25, 0],
                },
                burnRate: {
                  type: 'object',
                  description:
                    'The budget burns faster than this. 1 spends it exactly within the SLO’s window.',
                  additionalProperties: false,
                  required: ['above', 'over'],
                  properties: {
                    above: {
                      type: 'number',
                      description: 'How many times as fast.',
                      exclusiveMinimum: 0,
                      examples: [6],
                    },
                    over: {
                      type: 'string',
                      description:
                        'The window it is measured over, one of those that burn rates are known for.',
                      enum: ['5m', '30m', '1h', '2h', '6h', '1d', '3d'],
                    },
                  },
                },
              },
            },
            action: {
              type: 'string',
              description:
                '`notify` tells the owner, `warn` adds a note to the gate, `require-approval` closes the gate unless a waiver on the SLO is approved, `freeze` closes it.',
              enum: ['notify', 'warn', 'require-approval', 'freeze'],
            },
            except: {
              type: 'array',
              description:
                'Of `freeze` and `require-approval`: labels of changes that pass all the same.',
              uniqueItems: true,
              items: {
                type: 'string',
                pattern: '^[^,\\x00-\\x1f]+$',
                maxLength: 100,
              },
              examples: [['security', 'reliability']],
            },
          },
        },
        examples: [
          [
            {
              name: 'warn-early',
              when: { remainingBelow: '25 %' },
              action: 'warn',
            },
            {
              name: 'freeze-when-spent',
              when: { remainingBelow: 0 },
              action: 'freeze',
              except: ['security'],
            },
          ],
        ],
      },
    },
  },
});
