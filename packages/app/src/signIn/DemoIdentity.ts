import { IdentityApi } from '@backstage/core-plugin-api';
import { chosenPerson } from './chosenPerson';

/** The identity of the chosen person; signing out forgets the choice. */
export class DemoIdentity implements IdentityApi {
  readonly #identity: IdentityApi;

  constructor(identity: IdentityApi) {
    this.#identity = identity;
  }

  getProfileInfo() {
    return this.#identity.getProfileInfo();
  }

  getBackstageIdentity() {
    return this.#identity.getBackstageIdentity();
  }

  getCredentials() {
    return this.#identity.getCredentials();
  }

  async signOut() {
    chosenPerson.clear();
    await this.#identity.signOut();
  }
}
