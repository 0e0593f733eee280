interface Node<T> {
  values: Map<string, T>;
  next: WeakMap<object, Node<T>>;
}

/**
 * Remembers what was made of a sequence of objects, as long as the objects live. Most entities are
 * governed by the same definitions: what follows from these is worked out once, and is the same
 * object for all.
 */
export class SequenceMemo<T> {
  readonly #root: Node<T> = createNode();

  /**
   * @param objects - Never changed once they are here.
   * @param key - What else the result depends on.
   */
  get(objects: readonly object[], key: string, make: () => T): T {
    let node = this.#root;
    for (const object of objects) {
      let next = node.next.get(object);
      if (!next) {
        next = createNode();
        node.next.set(object, next);
      }
      node = next;
    }
    let value = node.values.get(key);
    if (value === undefined) {
      value = make();
      node.values.set(key, value);
    }
    return value;
  }
}

function createNode<T>(): Node<T> {
  return { values: new Map(), next: new WeakMap() };
}
