// Databases are made and migrated before tests, which takes a while on a busy machine.
jest.setTimeout(60_000);
