import { JsonObject } from '@backstage/types';
import { environmentSchema } from './environmentSchema';
import { FINDING_SELECTOR_PROPERTIES } from './findingSelectorSchema';

/** JSON Schema of the names of SLOs. */
export const SLO_PATTERN: JsonObject = {
  type: 'string',
  description:
    'Name of an SLO; `*` at its end stands for any text, and `*` alone for all SLOs.',
  pattern: '^(\\*|[A-Za-z0-9][A-Za-z0-9-_.]*\\*?)$',
  maxLength: 64,
  examples: ['availability', '*'],
};

const PROPERTIES = {
  check: {
    type: 'string',
    description:
      'Name of a check; `*` at its end stands for any text, and `*` alone for all checks.',
    pattern: '^(\\*|[A-Za-z0-9][A-Za-z0-9-_.]*\\*?)$',
    maxLength: 64,
    examples: ['load-test-fresh', '*'],
  },
  slo: SLO_PATTERN,
  finding: {
    type: ['string', 'object'],
    description: '`*` for all findings, or which ones.',
    pattern: '^\\*$',
    additionalProperties: false,
    minProperties: 1,
    properties: FINDING_SELECTOR_PROPERTIES,
    examples: ['*', { atLeast: 'high' }],
  },
  budget: {
    type: 'object',
    description: 'Budgets on a metric.',
    additionalProperties: false,
    required: ['metric'],
    properties: {
      metric: {
        type: 'string',
        description:
          'Canonical name of the metric, or `custom.` and its tool’s name; `*` at its end stands for any text.',
        maxLength: 200,
        examples: ['http.request.duration', 'web.*'],
      },
      statistic: {
        type: 'string',
        description: 'Only budgets on this statistic; without it, on any.',
        examples: ['p95'],
      },
      environment: environmentSchema(
        'Only in this environment or these; without it, in any.',
      ),
    },
    examples: [{ metric: 'http.request.duration', statistic: 'p95' }],
  },
  area: {
    type: 'string',
    description:
      'Every rule of an area: of budgets the area of their metric, of checks their own, of SLOs `slos`, of findings `findings`.',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    maxLength: 63,
    examples: ['latency', 'practices'],
  },
  scorecard: {
    type: 'string',
    description: 'Name of a scorecard: every rule of it.',
    minLength: 1,
    maxLength: 63,
    examples: ['service-baseline'],
  },
} satisfies Record<string, JsonObject>;

type SelectorField = keyof typeof PROPERTIES;

/**
 * JSON Schema of what points at rules.
 *
 * @param fields - Exactly one of these is given.
 * @param more - What may be given besides.
 */
export function ruleSelectorSchema(
  fields: SelectorField[],
  more: JsonObject = {},
): JsonObject {
  return {
    type: 'object',
    description: 'Points at rules.',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(fields.map(field => [field, PROPERTIES[field]])),
      ...more,
    },
    oneOf: fields.map(field => ({ required: [field] })),
  };
}
