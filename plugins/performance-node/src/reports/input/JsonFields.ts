import { JsonObject, JsonValue } from '@backstage/types';
import { ReportError } from '../ReportError';

interface ReportSource {
  tool: string;
  format: string;
}

/**
 * Reads the members of a JSON object of a report, naming the path of the one that is not as the
 * tool writes it.
 */
export class JsonFields {
  private constructor(
    private readonly source: ReportSource,
    readonly path: string,
    private readonly object: JsonObject,
  ) {}

  static of(
    source: ReportSource,
    value: JsonValue | undefined,
    path: string,
  ): JsonFields {
    if (!isObject(value)) {
      throw new ReportError({
        ...source,
        path: path === '' ? undefined : path,
        reason: `expected an object, found ${describe(value)}`,
      });
    }
    return new JsonFields(source, path, value);
  }

  has(key: string): boolean {
    return Object.prototype.hasOwnProperty.call(this.object, key);
  }

  keys(): string[] {
    return Object.keys(this.object);
  }

  value(key: string): JsonValue | undefined {
    return this.has(key) ? this.object[key] : undefined;
  }

  pathOf(key: string): string {
    const step = /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
    return this.path === '' ? step : `${this.path}.${step}`;
  }

  fields(key: string): JsonFields {
    return JsonFields.of(this.source, this.value(key), this.pathOf(key));
  }

  optionalFields(key: string): JsonFields | undefined {
    return isObject(this.value(key)) ? this.fields(key) : undefined;
  }

  /** The objects of an array; empty if the key is missing. */
  list(key: string): JsonFields[] {
    const value = this.value(key);
    if (value === undefined || value === null) {
      return [];
    }
    if (!Array.isArray(value)) {
      throw this.error(key, `expected an array, found ${describe(value)}`);
    }
    return value.map((item, index) =>
      JsonFields.of(this.source, item, `${this.pathOf(key)}[${index}]`),
    );
  }

  /** A finite number, or `undefined` if the key is missing. */
  optionalNumber(key: string): number | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw this.error(
        key,
        `expected a finite number, found ${describe(value)}`,
      );
    }
    return value;
  }

  number(key: string): number {
    const value = this.optionalNumber(key);
    if (value === undefined) {
      throw this.error(key, 'missing');
    }
    return value;
  }

  /** Times, sizes and counts are never below zero. */
  optionalAmount(key: string): number | undefined {
    const value = this.optionalNumber(key);
    if (value !== undefined && value < 0) {
      throw this.error(key, `${value} is negative`);
    }
    return value;
  }

  optionalString(key: string): string | undefined {
    const value = this.value(key);
    return typeof value === 'string' ? value : undefined;
  }

  error(key: string, reason: string): ReportError {
    return new ReportError({
      ...this.source,
      path: this.pathOf(key),
      reason,
    });
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: JsonValue | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'an array';
  }
  if (typeof value === 'object') {
    return 'an object';
  }
  // JSON.parse reads 1e999 as Infinity, which JSON.stringify would call null.
  const text =
    typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
