import { ConfigApi } from '@backstage/core-plugin-api';

/** Someone whose eyes one can see the demo organisation through. */
export interface DemoPerson {
  /** Full entity ref, e.g. `user:default/olivia.reyes`. */
  userEntityRef: string;
  name: string;
  role: string;
  /** One sentence: the question this person comes with. */
  question: string;
  /** What this person may see and do. */
  abilities: string[];
}

/** Reads `auth.providers.demo.people`. */
export function readDemoPeople(config: ConfigApi): DemoPerson[] {
  const people =
    config.getOptionalConfigArray('auth.providers.demo.people') ?? [];
  return people.map(person => ({
    userEntityRef: person.getString('userEntityRef'),
    name: person.getString('name'),
    role: person.getString('role'),
    question: person.getString('question'),
    abilities: person.getStringArray('abilities'),
  }));
}
