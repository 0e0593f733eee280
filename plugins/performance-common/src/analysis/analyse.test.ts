import { ANALYSIS_RULES } from '../model';
import { many, proposalsOf, unknownRefs } from './__testUtils__/analysed';
import { entities, entity, ref } from './__testUtils__/entities';
import { analyse, describeAnalysisRule } from './analyse';
import { DEFAULT_ANALYSIS_OPTIONS } from './AnalysisOptions';

describe('shared databases', () => {
  const user = (name: string, owner?: string, tier?: number) =>
    entity(name, {
      dependsOn: ['resource:db'],
      owner: owner && `group:default/${owner}`,
      tier,
    });
  const database = entity('resource:db', { type: 'database' });

  it.each([
    { severity: 'medium', owners: 2, users: [user('a', 'x'), user('b', 'y')] },
    { severity: 'high', owners: 2, users: [user('a', 'x', 1), user('b', 'y')] },
    {
      severity: 'high',
      owners: 3,
      users: [user('a', 'x'), user('b', 'y'), user('c', 'z'), user('d')],
    },
  ])(
    'are $severity where $owners owners use them',
    ({ severity, owners, users }) => {
      const [proposal] = proposalsOf('shared-database', [database, ...users]);
      expect(proposal).toMatchObject({
        severity,
        title: `db is shared by ${owners} owners`,
        numbers: { owners, users: users.length },
        // Its users are drawn and affected; no text names them.
        core: ['resource:default/db'],
      });
      expect(proposal.explanation).not.toContain('**a**');
    },
  );

  it('are not those of one owner, nor other resources', () => {
    expect(
      proposalsOf('shared-database', [
        database,
        user('a', 'x'),
        user('b', 'x'),
      ]),
    ).toEqual([]);
    expect(
      proposalsOf('shared-database', [
        entity('resource:db', { type: 'queue' }),
        user('a', 'x'),
        user('b', 'y'),
      ]),
    ).toEqual([]);
  });

  it('are unknown where users have no owner', () => {
    expect(
      unknownRefs('shared-database', [database, user('a', 'x'), user('b')]),
    ).toEqual([ref('b')]);
  });
});

describe('hot components', () => {
  const hot = (sketch: Parameters<typeof entity>[1]) => [
    entity('core', sketch),
    ...many(10, 'u').map(name =>
      entity(name, { dependsOn: ['core'], budgets: 1 }),
    ),
  ];

  it('are proposed where they have no owner', () => {
    const [proposal] = proposalsOf(
      'unowned-hot-component',
      hot({ owner: undefined, budgets: 1 }),
    );
    expect(proposal).toMatchObject({
      title: 'core is hot and has no owner',
      category: 'ownership',
      numbers: { dependents: 10 },
    });
  });

  it('are proposed where nothing limits them', () => {
    const [proposal] = proposalsOf('unbudgeted-hot-component', hot({}));
    expect(proposal).toMatchObject({
      title: 'core is hot and has no budget and no SLO',
      numbers: { dependents: 10 },
    });
    expect(
      proposalsOf('unbudgeted-hot-component', hot({ budgets: 1 })),
    ).toEqual([]);
    expect(
      proposalsOf('unbudgeted-hot-component', hot({ type: 'library' })),
    ).toEqual([]);
  });

  it('are hot by their tier, too, and unknown without one', () => {
    const analysed = [
      entity('critical', { tier: 1 }),
      entity('lesser', { tier: 2 }),
      entity('silent'),
      entity('resource:db', { tier: 1 }),
    ];
    expect(
      proposalsOf('unbudgeted-hot-component', analysed).map(
        ({ entityRef }) => entityRef,
      ),
    ).toEqual([ref('critical')]);
    expect(unknownRefs('unbudgeted-hot-component', analysed)).toEqual([
      ref('silent'),
    ]);
    expect(
      proposalsOf('unbudgeted-hot-component', analysed, { hotTier: 2 }),
    ).toHaveLength(2);
  });
});

describe('an analysis', () => {
  const shop = entities('a>b,c', 'b>a', 'c>resource:db', 'd>resource:db');

  it('is the same whatever the order of the entities', () => {
    const options = { singlePointWeight: 1, fanIn: 1, fanOut: 1 };
    expect(analyse([...shop].reverse(), options)).toEqual(
      analyse(shop, options),
    );
  });

  it('keeps the worst and counts what it leaves out', () => {
    const { proposals, leftOut } = analyse(shop, {
      fanIn: 1,
      proposalsPerRule: 1,
    });
    expect(
      proposals
        .filter(({ rule }) => rule === 'excessive-fan-in')
        .map(({ entityRef }) => entityRef),
    ).toEqual(['resource:default/db']);
    // a, b and c, on each of which one depends.
    expect(leftOut['excessive-fan-in']).toBe(3);
  });

  it('leaves out what the catalog does not have', () => {
    expect(analyse(entities('a>b').slice(0, 1))).toMatchObject({
      entities: 1,
      relations: 0,
    });
  });

  it.each(ANALYSIS_RULES)('describes %s with its thresholds', rule => {
    const { title, description } = describeAnalysisRule(
      rule,
      DEFAULT_ANALYSIS_OPTIONS,
    );
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/\.$/);
  });
});
