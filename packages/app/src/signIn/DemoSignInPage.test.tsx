import { IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { chosenPerson } from './chosenPerson';
import { DemoSignInPage } from './DemoSignInPage';

const config = {
  organization: { name: 'Lantern Market' },
  backend: { baseUrl: 'http://backend' },
  auth: {
    providers: {
      demo: {
        people: [
          {
            userEntityRef: 'user:default/olivia',
            name: 'Olivia Reyes',
            role: 'Service owner',
            question: 'Am I fine?',
            abilities: ['Uploads reports'],
          },
          {
            userEntityRef: 'user:default/priya',
            name: 'Priya Nair',
            role: 'Platform engineer',
            question: 'Are the limits kept?',
            abilities: ['Sees every service'],
          },
        ],
      },
    },
  },
};

/** A session as `createProxyAuthRouteHandlers` of plugin-auth-node answers it. */
function sessionOf(userEntityRef: string) {
  return {
    providerInfo: {},
    profile: { displayName: userEntityRef },
    backstageIdentity: {
      token: `header.${window.btoa(JSON.stringify({ exp: 4102444800 }))}.sign`,
      identity: { type: 'user', userEntityRef, ownershipEntityRefs: [] },
    },
  };
}

function answer(status: number, body: unknown) {
  return {
    ok: status === 200,
    status,
    statusText: '',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response;
}

function renderPage() {
  const signedIn = jest.fn<void, [IdentityApi]>();
  renderInTestApp(<DemoSignInPage onSignInSuccess={signedIn} />, { config });
  return signedIn;
}

describe('DemoSignInPage', () => {
  const fetch = jest.spyOn(window, 'fetch');

  beforeEach(() => {
    window.localStorage.clear();
    fetch.mockReset().mockImplementation(async (_url, init) => {
      const user = new Headers(init?.headers).get('x-demo-user') ?? '';
      return answer(200, sessionOf(user));
    });
  });

  it('signs in as the person that is chosen, and remembers who', async () => {
    const signedIn = renderPage();
    expect(
      await screen.findByText('“Are the limits kept?”'),
    ).toBeInTheDocument();
    expect(screen.getByText('Sees every service')).toBeInTheDocument();
    expect(fetch).not.toHaveBeenCalled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in as Priya' }),
    );

    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));
    const [identity] = signedIn.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/priya',
    });
    expect(fetch.mock.calls[0][0]).toBe('http://backend/api/auth/demo/refresh');
    expect(chosenPerson.get()).toBe('user:default/priya');

    await identity.signOut();
    expect(chosenPerson.get()).toBeUndefined();
  });

  it('does not ask again who was chosen before', async () => {
    chosenPerson.set('user:default/olivia');
    const signedIn = renderPage();

    await waitFor(() => expect(signedIn).toHaveBeenCalledTimes(1));
    const [identity] = signedIn.mock.calls[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/olivia',
    });
  });

  it('asks again if the person of before is none of the demo', async () => {
    chosenPerson.set('user:default/somebody-else');
    renderPage();

    expect(
      await screen.findByRole('heading', { name: 'Who are you today?' }),
    ).toBeInTheDocument();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says why signing in failed, and lets one choose again', async () => {
    fetch.mockResolvedValue(
      answer(404, {
        error: { name: 'NotFoundError', message: 'User not found' },
        response: { statusCode: 404 },
      }),
    );
    chosenPerson.set('user:default/olivia');
    renderPage();

    expect(await screen.findByText(/User not found/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose another person' }),
    );

    expect(
      screen.getByRole('heading', { name: 'Who are you today?' }),
    ).toBeInTheDocument();
    expect(chosenPerson.get()).toBeUndefined();
  });
});
