export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in for demos: whoever opens the page may choose one of these people. Only works with
       * `auth.environment: development` and outside of `NODE_ENV=production`.
       *
       * @visibility frontend
       */
      demo?: {
        /** @deepVisibility frontend */
        people: Array<{
          /** Full entity ref of a user in the catalog. */
          userEntityRef: string;
          name: string;
          role: string;
          /** What this person wants to know. */
          question: string;
          /** What this person may see and do, as short phrases. */
          abilities: string[];
        }>;
        /** Others whom a script may act as; the sign-in page doesn't offer them. */
        colleagues?: Array<{ userEntityRef: string; name: string }>;
      };
    };
  };
}
