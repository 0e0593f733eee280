import { ColumnValue } from './columnValue';

/** PostgreSQL docs, "Array Value Input": made here, for the driver takes several times as long. */
export function arrayLiteral(values: readonly ColumnValue[]): string {
  let literal = '';
  for (const value of values) {
    if (value === null) {
      literal += ',NULL';
    } else if (Buffer.isBuffer(value)) {
      // PostgreSQL docs, "bytea Hex Format".
      literal += `,"\\\\x${value.toString('hex')}"`;
    } else if (typeof value === 'string') {
      literal += `,"${value.replace(/["\\]/g, '\\$&')}"`;
    } else {
      literal += `,${value}`;
    }
  }
  return `{${literal.slice(1)}}`;
}
