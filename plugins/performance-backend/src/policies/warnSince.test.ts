import { PolicyDefinition } from '@perf-governance/plugin-performance-common';
import { warnFrom, warnSince } from './warnSince';

type Stages = PolicyDefinition['spec']['stages'];

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const at = (day: string) => new Date(DATE.test(day) ? `${day}T00:00:00Z` : day);

function version(createdAt: string, stages: Stages | undefined, rules = ['a']) {
  return {
    createdAt: at(createdAt),
    definition: stages && {
      id: 'org/policy/p',
      version: 1,
      kind: 'Policy' as const,
      metadata: { name: 'p' },
      spec: { rules: rules.map(check => ({ check })), stages },
      layer: { kind: 'org' as const },
      source: { type: 'api' as const, location: 'api' },
    },
  };
}

const isAboutA = ({ spec }: PolicyDefinition) =>
  spec.rules.some(rule => 'check' in rule && rule.check === 'a');

const WARN = { stage: 'warn' } as const;
const blockFrom = (from: string) => ({ stage: 'block', from } as const);
const LATER = blockFrom('2026-03-01T00:00:00Z');
const PRODUCTION = { lifecycle: ['production'] };

describe('warnSince', () => {
  it.each<[string, ReturnType<typeof version>[], string | undefined]>([
    ['never without a block', [version('2026-01-01', [WARN])], undefined],
    [
      'from when it came into force',
      [version('2026-01-01', [WARN, LATER])],
      '2026-01-01',
    ],
    [
      'from a date after that',
      [
        version('2026-01-01', [
          { stage: 'warn', from: '2026-01-10T00:00:00Z' },
          LATER,
        ]),
      ],
      '2026-01-10',
    ],
    [
      'never from a date before that',
      [
        version('2026-01-01', [
          { stage: 'warn', from: '2020-01-01T00:00:00Z' },
          LATER,
        ]),
      ],
      '2026-01-01',
    ],
    [
      'over versions that change nothing of it',
      [
        version('2026-01-01', [WARN, LATER]),
        version('2026-01-20', [WARN, blockFrom('2026-04-01T00:00:00Z')]),
      ],
      '2026-01-01',
    ],
    [
      'anew after a version that does not warn',
      [
        version('2026-01-01', [WARN, LATER]),
        version('2026-01-10', [{ stage: 'observe' }, LATER]),
        version('2026-01-12', [WARN, LATER]),
      ],
      '2026-01-12',
    ],
    [
      'anew after a version without the rule',
      [
        version('2026-01-01', [WARN, LATER]),
        version('2026-01-10', [WARN, LATER], ['b']),
        version('2026-01-15', [WARN, LATER], ['a', 'b']),
      ],
      '2026-01-15',
    ],
    [
      'from a block that nobody warned of',
      [version('2026-01-01', [blockFrom('2026-01-20T00:00:00Z')])],
      '2026-01-20',
    ],
    [
      'not while a block is only announced',
      [version('2026-01-01', [blockFrom('2026-03-20T00:00:00Z')])],
      undefined,
    ],
    [
      'in the part that blocks',
      [
        version('2026-01-01', [
          { stage: 'warn', for: { lifecycle: ['experimental'] } },
          { stage: 'notify', for: PRODUCTION },
          {
            stage: 'warn',
            from: '2026-01-25T00:00:00Z',
            for: PRODUCTION,
          },
          { ...LATER, for: PRODUCTION },
        ]),
      ],
      '2026-01-25',
    ],
    [
      'not where one of the parts that block does not warn yet',
      [
        version('2026-01-01', [
          { stage: 'observe' },
          { ...WARN, for: { tag: ['tier-1'] } },
          { ...LATER, for: { tag: ['tier-1'] } },
          { ...LATER, for: PRODUCTION },
        ]),
      ],
      undefined,
    ],
  ])('counts %s', (_, versions, expected) => {
    expect(warnSince(versions, isAboutA, at('2026-02-01'))).toEqual(
      expected && at(expected),
    );
  });

  it.each<[string, Stages, string | undefined]>([
    ['nothing where it warns already', [WARN, LATER], undefined],
    ['nothing without a block', [{ stage: 'observe' }], undefined],
    ['the date of a block', [{ stage: 'notify' }, LATER], '2026-03-01'],
    [
      'the date of the warning before it',
      [
        { stage: 'observe' },
        { stage: 'warn', from: '2026-02-10T00:00:00Z' },
        LATER,
      ],
      '2026-02-10',
    ],
    [
      'the last of the parts that block',
      [
        { stage: 'observe' },
        { stage: 'block', from: '2026-02-10T00:00:00Z', for: PRODUCTION },
        { ...LATER, for: { tag: ['tier-1'] } },
      ],
      '2026-03-01',
    ],
  ])('announces %s', (_, stages, expected) => {
    const { definition } = version('2026-01-01', stages);
    expect(definition && warnFrom(definition, at('2026-02-01'))).toEqual(
      expected && at(expected),
    );
  });

  it('knows only what has happened', () => {
    const versions = [
      version('2026-01-01', [WARN, LATER]),
      version('2026-01-20', [{ stage: 'observe' }, LATER]),
    ];
    expect(warnSince(versions, isAboutA, at('2026-01-25'))).toBeUndefined();
  });
});
