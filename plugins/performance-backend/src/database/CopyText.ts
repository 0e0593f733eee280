import { ColumnValue } from './columnValue';

/** Large enough that hardly any time goes into their number. */
const CHUNK_BYTES = 256 * 1024;

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const MINUS = 45;
const ZERO = 48;
const BACKSLASH = 92;
const FIRST_BEYOND_ASCII = 128;

const NULL = Buffer.from('\\N');
const TRUE = Buffer.from('t');
const FALSE = Buffer.from('f');

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** Copying fewer bytes one by one is faster. */
const COPIED_AT_ONCE = 24;

/**
 * Writes rows as PostgreSQL takes them by COPY (PostgreSQL docs, "COPY", "Text Format"), byte by byte: making
 * strings of them first, and bytes of these, takes longer. Most values are the same as in the row before,
 * whose bytes are copied.
 */
export class CopyText<T> {
  readonly #valuesOf: readonly ((record: T) => ColumnValue)[];
  #bytes = Buffer.allocUnsafe(CHUNK_BYTES);
  #length = 0;
  /** Of the row before, if it is here. */
  #values: ColumnValue[] = [];
  /** Where each column of the row before ends, with what separates it from the next. */
  #ends: Int32Array;
  #nextEnds: Int32Array;
  #rowStart = 0;

  constructor(valuesOf: readonly ((record: T) => ColumnValue)[]) {
    this.#valuesOf = valuesOf;
    this.#ends = new Int32Array(valuesOf.length);
    this.#nextEnds = new Int32Array(valuesOf.length);
  }

  /** Whether there is enough to be sent. */
  get isFull(): boolean {
    return this.#length >= CHUNK_BYTES / 2;
  }

  add(record: T): void {
    const valuesOf = this.#valuesOf;
    const values = this.#values;
    const ends = this.#ends;
    const nextEnds = this.#nextEnds;
    const rowStart = this.#length;
    const count = valuesOf.length;
    for (let column = 0; column < count; ) {
      const first = column;
      let value = valuesOf[column](record);
      while (value === values[column] && column < count) {
        column += 1;
        value = column < count ? valuesOf[column](record) : null;
      }
      if (column > first) {
        const from = first === 0 ? this.#rowStart : ends[first - 1];
        const shift = this.#length - from;
        this.#copyWithin(from, ends[column - 1]);
        for (let copied = first; copied < column; copied++) {
          nextEnds[copied] = ends[copied] + shift;
        }
      }
      if (column < count) {
        this.#write(value);
        this.#reserve(1);
        this.#bytes[this.#length++] = column === count - 1 ? NEWLINE : TAB;
        nextEnds[column] = this.#length;
        values[column] = value;
        column += 1;
      }
    }
    this.#rowStart = rowStart;
    this.#ends = nextEnds;
    this.#nextEnds = ends;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(CHUNK_BYTES);
    this.#length = 0;
    this.#values = [];
    return taken;
  }

  #copyWithin(start: number, end: number): void {
    this.#reserve(end - start);
    const bytes = this.#bytes;
    let to = this.#length;
    this.#length += end - start;
    if (end - start > COPIED_AT_ONCE) {
      bytes.copyWithin(to, start, end);
      return;
    }
    for (let from = start; from < end; from++) {
      bytes[to++] = bytes[from];
    }
  }

  #write(value: ColumnValue): void {
    switch (typeof value) {
      case 'number':
        if (value === (value | 0)) {
          this.#writeInteger(value);
        } else {
          this.#writeText(String(value));
        }
        break;
      case 'string':
        this.#writeText(value);
        break;
      case 'boolean':
        this.#writeBytes(value ? TRUE : FALSE);
        break;
      default:
        this.#writeBytes(
          value === null ? NULL : Buffer.from(`\\\\x${value.toString('hex')}`),
        );
    }
  }

  /** Of 32 bits. */
  #writeInteger(value: number): void {
    this.#reserve(11);
    const bytes = this.#bytes;
    let to = this.#length;
    let rest = value;
    if (value < 0) {
      bytes[to++] = MINUS;
      rest = -value;
    }
    to += 1;
    for (let more = rest; more >= 10; more = Math.trunc(more / 10)) {
      to += 1;
    }
    this.#length = to;
    do {
      to -= 1;
      bytes[to] = ZERO + (rest % 10);
      rest = Math.trunc(rest / 10);
    } while (rest > 0);
  }

  #writeText(text: string): void {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    let to = this.#length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (
        code >= FIRST_BEYOND_ASCII ||
        code === BACKSLASH ||
        code === TAB ||
        code === NEWLINE ||
        code === RETURN
      ) {
        this.#writeBytes(
          Buffer.from(text.replace(/[\\\t\n\r]/g, special => ESCAPES[special])),
        );
        return;
      }
      bytes[to++] = code;
    }
    this.#length = to;
  }

  #writeBytes(bytes: Buffer): void {
    this.#reserve(bytes.length);
    bytes.copy(this.#bytes, this.#length);
    this.#length += bytes.length;
  }

  #reserve(count: number): void {
    if (this.#length + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#length + count));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
  }
}
