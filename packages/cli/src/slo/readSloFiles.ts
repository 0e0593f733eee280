import { text } from 'node:stream/consumers';
import { findFiles } from '../input/findFiles';
import { readTextFile } from '../input/readTextFile';
import { Terminal } from '../terminal/Terminal';

/** What stands for the standard input where a file is expected. */
const STANDARD_INPUT = '-';

/** Reads all files that paths, folders and globs stand for; `-` is the standard input. */
export async function readSloFiles(
  patterns: string[],
  terminal: Terminal,
): Promise<{ file: string; text: string }[]> {
  const isFile = (pattern: string) => pattern !== STANDARD_INPUT;
  const files = await findFiles(patterns.filter(isFile), terminal, 'SLO file');
  const read = await Promise.all(
    files.map(async file => ({
      file,
      text: await readTextFile(file, terminal),
    })),
  );
  return patterns.includes(STANDARD_INPUT)
    ? [...read, { file: 'standard input', text: await text(terminal.stdin) }]
    : read;
}
