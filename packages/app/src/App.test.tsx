import { render, screen } from '@testing-library/react';
import App from './App';

const people = [
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
    question: 'Does the organisation keep its limits?',
    abilities: ['Sees every service'],
  },
];

describe('App', () => {
  it('starts with the choice of whom to sign in as', async () => {
    const appConfig = [
      {
        context: 'test',
        data: {
          app: { title: 'Test', baseUrl: 'http://localhost:3000' },
          organization: { name: 'Lantern Market' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: { demo: { people } } },
        },
      },
    ];
    // The development server puts the value itself there, not its text.
    jest.replaceProperty(process, 'env', {
      NODE_ENV: 'test',
      APP_CONFIG: appConfig as unknown as string,
    });

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Who are you today?' },
        {
          timeout: 20_000,
        },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Sign in as Olivia' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Sign in as Priya' }),
    ).toBeInTheDocument();
  }, 60_000);
});
