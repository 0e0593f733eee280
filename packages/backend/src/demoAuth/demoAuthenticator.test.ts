import { ConfigReader } from '@backstage/config';
import { AuthenticationError } from '@backstage/errors';
import { demoAuthenticator } from './demoAuthenticator';

type AuthenticateOptions = Parameters<typeof demoAuthenticator.authenticate>[0];

const context = demoAuthenticator.initialize({
  config: new ConfigReader({
    people: [{ userEntityRef: 'User:default/Olivia', name: 'Olivia Reyes' }],
    colleagues: [{ userEntityRef: 'user:default/wei', name: 'Wei Chen' }],
  }),
});

function authenticate(header?: string) {
  const req = { header: () => header } as unknown as AuthenticateOptions['req'];
  return demoAuthenticator.authenticate({ req }, context);
}

describe('demoAuthenticator', () => {
  it('signs in one of the configured people', async () => {
    await expect(authenticate('user:default/olivia')).resolves.toEqual({
      result: {
        userEntityRef: 'user:default/olivia',
        displayName: 'Olivia Reyes',
      },
    });
  });

  it('signs in a colleague', async () => {
    await expect(authenticate('user:default/wei')).resolves.toMatchObject({
      result: { displayName: 'Wei Chen' },
    });
  });

  it.each([undefined, 'user:default/mallory', '__proto__'])(
    'signs in nobody for the header %j',
    async header => {
      await expect(authenticate(header)).rejects.toThrow(AuthenticationError);
    },
  );
});
