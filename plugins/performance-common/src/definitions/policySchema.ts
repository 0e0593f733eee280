import { JsonObject } from '@backstage/types';
import { STAGES } from '../model';
import { documentSchema } from './documentSchema';
import { ruleSelectorSchema } from './ruleSelectorSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a Policy document as users write it.
 *
 * @public
 */
export const policySchema: JsonObject = documentSchema({
  kind: 'Policy',
  title: 'Policy',
  description:
    'Which rules hold for which part of the catalog, and what comes of failing them, when.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['rules', 'stages'],
    properties: {
      appliesTo: selectorSchema,
      rules: {
        type: 'array',
        description: 'What it is about.',
        minItems: 1,
        items: ruleSelectorSchema([
          'budget',
          'area',
          'check',
          'slo',
          'finding',
          'scorecard',
        ]),
        examples: [[{ area: 'latency' }, { check: '*' }]],
      },
      stages: {
        type: 'array',
        description:
          'What comes of a failure, in the order it takes effect. Of several that are about an entity, the one with the latest date that has passed counts.',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['stage'],
          properties: {
            stage: {
              type: 'string',
              description:
                '`observe` shows it, `notify` tells the owner, `warn` warns in the gate, `block` closes the gate.',
              enum: [...STAGES],
            },
            from: {
              type: 'string',
              description:
                'A date, 00:00 UTC, or a time with its zone; without it, from ever.',
              examples: ['2027-03-01', '2027-03-01T08:00:00+01:00'],
            },
            for: {
              ...selectorSchema,
              description: 'Only this part of what the policy applies to.',
            },
          },
        },
        examples: [
          [
            { stage: 'warn' },
            {
              stage: 'block',
              from: '2027-03-01',
              for: { lifecycle: 'production' },
            },
          ],
        ],
      },
      evidence: {
        type: 'object',
        description: 'What evidence must be like.',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          maxAge: {
            type: 'string',
            description:
              'Older evidence doesn’t count, where the rules themselves ask for nothing tighter.',
            examples: ['30d'],
          },
          required: {
            type: 'boolean',
            description:
              'Whether missing evidence closes the gate at stage `block`; true unless given.',
          },
        },
      },
      ratchet: {
        type: 'object',
        description:
          'What has once been reached is kept: the best median of five consecutive comparable runs becomes the limit, give or take the tolerance.',
        additionalProperties: false,
        required: ['tolerance'],
        properties: {
          tolerance: {
            type: ['string', 'number'],
            description: 'How much worse than the best it may get.',
            examples: ['5 %', 0.05],
          },
        },
      },
    },
  },
});
