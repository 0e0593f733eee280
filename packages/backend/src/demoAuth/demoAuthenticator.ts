import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Header that names whom to sign in as: the entity ref of one of the configured people. */
const USER_HEADER = 'x-demo-user';

interface DemoResult {
  userEntityRef: string;
  displayName: string;
}

/**
 * Accepts whoever asks to be one of `auth.providers.demo.people` or `colleagues`, and nobody else. The app
 * offers the people; the colleagues only act in what the demo's loader tells of them.
 */
export const demoAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (result: DemoResult) => ({
    profile: { displayName: result.displayName },
  }),
  initialize({ config }) {
    const people = [
      ...config.getConfigArray('people'),
      ...(config.getOptionalConfigArray('colleagues') ?? []),
    ].map(person => ({
      userEntityRef: stringifyEntityRef(
        parseEntityRef(person.getString('userEntityRef')),
      ),
      displayName: person.getString('name'),
    }));
    return new Map(people.map(person => [person.userEntityRef, person]));
  },
  async authenticate({ req }, people) {
    const requested = req.header(USER_HEADER);
    const result = requested ? people.get(requested) : undefined;
    if (!result) {
      throw new AuthenticationError(
        requested
          ? `"${requested}" is not one of the people of this demo.`
          : `The ${USER_HEADER} header is missing.`,
      );
    }
    return { result };
  },
});
