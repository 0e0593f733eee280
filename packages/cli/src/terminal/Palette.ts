import { styleText } from 'node:util';
import { TerminalOutput } from './Terminal';

/** Colours by meaning; none where the output is no terminal or NO_COLOR is set. */
export class Palette {
  readonly #colored: boolean;

  constructor(output: TerminalOutput | undefined) {
    this.#colored = Boolean(output?.isTTY && output.hasColors?.());
  }

  good(text: string): string {
    return this.#style('green', text);
  }

  caution(text: string): string {
    return this.#style('yellow', text);
  }

  bad(text: string): string {
    return this.#style('red', text);
  }

  strong(text: string): string {
    return this.#style('bold', text);
  }

  faint(text: string): string {
    return this.#style('dim', text);
  }

  #style(
    format: 'green' | 'yellow' | 'red' | 'bold' | 'dim',
    text: string,
  ): string {
    return this.#colored && text !== ''
      ? styleText(format, text, { validateStream: false })
      : text;
  }
}
