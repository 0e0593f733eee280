import { formatQuantity } from '@perf-governance/plugin-performance-common';
import { TerminalOutput } from './Terminal';

/** Smaller files are read before anybody wonders. */
const SHOWN_FROM_BYTES = 8 * 1024 * 1024;

/** How far to get between two updates. */
const STEP_BYTES = 4 * 1024 * 1024;

/**
 * One line on a terminal that says how much of a big file has been read, and goes away at the end.
 * Silent where the output is no terminal.
 */
export class ProgressLine {
  readonly #output: TerminalOutput;
  readonly #label: string;
  readonly #totalBytes?: number;
  #shownBytes = 0;

  constructor(output: TerminalOutput, label: string, totalBytes?: number) {
    this.#output = output;
    this.#label = label;
    this.#totalBytes = totalBytes;
  }

  update(bytes: number): void {
    if (
      !this.#output.isTTY ||
      (this.#totalBytes ?? bytes) < SHOWN_FROM_BYTES ||
      bytes - this.#shownBytes < STEP_BYTES
    ) {
      return;
    }
    this.#shownBytes = bytes;
    const share = this.#totalBytes
      ? ` (${Math.floor((100 * bytes) / this.#totalBytes)} %)`
      : '';
    this.#output.write(
      `\r\u001b[K${this.#label}: ${formatQuantity(bytes, 'B')}${share}`,
    );
  }

  end(): void {
    if (this.#shownBytes > 0) {
      this.#output.write('\r\u001b[K');
    }
  }
}
