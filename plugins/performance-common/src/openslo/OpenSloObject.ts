import { SloMapping } from './SloMapping';

/** An object in one of the files given, for others to refer to. */
export interface OpenSloObject {
  kind: string;
  name: string;
  dialect: string;
  file: string;
  mapping: SloMapping;
}

/** The objects of all files given. */
export class OpenSloObjects {
  readonly #objects = new Map<string, OpenSloObject>();

  /** @returns The one that already has its kind, name and dialect. */
  add(object: OpenSloObject): OpenSloObject | undefined {
    const key = keyOf(object);
    const previous = this.#objects.get(key);
    if (!previous) {
      this.#objects.set(key, object);
    }
    return previous;
  }

  find(dialect: string, kind: string, name: string): OpenSloObject | undefined {
    return this.#objects.get(keyOf({ dialect, kind, name }));
  }
}

function keyOf(object: Pick<OpenSloObject, 'dialect' | 'kind' | 'name'>) {
  return JSON.stringify([object.dialect, object.kind, object.name]);
}
