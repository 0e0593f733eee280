import { JsonObject } from '@backstage/types';
import { documentSchema } from './documentSchema';
import { exemptionsSchema } from './exemptionsSchema';
import { selectorSchema } from './selectorSchema';
import { sloIndicatorSchema } from './sloIndicatorSchema';

const objectiveSchema: JsonObject = {
  type: 'object',
  description: 'One target.',
  additionalProperties: false,
  properties: {
    name: {
      type: 'string',
      description:
        'Identifies it within the SLO; `objective-1` and so on unless given.',
      pattern: '^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$',
      maxLength: 63,
      examples: ['fast'],
    },
    displayName: {
      type: 'string',
      description: 'What people see.',
      minLength: 1,
      examples: ['Nine in ten within 300 ms'],
    },
    target: {
      type: 'number',
      description:
        'Ratio, e.g. `0.999`. Less than 1: there is always a budget.',
      minimum: 0,
      exclusiveMaximum: 1,
      examples: [0.999],
    },
    targetPercent: {
      type: 'number',
      description: 'The same in percent.',
      minimum: 0,
      exclusiveMaximum: 100,
      examples: [99.9],
    },
    timeSliceTarget: {
      type: 'number',
      description:
        'Of `Timeslices`: the share of its events that makes a slice good.',
      exclusiveMinimum: 0,
      maximum: 1,
      examples: [0.95],
    },
    timeSliceWindow: {
      type: 'string',
      description: 'Of `Timeslices` and `RatioTimeslices`: a slice, e.g. `1m`.',
      pattern: '^[0-9]+[mhdwMQY]$',
      examples: ['1m'],
    },
    op: {
      type: 'string',
      description: 'With a threshold: how a good value compares to `value`.',
      enum: ['lt', 'lte', 'gt', 'gte'],
    },
    value: {
      type: 'number',
      description: 'With a threshold: what values are compared to.',
      examples: [0.3],
    },
    indicator: sloIndicatorSchema,
    compositeWeight: {
      type: 'number',
      description:
        'Where the objectives have indicators of their own; 1 unless given.',
      exclusiveMinimum: 0,
      examples: [2],
    },
  },
  oneOf: [{ required: ['target'] }, { required: ['targetPercent'] }],
};

/**
 * JSON Schema (draft-07) of an SLO document as users write it: OpenSLO’s fields and a few more.
 *
 * @public
 */
export const sloSchema: JsonObject = documentSchema({
  kind: 'SLO',
  title: 'SLO',
  description:
    'A service level objective, measured in production: the fields of OpenSLO’s SLO, and which entities it is about.',
  spec: {
    type: 'object',
    additionalProperties: false,
    required: ['timeWindow', 'objectives'],
    properties: {
      appliesTo: selectorSchema,
      exempt: exemptionsSchema,
      service: {
        type: 'string',
        description:
          'Name or reference of the entity it is about; without `appliesTo`, needed outside an entity’s own file.',
        minLength: 1,
        examples: ['checkout', 'component:default/checkout'],
      },
      environment: {
        type: 'string',
        description: 'Where it is measured; `production` unless given.',
        minLength: 1,
        maxLength: 63,
        examples: ['production'],
      },
      minEvents: {
        type: 'integer',
        description:
          'With fewer events it is `no-data` unless even they decide it; 100 unless given.',
        minimum: 0,
        examples: [1000],
      },
      step: {
        type: 'string',
        description: 'What a sample covers; `5m` unless given, or the slice.',
        examples: ['5m', '60s'],
      },
      indicator: sloIndicatorSchema,
      timeWindow: {
        type: 'array',
        description: 'Exactly one: rolling, or of the calendar.',
        minItems: 1,
        maxItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['duration'],
          properties: {
            duration: {
              type: 'string',
              description:
                'E.g. `30d`, `1M`, `1Q`: minutes `m`, hours `h`, days `d`, weeks `w`, months `M`, quarters `Q`, years `Y`.',
              pattern: '^[0-9]+[mhdwMQY]$',
              examples: ['30d', '1M'],
            },
            isRolling: {
              type: 'boolean',
              description: 'Whether it ends now; the opposite of `calendar`.',
            },
            calendar: {
              type: 'object',
              description: 'Where windows of the calendar begin.',
              additionalProperties: false,
              required: ['startTime', 'timeZone'],
              properties: {
                startTime: {
                  type: 'string',
                  description: 'A local time at which one of them begins.',
                  examples: ['2026-01-01 00:00:00'],
                },
                timeZone: {
                  type: 'string',
                  description: 'Name in the IANA Time Zone Database.',
                  examples: ['Europe/Berlin'],
                },
              },
            },
          },
        },
        examples: [[{ duration: '30d', isRolling: true }]],
      },
      budgetingMethod: {
        type: 'string',
        description:
          'Good events of all events, good slices of time of all slices, or the mean of the slices’ ratios; `Occurrences` unless given.',
        enum: ['Occurrences', 'Timeslices', 'RatioTimeslices'],
      },
      objectives: {
        type: 'array',
        description:
          'Each stands for itself, unless they have indicators of their own: then it is a composite SLO.',
        items: objectiveSchema,
        minItems: 1,
        examples: [[{ target: 0.999 }]],
      },
    },
  },
});
