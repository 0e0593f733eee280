import { Lexer, Parser } from 'yaml';
import { DefinitionProblem } from '../model';

/** Levels that a document may nest; no definition has more than a dozen. */
const MOST_NESTED = 100;

/** One level after another in the same line, which reading the line itself would descend into. */
const INDICATORS = /(?:[-?:][ \t]+){100}/;

/**
 * Finds where a file nests deeper than anybody would write. To build such a document exhausts the stack, and
 * may end the process; to find this out takes none of it.
 *
 * @returns The offset, or `undefined` where nothing nests too deep.
 * @public
 */
export function findTooDeep(text: string): number | undefined {
  const inLine = text.search(INDICATORS);
  if (inLine >= 0) {
    return inLine;
  }
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    // What it yields are whole documents, of which nothing is built here.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > MOST_NESTED) {
      return offset;
    }
  }
  return undefined;
}

/**
 * Says that a file nests too deep, at an offset.
 *
 * @public
 */
export function tooDeepProblem(
  file: string,
  text: string,
  offset: number,
): DefinitionProblem & { rule: 'yaml-syntax' } {
  const before = text.slice(0, offset).split('\n');
  return {
    file,
    line: before.length,
    column: before[before.length - 1].length + 1,
    severity: 'error',
    rule: 'yaml-syntax',
    message: `The document nests deeper than ${MOST_NESTED} levels.`,
  };
}
