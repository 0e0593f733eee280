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
      measure: {
        type: 'object',
        description:
          'Measure it from a metric source that the backend’s config names, in place of evidence from runs.',
        additionalProperties: false,
        required: ['source', 'query', 'over'],
        properties: {
          source: {
            type: 'string',
            description: 'Name of the source.',
            minLength: 1,
            maxLength: 100,
            examples: ['prometheus'],
          },
          query: {
            type: 'string',
            description:
              'What gives one number per service, e.g. PromQL; `{{ entity.metadata.name }}` and other fields of the entity are filled in, and `{{.window}}` is how far to look back.',
            minLength: 1,
            maxLength: 10000,
            examples: [
              'histogram_quantile(0.95, sum by (le) (rate(http_server_duration_seconds_bucket{service="{{ entity.metadata.name }}"}[{{.window}}])))',
            ],
          },
          over: {
            type: 'string',
            description: 'How far each measurement looks back.',
            examples: ['1h'],
          },
          every: {
            type: 'string',
            description:
              'How often it is measured; a twelfth of `over` unless given, and at least a minute.',
            examples: ['5m'],
          },
          unit: {
            type: 'string',
            description:
              'What the query’s value is in; the unit of the metric unless given.',
            maxLength: 20,
            examples: ['s'],
          },
        },
      },
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
