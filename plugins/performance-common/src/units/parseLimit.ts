import { InputError } from '@backstage/errors';
import { Bound, ComparisonOperator, Unit } from '../model';
import { parseQuantity } from './parseQuantity';

const LIMIT = /^\s*(<=|>=|<|>|≤|≥)\s*(.*)$/u;

const OPERATORS: Record<string, ComparisonOperator> = {
  '<=': '<=',
  '<': '<',
  '>=': '>=',
  '>': '>',
  '≤': '<=',
  '≥': '>=',
};

/**
 * Reads a limit such as `<= 300 ms`.
 *
 * @param text - An operator (`<=`, `<`, `>=` or `>`) and a quantity: what must hold to pass.
 * @param unit - The unit to convert to. Without one (a `custom.*` metric), the written one decides.
 * @throws InputError if it can't be read or measures something else.
 * @public
 */
export function parseLimit(text: string, unit?: Unit): Bound {
  const match = LIMIT.exec(text);
  if (!match) {
    throw new InputError(
      `'${text.trim()}' doesn't begin with an operator; write what must hold, e.g. \`<= 300 ms\` or \`>= 100/s\``,
    );
  }
  return {
    operator: OPERATORS[match[1]],
    ...parseQuantity(match[2], unit),
    text: text.trim(),
  };
}
