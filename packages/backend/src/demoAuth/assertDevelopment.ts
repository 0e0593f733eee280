import { RootConfigService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/**
 * Anyone who reaches the demo sign-in can be anybody, so it must be asked for twice.
 *
 * @throws NotAllowedError outside of development.
 */
export function assertDevelopment(
  config: RootConfigService,
  nodeEnvironment = process.env.NODE_ENV,
) {
  if (nodeEnvironment === 'production') {
    throw new NotAllowedError(
      'auth.providers.demo signs anybody in without a password and is refused with NODE_ENV=production. Remove it from the configuration.',
    );
  }
  if (config.getOptionalString('auth.environment') !== 'development') {
    throw new NotAllowedError(
      'auth.providers.demo signs anybody in without a password and needs auth.environment to be "development".',
    );
  }
}
