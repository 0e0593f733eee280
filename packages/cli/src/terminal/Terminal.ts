import { Readable, Writable } from 'node:stream';

/** Everything a command may touch of the process it runs in. */
export interface Terminal {
  stdin: Readable;
  stdout: TerminalOutput;
  stderr: TerminalOutput;
  environment: Readonly<Record<string, string | undefined>>;
  workingDirectory: string;
  now(): Date;
}

export type TerminalOutput = Writable & {
  isTTY?: boolean;
  columns?: number;
  /** Of `tty.WriteStream`; heeds NO_COLOR and FORCE_COLOR. */
  hasColors?(): boolean;
};

export function processTerminal(): Terminal {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    workingDirectory: process.cwd(),
    now: () => new Date(),
  };
}
