import { didYouMean } from '../definitions/didYouMean';
import { DocumentPath } from '../definitions/DocumentPositions';
import { OpenSloAuthority } from './OpenSloProblem';
import { Authorities, formatPath, SloReport } from './SloReport';

const TYPE_NAMES = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

/**
 * A mapping of an SLO document, read field by field. A field that is empty, or empty text, is one
 * that isn't there.
 */
export class SloMapping {
  readonly report: SloReport;
  readonly path: DocumentPath;
  readonly #fields: Record<string, unknown>;

  constructor(
    report: SloReport,
    path: DocumentPath,
    fields: Record<string, unknown>,
  ) {
    this.report = report;
    this.path = path;
    this.#fields = fields;
  }

  /** The same mapping, which some authorities don't look into. */
  unseenBy(...authorities: Authorities): SloMapping {
    const report = this.report.unseenBy(...authorities);
    return new SloMapping(report, this.path, this.#fields);
  }

  /** Path of a field in its object. */
  at(...parts: DocumentPath): DocumentPath {
    return [...this.path, ...parts];
  }

  has(field: string): boolean {
    return this.raw(field) !== undefined;
  }

  /** As written, of whatever type. */
  raw(field: string): unknown {
    const value = this.#fields[field];
    return value === null || value === '' ? undefined : value;
  }

  /** Names of the fields that there are. */
  get names(): string[] {
    return Object.keys(this.#fields).filter(name => this.has(name));
  }

  /** Objects where a field is missing. @returns Whether it is there. */
  require(field: string, by?: readonly OpenSloAuthority[]): boolean {
    if (this.has(field)) {
      return true;
    }
    this.report.object(
      'missing-field',
      this.path,
      `${this.#name} lacks the field '${field}'.`,
      by,
    );
    return false;
  }

  text(field: string, by?: readonly OpenSloAuthority[]): string | undefined {
    return this.#typed(field, 'string', by) as string | undefined;
  }

  number(field: string): number | undefined {
    return this.#typed(field, 'number') as number | undefined;
  }

  boolean(
    field: string,
    by?: readonly OpenSloAuthority[],
  ): boolean | undefined {
    return this.#typed(field, 'boolean', by) as boolean | undefined;
  }

  /** One of a few texts. */
  choice<T extends string>(
    field: string,
    choices: readonly T[],
    by?: readonly OpenSloAuthority[],
  ): T | undefined {
    const text = this.text(field);
    const found = choices.find(choice => choice === text);
    if (text !== undefined && !found) {
      this.report.object(
        'invalid-value',
        this.at(field),
        `'${field}' must be one of ${choices.join(
          ', ',
        )}, not '${text}'.${didYouMean(text, choices)}`,
        by,
      );
    }
    return found;
  }

  /** Names and texts, such as labels. @returns The names. */
  textMap(field: string, by?: readonly OpenSloAuthority[]): string[] {
    const texts = this.mapping(field);
    for (const name of texts?.names ?? []) {
      texts?.text(name, by);
    }
    return texts?.names ?? [];
  }

  /** A list of texts. */
  texts(field: string): string[] {
    return (this.list(field) ?? []).flatMap((value, index) => {
      if (typeof value !== 'string') {
        this.#wrongType(this.at(field, index), TYPE_NAMES.string);
        return [];
      }
      return [value];
    });
  }

  mapping(field: string): SloMapping | undefined {
    const value = this.raw(field);
    if (value === undefined) {
      return undefined;
    }
    if (!isMapping(value)) {
      this.#wrongType(this.at(field), 'a mapping');
      return undefined;
    }
    return new SloMapping(this.report, this.at(field), value);
  }

  list(field: string): unknown[] | undefined {
    const value = this.raw(field);
    if (value !== undefined && !Array.isArray(value)) {
      this.#wrongType(this.at(field), 'a list');
      return undefined;
    }
    return value;
  }

  mappings(field: string): SloMapping[] | undefined {
    return this.list(field)?.flatMap((value, index) => {
      const path = this.at(field, index);
      if (!isMapping(value)) {
        this.#wrongType(path, 'a mapping');
        return [];
      }
      return [new SloMapping(this.report, path, value)];
    });
  }

  /**
   * Tells of fields that aren't among those known, and what they might have been.
   *
   * @param by - Who refuses them; where nobody does, it is our advice.
   */
  expectOnly(
    known: readonly string[],
    by: readonly OpenSloAuthority[] = ['sdk'],
  ): void {
    for (const name of Object.keys(this.#fields)) {
      if (!known.includes(name)) {
        const message = `Unknown field '${name}'.${
          didYouMean(name, known) || ` Known are ${known.join(', ')}.`
        }`;
        if (by.length === 0) {
          this.report.advise('unknown-field', this.at(name), message);
        } else {
          this.report.object(
            'unknown-field',
            this.at(name),
            message,
            by,
            'key',
          );
        }
        this.report.lose(this.at(name), {
          said: `the field '${name}', which the format doesn’t have`,
          becomes: 'nothing',
        });
      }
    }
  }

  get #name(): string {
    return this.path.length === 0
      ? 'The document'
      : `'${formatPath(this.path)}'`;
  }

  #typed(
    field: string,
    type: keyof typeof TYPE_NAMES,
    by?: readonly OpenSloAuthority[],
  ): unknown {
    const value = this.raw(field);
    if (value !== undefined && typeof value !== type) {
      this.#wrongType(this.at(field), TYPE_NAMES[type], by);
      return undefined;
    }
    return value;
  }

  #wrongType(
    path: DocumentPath,
    expected: string,
    by?: readonly OpenSloAuthority[],
  ): void {
    this.report.object(
      'wrong-type',
      path,
      `'${formatPath(path)}' must be ${expected}.`,
      by,
    );
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
