import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { reviewQuestionSchema, stableNameSchema } from './reviewQuestionSchema';
import { selectorSchema } from './selectorSchema';

/**
 * JSON Schema (draft-07) of a ReviewTemplate document as users write it.
 *
 * @public
 */
export const reviewTemplateSchema: JsonObject = documentSchema({
  kind: 'ReviewTemplate',
  title: 'ReviewTemplate',
  description:
    'What architects ask in a review, and which answers raise which risk. It judges nothing until somebody holds a review by it.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['version', 'areas'],
    properties: {
      appliesTo: {
        ...selectorSchema,
        description:
          'What reviews are offered for by it; all given parts must hold. Without `entity`, Components.',
      },
      version: {
        type: 'string',
        description:
          'Raise it when the questions change: reviews by an older version say so, and can be moved with a list of what is new. In quotes.',
        pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
        maxLength: 30,
        examples: ['1.0'],
      },
      reviewAfter: {
        type: 'string',
        description:
          'How long after publication the next review is due; without it, nobody is reminded.',
        examples: ['180d'],
      },
      areas: {
        type: 'array',
        description: 'Questions that belong together, in order.',
        minItems: 1,
        maxItems: 30,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'title', 'questions'],
          properties: {
            name: stableNameSchema(
              'Identifies it within the template',
              'dependencies',
            ),
            title: {
              type: 'string',
              description: 'What people see.',
              minLength: 1,
              maxLength: 200,
              examples: ['Dependencies'],
            },
            description: {
              type: 'string',
              description: 'What the area is about, in Markdown.',
              minLength: 1,
              maxLength: 10_000,
            },
            questions: {
              type: 'array',
              description: 'In the order in which they are asked.',
              minItems: 1,
              maxItems: 100,
              items: reviewQuestionSchema,
            },
          },
        },
      },
    },
  },
});
