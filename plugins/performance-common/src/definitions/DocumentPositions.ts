import { Document, isMap, isNode, LineCounter, Node, Scalar } from 'yaml';

/** Path of keys and indices into a YAML document. */
export type DocumentPath = readonly (string | number)[];

/** 1-based. */
export interface DocumentPosition {
  line: number;
  column: number;
}

/** Where in its file each part of a YAML document is. */
export class DocumentPositions {
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;

  constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  /** Of the value at a path, or of the nearest that exists above it. */
  ofValue(path: DocumentPath): DocumentPosition {
    return this.ofOffset(this.#offsetOfValue(path));
  }

  /** Of a key itself. */
  ofKey(path: DocumentPath): DocumentPosition {
    return this.ofOffset(this.#offsetOfKey(path));
  }

  ofOffset(offset: number): DocumentPosition {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  #offsetOfValue(path: DocumentPath): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#nodeAt(path.slice(0, length));
      if (node?.range) {
        return node.range[0];
      }
    }
    return this.#document.contents?.range?.[0] ?? this.#document.range[0];
  }

  #offsetOfKey(path: DocumentPath): number {
    const parent =
      path.length > 1
        ? this.#nodeAt(path.slice(0, -1))
        : this.#document.contents;
    const name = path[path.length - 1];
    if (isMap(parent)) {
      for (const { key } of parent.items) {
        if (key instanceof Scalar && String(key.value) === String(name)) {
          return key.range?.[0] ?? this.#offsetOfValue(path);
        }
      }
    }
    return this.#offsetOfValue(path);
  }

  #nodeAt(path: DocumentPath): Node | undefined {
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node : undefined;
  }
}
