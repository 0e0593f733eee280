import { Terminal } from '../terminal/Terminal';

/**
 * Turns a command into an action of the argument parser: hands it the terminal and keeps its exit
 * code.
 */
export type CommandRunner = <A extends unknown[]>(
  command: (terminal: Terminal, ...args: A) => Promise<number>,
) => (...args: A) => Promise<void>;
