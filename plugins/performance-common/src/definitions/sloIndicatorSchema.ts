import { JsonObject } from '@backstage/types';
import { MAX_QUERY } from '../openslo/checkQuery';

function querySchema(description: string): JsonObject {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: ['metricSource'],
    properties: {
      metricSource: {
        type: 'object',
        description:
          'Exactly one of `metricSourceRef` and `type` says whom to ask.',
        additionalProperties: false,
        properties: {
          metricSourceRef: {
            type: 'string',
            description:
              'Name of a metric source in the configuration of the backend.',
            minLength: 1,
            examples: ['prometheus'],
          },
          type: {
            type: 'string',
            description:
              'Name of a metric source, in any case; `pushed` where good and total are pushed by API.',
            minLength: 1,
            examples: ['Prometheus', 'pushed'],
          },
          spec: {
            type: 'object',
            description: 'What to ask; left out, or empty, where it is pushed.',
            additionalProperties: false,
            properties: {
              query: {
                type: 'string',
                description:
                  'In the language of the source. `{{ entity.metadata.name }}` and other fields of the entity may stand in it, and `{{.window}}` for the length of a step.',
                minLength: 1,
                maxLength: MAX_QUERY,
                examples: [
                  'sum(http_requests_total{job="{{ entity.metadata.name }}"})',
                ],
              },
            },
          },
        },
        oneOf: [{ required: ['metricSourceRef'] }, { required: ['type'] }],
      },
    },
  };
}

/** JSON Schema of what an SLO measures, as users write it: what OpenSLO's `indicator` holds. */
export const sloIndicatorSchema: JsonObject = {
  type: 'object',
  description: 'What is measured: OpenSLO’s `indicator`.',
  additionalProperties: false,
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      description: 'Exactly one of `ratioMetric` and `thresholdMetric`.',
      additionalProperties: false,
      properties: {
        ratioMetric: {
          type: 'object',
          description:
            'Good or bad events of all: `total` with one of `good` and `bad`; or `raw` with `rawType`.',
          additionalProperties: false,
          properties: {
            counter: {
              type: 'boolean',
              description:
                'Whether the queries give ever-growing counters, of which the increase counts; otherwise each value is what happened in its step.',
            },
            good: querySchema('How many events were good.'),
            bad: querySchema('How many events were bad.'),
            total: querySchema('How many events there were.'),
            raw: querySchema('A ratio that is already worked out.'),
            rawType: {
              type: 'string',
              description: 'Whether `raw` is of good or of bad events.',
              enum: ['success', 'failure'],
            },
          },
          oneOf: [{ required: ['total'] }, { required: ['raw'] }],
        },
        thresholdMetric: querySchema(
          'A value that is good or not by the `op` and `value` of the objective.',
        ),
      },
      oneOf: [{ required: ['ratioMetric'] }, { required: ['thresholdMetric'] }],
    },
  },
};
