/**
 * Something the user can set right: bad usage or bad input. Ends the command with exit code 2.
 */
export class CliError extends Error {
  override readonly name = 'CliError';
  /** A file, an option, a line; what the message is about. */
  readonly where?: string;
  /** What to do about it. */
  readonly fix?: string;

  constructor(
    what: string,
    details: { where?: string; fix?: string; cause?: unknown } = {},
  ) {
    super(what, { cause: details.cause });
    this.where = details.where;
    this.fix = details.fix;
  }
}
