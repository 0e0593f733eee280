/** The demo's people, as demo/people.json has them, by what they do. */
export const people = {
  serviceOwner: {
    name: 'Olivia Reyes',
    userEntityRef: 'user:default/olivia.reyes',
  },
  architect: {
    name: 'Anders Lindqvist',
    userEntityRef: 'user:default/anders.lindqvist',
  },
  platformEngineer: {
    name: 'Priya Nair',
    userEntityRef: 'user:default/priya.nair',
  },
} as const;

export type Person = keyof typeof people;
