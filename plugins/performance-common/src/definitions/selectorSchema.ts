import { JsonObject } from '@backstage/types';

const oneOrMore = (what: string, example: string): JsonObject => ({
  description: what,
  type: ['string', 'array'],
  minLength: 1,
  items: { type: 'string', minLength: 1 },
  minItems: 1,
  examples: [[example]],
});

/** JSON Schema of what a definition applies to. */
export const selectorSchema: JsonObject = {
  type: 'object',
  description:
    'Which entities it is about; all given parts must hold. Without `entity`, it is about Components (and, in an entity’s own file, about that entity unless it is a System or Domain).',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    entity: {
      type: 'object',
      description:
        'A filter predicate over the raw entity: dotted paths to values, and `$all`, `$any`, `$not`, `$in`, `$exists`, `$contains`, `$hasPrefix`.',
      examples: [{ kind: 'Component', 'spec.type': 'service' }],
    },
    owner: oneOrMore(
      'Groups or users. An entity matches if its owner is one of them or belongs to a child group of one.',
      'group:default/payments',
    ),
    system: oneOrMore(
      'Systems. An entity matches if it is one of them or part of one.',
      'system:default/checkout',
    ),
    domain: oneOrMore(
      'Domains. An entity matches if it is one of them or part of one, through systems and parent domains.',
      'domain:default/shop',
    ),
    tag: oneOrMore('Tags. An entity matches if it has one of them.', 'tier-1'),
    lifecycle: oneOrMore(
      'Values of `spec.lifecycle`. An entity matches if it is in one of them.',
      'production',
    ),
  },
  examples: [
    {
      entity: { kind: 'Component', 'spec.type': 'service' },
      owner: ['group:default/payments'],
    },
  ],
};
