import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { assertDevelopment } from './assertDevelopment';
import { demoAuthenticator } from './demoAuthenticator';

/**
 * Sign-in as one of the people in `auth.providers.demo.people`, without a password. For the demo
 * only: with the provider configured outside of development, the backend doesn't start.
 */
export const demoAuthModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (!config.has('auth.providers.demo')) {
          return;
        }
        assertDevelopment(config);
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: result.userEntityRef,
              }),
          }),
        });
      },
    });
  },
});
