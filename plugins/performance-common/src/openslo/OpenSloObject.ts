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
  readonly #objects = new Map<string, OpenSloObject[]>();

  /** @returns The nearest that already has its kind, name and dialect: in the same file, if any. */
  add(object: OpenSloObject): OpenSloObject | undefined {
    const key = keyOf(object);
    const previous = this.find(object);
    this.#objects.set(key, [...(this.#objects.get(key) ?? []), object]);
    return previous;
  }

  /** What a file means by a name: the one in it, else the first in another. */
  find(
    wanted: Pick<OpenSloObject, 'dialect' | 'kind' | 'name' | 'file'>,
  ): OpenSloObject | undefined {
    const found = this.#objects.get(keyOf(wanted)) ?? [];
    return found.find(({ file }) => file === wanted.file) ?? found[0];
  }

  namesOf(dialect: string, kind: string): string[] {
    return [...this.#objects.values()]
      .flatMap(([first]) => first)
      .filter(object => object.dialect === dialect && object.kind === kind)
      .map(({ name }) => name);
  }
}

function keyOf(object: Pick<OpenSloObject, 'dialect' | 'kind' | 'name'>) {
  return JSON.stringify([object.dialect, object.kind, object.name]);
}
