import { mockServices } from '@backstage/backend-test-utils';
import { assertDevelopment } from './assertDevelopment';

const development = mockServices.rootConfig({
  data: { auth: { environment: 'development' } },
});

describe('assertDevelopment', () => {
  it('accepts a backend in development', () => {
    expect(() => assertDevelopment(development, 'development')).not.toThrow();
  });

  it('refuses production, whatever the configuration says', () => {
    expect(() => assertDevelopment(development, 'production')).toThrow(
      /refused with NODE_ENV=production/,
    );
  });

  it.each([{}, { auth: { environment: 'production' } }])(
    'refuses the configuration %j',
    data => {
      expect(() =>
        assertDevelopment(mockServices.rootConfig({ data }), 'development'),
      ).toThrow(/needs auth.environment to be "development"/);
    },
  );
});
