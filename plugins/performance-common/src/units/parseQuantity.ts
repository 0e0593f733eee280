import { InputError } from '@backstage/errors';
import { Unit } from '../model';
import { DIMENSIONS, WRITTEN_UNITS } from './unitTable';

const QUANTITY =
  /^([+-]?)(\d+(?:\.\d+)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?\s*(.*)$/u;

/**
 * Reads a quantity such as `300 ms`, `2 KiB`, `5 %`, `100/s` or `0.05` and converts it to a
 * canonical unit.
 *
 * A time, size or rate must say its unit; a ratio may be a number between 0 and 1.
 *
 * @param text - The quantity as written.
 * @param unit - The unit to convert to; without one, the unit's own dimension decides.
 * @returns The value in `unit`.
 * @throws InputError if it can't be read, measures something else, or lies outside the dimension.
 * @public
 */
export function parseQuantity(
  text: string,
  unit?: Unit,
): { value: number; unit: Unit } {
  const trimmed = text.trim();
  const match = QUANTITY.exec(trimmed);
  if (!match) {
    throw new InputError(
      `'${trimmed}' is not a quantity; write a number and a unit, e.g. ${
        DIMENSIONS[unit ?? 'ms'].examples
      }`,
    );
  }
  const [, sign, digits, exponentText = '0', suffix] = match;
  if (sign === '+') {
    throw new InputError(
      `'${trimmed}' is relative; only absolute limits such as ${
        DIMENSIONS[unit ?? 'ms'].examples
      } are supported`,
    );
  }
  const exponent = Number(exponentText);
  if (suffix === '') {
    const plain: Unit = unit ?? '1';
    if (plain !== '1' && plain !== 'ratio') {
      throw new InputError(
        `'${trimmed}' has no unit; write ${DIMENSIONS[plain].name}, e.g. ${DIMENSIONS[plain].examples}`,
      );
    }
    return checked(trimmed, Number(`${sign}${digits}e${exponent}`), plain);
  }
  const written = WRITTEN_UNITS.get(suffix);
  if (!written) {
    throw new InputError(unknownUnitMessage(trimmed, suffix));
  }
  if (unit && written.unit !== unit) {
    throw new InputError(
      `'${trimmed}' is ${DIMENSIONS[written.unit].name}, but ${
        DIMENSIONS[unit].name
      } is needed, e.g. ${DIMENSIONS[unit].examples}`,
    );
  }
  const shifted = Number(`${sign}${digits}e${exponent + written.exponent}`);
  return checked(trimmed, shifted * written.factor, written.unit);
}

function checked(
  text: string,
  value: number,
  unit: Unit,
): { value: number; unit: Unit } {
  if (!Number.isFinite(value)) {
    throw new InputError(`'${text}' is too large`);
  }
  if (value < 0 && unit !== '1') {
    throw new InputError(
      `'${text}' is negative, which ${DIMENSIONS[unit].name} can't be`,
    );
  }
  if (value > 1 && unit === 'ratio') {
    throw new InputError(
      `'${text}' is more than 100 %; write a ratio between 0 and 1 or a percentage, e.g. ${DIMENSIONS.ratio.examples}`,
    );
  }
  return { value, unit };
}

function unknownUnitMessage(text: string, suffix: string): string {
  if (suffix === 'KB' || suffix === 'K' || suffix === 'k') {
    return `'${text}' is ambiguous; write kB (1000 bytes) or KiB (1024 bytes)`;
  }
  const lower = suffix.toLowerCase();
  for (const known of WRITTEN_UNITS.keys()) {
    if (known.toLowerCase() === lower) {
      return `Unknown unit '${suffix}' in '${text}'; did you mean '${known}'?`;
    }
  }
  return `Unknown unit '${suffix}' in '${text}'; known are ${[
    ...WRITTEN_UNITS.keys(),
  ].join(', ')}`;
}
