import { peekJsonKeys } from './input/peekJson';

const SIGNATURES: { bytes: number[]; name: string }[] = [
  { bytes: [0x1f, 0x8b], name: 'gzip data inside gzip data' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'zstd data' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'xz data' },
  { bytes: [0x42, 0x5a, 0x68], name: 'bzip2 data' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF document' },
  { bytes: [0xff, 0xfe], name: 'UTF-16 text (save it as UTF-8)' },
  { bytes: [0xfe, 0xff], name: 'UTF-16 text (save it as UTF-8)' },
];

/** Says in half a sentence what the beginning of an unknown report looks like. */
export function describeContent(head: Buffer): string {
  for (const { bytes, name } of SIGNATURES) {
    if (head.subarray(0, bytes.length).equals(Buffer.from(bytes))) {
      return name;
    }
  }
  if (head.includes(0)) {
    return `binary data (NUL byte at byte ${head.indexOf(0)})`;
  }
  const text = head.toString('utf8').trimStart();
  if (text === '') {
    return 'white space only';
  }
  const keys = peekJsonKeys(text);
  if (keys !== undefined) {
    return keys.length === 0
      ? 'a JSON object without keys'
      : `JSON with the keys ${enumerate(keys)}`;
  }
  if (text.startsWith('[')) {
    return 'a JSON array';
  }
  if (/^<(!doctype\s+)?html/i.test(text)) {
    return 'an HTML page';
  }
  if (text.startsWith('<')) {
    const root = /<([A-Za-z][\w:.-]*)/.exec(text.replace(/<[?!][^>]*>/g, ''));
    return root ? `XML with the root element ${root[1]}` : 'XML';
  }
  const [firstLine] = text.split(/\r?\n/, 1);
  const columns = firstLine.split(/[,;\t]/);
  return columns.length > 2
    ? `a table with the columns ${enumerate(
        columns.map(column => column.trim()),
      )}`
    : `text beginning "${shorten(firstLine, 60)}"`;
}

function enumerate(names: string[]): string {
  const shown = names.slice(0, 6).map(name => shorten(name, 40));
  return names.length > shown.length
    ? `${shown.join(', ')}, … (${names.length})`
    : shown.join(', ');
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
