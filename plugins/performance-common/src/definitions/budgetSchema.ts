import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { environmentSchema } from './environmentSchema';
import { exemptionsSchema } from './exemptionsSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a Budget document as users write it.
 *
 * @public
 */
export const budgetSchema: JsonObject = documentSchema({
  kind: 'Budget',
  title: 'Budget',
  description: 'A limit on a statistic of a metric.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['metric', 'statistic'],
    properties: {
      appliesTo: selectorSchema,
      exempt: exemptionsSchema,
      metric: {
        type: 'string',
        description:
          'Canonical name of the metric, or `custom.` and the name its tool gives it.',
        maxLength: 200,
        examples: ['http.request.duration', 'web.lcp', 'custom.basket_size'],
      },
      statistic: {
        type: 'string',
        description:
          'A percentile `p50`…`p99.9`, `mean`, `max`, `min`, `rate`, `count` or `ratio`.',
        examples: ['p95', 'ratio'],
      },
      labels: {
        type: 'object',
        description: 'Only series whose labels have these values.',
        minProperties: 1,
        additionalProperties: { type: 'string', minLength: 1 },
        examples: [{ journey: 'checkout' }],
      },
      per: {
        type: 'array',
        description: 'One verdict for each value of these labels.',
        items: { type: 'string', minLength: 1 },
        minItems: 1,
        maxItems: 3,
        uniqueItems: true,
        examples: [['journey'], ['endpoint']],
      },
      environment: environmentSchema(
        'The environment or environments it is judged in; without it, every environment seen has a verdict of its own.',
      ),
      limits: {
        type: 'object',
        description:
          'What must hold: an operator and a quantity with its unit. Quote limits that begin with `>`.',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          fail: {
            type: 'string',
            description: 'If this doesn’t hold, the verdict is `fail`.',
            examples: ['<= 300 ms', '< 5 %', '>= 100/s', '<= 200 kB'],
          },
          warn: {
            type: 'string',
            description:
              'If this doesn’t hold, the verdict is at least `warn`. Tighter than `fail`.',
            examples: ['<= 250 ms'],
          },
        },
      },
      minSamples: {
        type: 'integer',
        description: 'With fewer observations the verdict is `no-data`.',
        minimum: 1,
        examples: [100],
      },
      maxAge: {
        type: 'string',
        description:
          'With older evidence, counted from the end of its run, the verdict is `no-data`. E.g. `30d`, `12h` or ISO 8601 `P30D`.',
        examples: ['30d', 'P30D'],
      },
      confirm: {
        type: 'integer',
        description:
          'How many consecutive runs confirm a change of state before it notifies anyone; 2 unless given.',
        minimum: 1,
        maximum: 10,
        examples: [2],
      },
    },
  },
});
