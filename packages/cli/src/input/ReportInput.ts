import { Readable } from 'node:stream';

/** A report to read: a file, or the standard input. */
export interface ReportInput {
  /** As the user named it; `standard input` for `-`. */
  name: string;
  /** The file's base name, for those who look at extensions. */
  fileName?: string;
  /** Size as it lies there (compressed or not); unknown for the standard input. */
  bytes?: number;
  stream: Readable;
}
