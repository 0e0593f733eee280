import { ConfigReader } from '@backstage/config';
import { readExternalAccess } from './readExternalAccess';

const entry = {
  subject: 'ci-payments',
  entities: { owner: ['payments'] },
  actions: ['upload'],
};

function read(...entries: object[]) {
  return readExternalAccess(
    new ConfigReader({ performance: { externalAccess: entries } }),
  );
}

describe('readExternalAccess', () => {
  it('is empty where nothing is configured', () => {
    expect(readExternalAccess(new ConfigReader({}))).toEqual([]);
  });

  it('reads what all must hold, with refs made full', () => {
    expect(
      read({
        subject: 'ci-payments',
        entities: {
          owner: ['payments', 'User:staff/Ann'],
          system: ['checkout'],
          domain: ['buying'],
          entityRefs: ['pay', 'api:default/pay'],
        },
        environments: ['staging'],
        actions: ['read', 'upload'],
      }),
    ).toEqual([
      {
        subject: 'ci-payments',
        actions: ['read', 'upload'],
        decision: {
          allOf: [
            {
              allOf: [
                {
                  type: 'owner',
                  refs: ['group:default/payments', 'user:staff/ann'],
                },
                { type: 'system', refs: ['system:default/checkout'] },
                { type: 'domain', refs: ['domain:default/buying'] },
                {
                  type: 'entity',
                  refs: ['component:default/pay', 'api:default/pay'],
                },
              ],
            },
            { type: 'environment', environments: ['staging'] },
          ],
        },
      },
    ]);
  });

  it('takes a star for every entity', () => {
    expect(read({ ...entry, entities: '*' })).toEqual([
      { subject: 'ci-payments', actions: ['upload'], decision: true },
    ]);
  });

  it.each([
    [
      'a misspelt restriction',
      { ...entry, environment: ['staging'] },
      "Unknown key 'environment' in performance.externalAccess[0]; known are subject, entities, environments, actions",
    ],
    [
      'a misspelt selector',
      { ...entry, entities: { owners: ['payments'] } },
      "Unknown key 'owners' in performance.externalAccess[0].entities; known are owner, system, domain, entityRefs",
    ],
    [
      'an empty selector',
      { ...entry, entities: {} },
      "performance.externalAccess[0].entities selects nothing; give one of owner, system, domain, entityRefs, or '*' for every entity",
    ],
    [
      'an unknown action',
      { ...entry, actions: ['write'] },
      "Unknown action 'write' in performance.externalAccess[0].actions; known are read, upload, contribute, approve, define, administer, review, finding",
    ],
    [
      'no entities',
      { subject: 'ci-payments', actions: ['read'] },
      "Missing required config value at 'performance.externalAccess[0].entities'",
    ],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => read(wrong)).toThrow(message);
  });

  it('refuses a token that looks like a plugin of Backstage', () => {
    const config = new ConfigReader({
      backend: {
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: 'not-so-secret', subject: 'plugin:catalog' },
            },
          ],
        },
      },
    });
    expect(() => readExternalAccess(config)).toThrow(
      "The subject 'plugin:catalog' in backend.auth.externalAccess looks like one of Backstage's own plugins",
    );
  });
});
