import { mockServices } from '@backstage/backend-test-utils';
import { EntityLink } from '@backstage/catalog-model';
import { documentationCheck } from './documentationCheck';

async function judge(links: EntityLink[] | undefined, types: string[]) {
  const results = await documentationCheck.evaluate(
    [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'Checkout', namespace: 'default', links },
      },
    ],
    { links: types },
    {
      now: new Date('2026-11-22T12:00:00Z'),
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    },
  );
  return results.get('component:default/checkout');
}

const runbook = (url: string) => ({ type: 'runbook', url });

describe('documentationCheck', () => {
  it.each([
    [
      'passes with the link',
      [runbook('https://wiki.acme.dev/checkout')],
      { state: 'pass', url: 'https://wiki.acme.dev/checkout' },
    ],
    [
      'passes with one usable link of the type',
      [runbook('http://localhost:8080'), runbook('https://wiki.acme.dev/b')],
      { state: 'pass', url: 'https://wiki.acme.dev/b' },
    ],
    [
      'fails without links',
      undefined,
      {
        state: 'fail',
        message: "metadata.links has none of the type 'runbook'.",
      },
    ],
    [
      'fails with links of other types',
      [{ type: 'dashboard', url: 'https://wiki.acme.dev/checkout' }],
      {
        state: 'fail',
        message: "metadata.links has none of the type 'runbook'.",
      },
    ],
    ...[
      'https://example.com/runbook',
      'https://docs.example.org/runbook',
      'http://localhost:3000/docs',
      'file:///home/ann/runbook.md',
      'see the wiki',
    ].map(
      url =>
        [
          `fails with ${url}`,
          [runbook(url)],
          {
            state: 'fail',
            message: `the runbook at ${url} is a placeholder or opens on one machine only.`,
          },
        ] as const,
    ),
  ] as const)('%s', async (_, links, expected) => {
    expect(await judge(links && [...links], ['runbook'])).toEqual(expected);
  });

  it('names all that is missing', async () => {
    expect(await judge([], ['runbook', 'dashboard'])).toEqual({
      state: 'fail',
      message:
        "metadata.links has none of the type 'runbook'; metadata.links has none of the type 'dashboard'.",
    });
  });

  it.each([
    {},
    { links: [] },
    { links: ['runbook'], linnks: [] },
    { links: 7 },
  ])('refuses the options %j', options => {
    expect(() => documentationCheck.optionsSchema?.parse(options)).toThrow(
      /links|linnks/,
    );
  });
});
