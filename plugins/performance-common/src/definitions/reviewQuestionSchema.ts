import { JsonObject } from '@backstage/types';
import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  REVIEW_DEPENDENCIES,
  REVIEW_QUESTION_TYPES,
  RISK_GRADES,
} from '../model';

/** Names that answers, findings and later versions of a template refer to. */
export function stableNameSchema(description: string, example: string) {
  return {
    type: 'string',
    description: `${description}: letters, digits, and \`-\`, \`_\` or \`.\` between them.`,
    pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
    maxLength: 63,
    examples: [example],
  };
}

function textSchema(description: string, maxLength: number, example?: string) {
  return {
    type: 'string',
    description,
    minLength: 1,
    maxLength,
    ...(example !== undefined && { examples: [example] }),
  };
}

function choicesSchema(description: string): JsonObject {
  return {
    type: 'array',
    description,
    items: { type: 'string', minLength: 1 },
    minItems: 1,
    uniqueItems: true,
    examples: [['some', 'none']],
  };
}

const riskSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: [
    'when',
    'title',
    'category',
    'severity',
    'likelihood',
    'recommendation',
  ],
  properties: {
    when: {
      type: 'object',
      description:
        'Which answers raise it. Of the conditions given, all must hold; a question that isn’t answered, or doesn’t apply, raises nothing.',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        any: choicesSchema('One of these choices is given.'),
        none: choicesSchema('None of these choices is given.'),
        number: {
          type: 'string',
          description:
            'Of numbers: an operator and a number in the question’s unit. Quote what begins with `>`.',
          examples: ['> 500', '< 99.9'],
        },
      },
      examples: [{ any: ['none'] }, { number: '> 500' }],
    },
    title: textSchema(
      'What is wrong, as a finding would say it.',
      200,
      'Calls without a deadline',
    ),
    description: textSchema('What may come of it, in Markdown.', 10_000),
    category: {
      type: 'string',
      description: `The anti-pattern or shortcoming: ${FINDING_CATEGORIES.join(
        ', ',
      )}.`,
      enum: [...FINDING_CATEGORIES],
    },
    severity: {
      type: 'string',
      description: `How bad it is when it happens: ${RISK_GRADES.join(', ')}.`,
      enum: [...RISK_GRADES],
    },
    likelihood: {
      type: 'string',
      description: `How probable that is: ${RISK_GRADES.join(', ')}.`,
      enum: [...RISK_GRADES],
    },
    recommendation: textSchema(
      'What to do about it, in Markdown.',
      10_000,
      'Give every outgoing call a timeout below the caller’s own.',
    ),
    effort: {
      type: 'string',
      description: `How much work that usually is: ${FINDING_EFFORTS.join(
        ', ',
      )}.`,
      enum: [...FINDING_EFFORTS],
    },
  },
};

const draftSchema: JsonObject = {
  type: 'object',
  description:
    'Of numbers: what the answer becomes a draft of, so that a review of something not built yet ends in limits for it.',
  additionalProperties: false,
  properties: {
    budget: {
      type: 'object',
      description: 'A Budget, with the number as its fail limit.',
      additionalProperties: false,
      required: ['metric', 'statistic'],
      properties: {
        metric: textSchema(
          'Canonical name of the metric.',
          200,
          'http.request.duration',
        ),
        statistic: textSchema('As in a Budget.', 20, 'p95'),
        operator: {
          type: 'string',
          description:
            'How a good value compares to the number; the metric’s better side unless given.',
          enum: ['<=', '<', '>=', '>'],
        },
        unit: textSchema(
          'What the number is in, as limits write it; the question’s `unit` unless given.',
          20,
          'ms',
        ),
        environment: textSchema(
          'Where the budget holds; everywhere unless given.',
          63,
          'production',
        ),
      },
    },
    slo: {
      type: 'object',
      description: 'An SLO, with the number as its target in percent.',
      additionalProperties: false,
      required: ['name'],
      properties: {
        name: stableNameSchema('Name of the SLO', 'availability'),
        window: textSchema(
          'Its rolling time window; `28d` unless given.',
          10,
          '28d',
        ),
      },
    },
  },
  oneOf: [{ required: ['budget'] }, { required: ['slo'] }],
  examples: [
    { budget: { metric: 'http.request.duration', statistic: 'p95' } },
    { slo: { name: 'availability', window: '28d' } },
  ],
};

/** JSON Schema of one question of a ReviewTemplate. */
export const reviewQuestionSchema: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'title', 'type'],
  properties: {
    name: stableNameSchema(
      'Identifies it within the template, over all its versions',
      'outgoing-timeouts',
    ),
    title: textSchema(
      'The question itself.',
      300,
      'Does every outgoing call have a deadline?',
    ),
    guidance: textSchema('What to look for, and why, in Markdown.', 10_000),
    guide: {
      type: 'string',
      description: 'Where to read more: a URL, or a page of this suite.',
      pattern: '^(https?://\\S+|[a-z0-9-]+(/[a-z0-9-]+)*(#[a-z0-9-]+)?)$',
      examples: ['guidelines/timeouts-and-retries'],
    },
    type: {
      type: 'string',
      description:
        'How it is answered: with `one` choice, with `many`, with a `number`, or with `text`.',
      enum: [...REVIEW_QUESTION_TYPES],
    },
    choices: {
      type: 'array',
      description: 'Of `one` and `many`: the answers to choose from.',
      minItems: 1,
      maxItems: 30,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'title'],
        properties: {
          name: stableNameSchema('Identifies it within the question', 'some'),
          title: textSchema('The answer in words.', 300, 'Only some of them'),
          guidance: textSchema('When this is the answer, in Markdown.', 5000),
        },
      },
    },
    unit: textSchema('Of numbers: what they are in.', 40, 'ms'),
    required: {
      type: 'boolean',
      description:
        'Whether it has to be answered, or said not to apply, before a review is published; true unless given.',
    },
    dependsOn: {
      type: 'array',
      description: `What the answer is about besides the question, of ${REVIEW_DEPENDENCIES.join(
        ', ',
      )}. When one of these changes after publication, the answer is stale.`,
      items: { type: 'string', enum: [...REVIEW_DEPENDENCIES] },
      uniqueItems: true,
      examples: [['relations', 'apis']],
    },
    risks: {
      type: 'array',
      description: 'What certain answers mean.',
      minItems: 1,
      maxItems: 20,
      items: riskSchema,
    },
    draft: draftSchema,
  },
};
