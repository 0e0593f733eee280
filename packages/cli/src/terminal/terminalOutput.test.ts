import { PassThrough } from 'node:stream';
import { Palette } from './Palette';
import { ProgressLine } from './ProgressLine';
import { TerminalOutput } from './Terminal';

const MEBIBYTE = 1024 * 1024;

function output(options: { isTTY: boolean; colors?: boolean }) {
  const stream: TerminalOutput = new PassThrough();
  stream.isTTY = options.isTTY;
  stream.hasColors = () => options.colors ?? true;
  return {
    stream,
    written: () => String((stream as PassThrough).read() ?? ''),
  };
}

describe('ProgressLine', () => {
  function readThrough(totalBytes: number | undefined, isTTY: boolean) {
    const { stream, written } = output({ isTTY });
    const progress = new ProgressLine(stream, 'Reading a.json', totalBytes);
    for (let bytes = 0; bytes <= 20 * MEBIBYTE; bytes += MEBIBYTE) {
      progress.update(bytes);
    }
    progress.end();
    return written();
  }

  it('tells how far a big file is read, and goes away', () => {
    const text = readThrough(20 * MEBIBYTE, true);

    expect(text).toContain('Reading a.json: 12.6 MB (60 %)');
    expect(text.endsWith('\r\u001b[K')).toBe(true);
  });

  it('does without the size where there is none', () => {
    expect(readThrough(undefined, true)).toContain('Reading a.json: 12.6 MB');
  });

  it.each([
    ['a small file', MEBIBYTE, true],
    ['no terminal', 20 * MEBIBYTE, false],
  ])('is silent for %s', (_, totalBytes, isTTY) => {
    expect(readThrough(totalBytes, isTTY)).toBe('');
  });
});

describe('Palette', () => {
  it.each([
    ['on a terminal', { isTTY: true, colors: true }, '\u001b[31mno\u001b[39m'],
    // hasColors() of a terminal heeds NO_COLOR: https://no-color.org
    ['without colours', { isTTY: true, colors: false }, 'no'],
    ['into a pipe', { isTTY: false }, 'no'],
  ])('colours %s', (_, options, expected) => {
    expect(new Palette(output(options).stream).bad('no')).toBe(expected);
  });
});
