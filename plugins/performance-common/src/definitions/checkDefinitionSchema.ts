import { JsonObject } from '@backstage/types';
import { CheckType, RUN_TYPES } from '../model';
import { documentSchema } from './documentSchema';
import { environmentSchema } from './environmentSchema';
import { exemptionsSchema } from './exemptionsSchema';
import { FINDING_SELECTOR_PROPERTIES } from './findingSelectorSchema';
import { SLO_PATTERN } from './ruleSelectorSchema';
import { selectorSchema } from './selectorSchema';

/** What a check may look at, each by the field that says so. */
const CONDITIONS = {
  verdict: {
    type: 'object',
    description:
      'Looks at the entity’s own budgets: at those all parts fit. With `slo`, at its SLOs.',
    additionalProperties: false,
    properties: {
      slo: SLO_PATTERN,
      metric: {
        type: 'string',
        description:
          'Budgets on this metric; `*` at its end stands for any text.',
        maxLength: 200,
        examples: ['http.request.duration', 'web.*'],
      },
      statistic: {
        type: 'string',
        description: 'Budgets on this statistic.',
        examples: ['p95'],
      },
      area: {
        type: 'string',
        description: 'Budgets on metrics of this area.',
        minLength: 1,
        examples: ['latency'],
      },
      environment: environmentSchema(
        'Only those in this environment or these.',
      ),
      expect: {
        type: 'string',
        description:
          '`passing` (unless given): each is within its limit; `measured`: each has a value; `exists`: there is one at all.',
        enum: ['passing', 'measured', 'exists'],
      },
    },
    examples: [{ metric: 'web.lcp', expect: 'exists' }],
  },
  entity: {
    type: 'object',
    description:
      'A filter predicate over the raw catalog entity, which must hold.',
    minProperties: 1,
    examples: [
      {
        'metadata.annotations.example.com/capacity-plan': { $exists: true },
      },
    ],
  },
  run: {
    type: 'object',
    description: 'There must be a run of some type.',
    additionalProperties: false,
    properties: {
      type: {
        type: ['string', 'array'],
        description: `What it was for, any of these: ${RUN_TYPES.join(
          ', ',
        )}. Without it, any run.`,
        items: { type: 'string' },
        minItems: 1,
        uniqueItems: true,
        examples: ['load', ['load', 'stress']],
      },
      environment: environmentSchema('Only runs in this environment or these.'),
      within: {
        type: 'string',
        description: 'How long ago it may have ended, e.g. `30d`.',
        examples: ['30d', 'P30D'],
      },
      minDuration: {
        type: 'string',
        description: 'How long it must have taken, e.g. `1h`.',
        examples: ['1h'],
      },
      atLeast: {
        type: 'integer',
        description: 'How many such runs there must be; 1 unless given.',
        minimum: 1,
        maximum: 10,
        examples: [3],
      },
    },
    examples: [{ type: 'load', environment: 'production', within: '30d' }],
  },
  attestation: {
    type: 'object',
    description: 'Somebody answers for a statement, with their name.',
    additionalProperties: false,
    required: ['statement', 'validFor'],
    properties: {
      statement: {
        type: 'string',
        description: 'What they answer for.',
        minLength: 1,
        maxLength: 1000,
        examples: ['The capacity plan covers the next peak season.'],
      },
      validFor: {
        type: 'string',
        description: 'After this long it must be answered again.',
        examples: ['180d'],
      },
    },
  },
  finding: {
    type: 'object',
    description:
      'No finding that affects the entity may be open that fits all parts; without any, none at all.',
    additionalProperties: false,
    properties: {
      ...FINDING_SELECTOR_PROPERTIES,
      overdue: {
        type: 'boolean',
        description: 'Only findings that are past their due date.',
      },
      countAccepted: {
        type: 'boolean',
        description: 'Whether findings whose risk is accepted count as open.',
      },
    },
    examples: [{ atLeast: 'high' }, { overdue: true }],
  },
  review: {
    type: 'object',
    description:
      'A review of the entity must be published whose next one isn’t overdue.',
    additionalProperties: false,
    properties: {
      template: {
        type: ['string', 'array'],
        description:
          'By this template or any of these, by name; without it, by any.',
        minLength: 1,
        maxLength: 63,
        items: { type: 'string', minLength: 1, maxLength: 63 },
        minItems: 1,
        uniqueItems: true,
        examples: ['service-architecture'],
      },
      within: {
        type: 'string',
        description: 'How long ago it may have been published, e.g. `365d`.',
        examples: ['365d'],
      },
      maxStaleAnswers: {
        type: 'integer',
        description:
          'How many of its answers may be stale; any number unless given.',
        minimum: 0,
        maximum: 1000,
        examples: [0],
      },
    },
    examples: [{ within: '365d', maxStaleAnswers: 0 }],
  },
  external: {
    type: 'object',
    description:
      'Another system says so: it pushes results under the check’s name by API.',
    additionalProperties: false,
    properties: {
      maxAge: {
        type: 'string',
        description: 'An older result doesn’t count.',
        examples: ['7d'],
      },
    },
    examples: [{ maxAge: '7d' }],
  },
  extension: {
    type: 'object',
    description: 'A module of the backend says so.',
    additionalProperties: false,
    required: ['id'],
    properties: {
      id: {
        type: 'string',
        description: 'What the module registered itself as.',
        minLength: 1,
        maxLength: 100,
        examples: ['pagerduty-runbook'],
      },
      options: {
        type: 'object',
        description: 'What the module is told.',
      },
    },
  },
} satisfies Record<CheckType, JsonObject>;

/**
 * JSON Schema (draft-07) of a Check document as users write it.
 *
 * @public
 */
export const checkDefinitionSchema: JsonObject = documentSchema({
  kind: 'Check',
  title: 'Check',
  description:
    'A best practice that can be looked up: exactly one of `verdict`, `entity`, `run`, `attestation`, `finding`, `review`, `external` and `extension` says where.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['rationale', 'fix', 'guide'],
    properties: {
      appliesTo: selectorSchema,
      exempt: exemptionsSchema,
      area: {
        type: 'string',
        description: 'What it is counted under; `practices` unless given.',
        pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
        maxLength: 63,
        examples: ['practices', 'capacity'],
      },
      rationale: {
        type: 'string',
        description: 'Why it matters.',
        minLength: 1,
        examples: ['What was last tested a year ago is another system.'],
      },
      fix: {
        type: 'string',
        description: 'What to do where it doesn’t hold.',
        minLength: 1,
        examples: ['Run the load test of the pipeline, and upload its report.'],
      },
      guide: {
        type: 'string',
        description:
          'Where to read more: an https URL, or the path of a page of this documentation without its ending.',
        pattern: '^(https://\\S+|[a-z0-9][a-z0-9_/-]*(#[a-z0-9_-]+)?)$',
        maxLength: 2000,
        examples: [
          'guidelines/load-testing',
          'https://wiki.example.com/load-testing',
        ],
      },
      ...CONDITIONS,
    },
    oneOf: Object.keys(CONDITIONS).map(field => ({ required: [field] })),
  },
});
