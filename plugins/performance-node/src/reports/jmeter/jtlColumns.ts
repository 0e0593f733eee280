/** Header names of a JTL (apache/jmeter, CSVSaveService.java) that are read here. */
export type JtlColumn =
  | 'timeStamp'
  | 'elapsed'
  | 'label'
  | 'responseMessage'
  | 'threadName'
  | 'success'
  | 'bytes'
  | 'sentBytes'
  | 'allThreads'
  | 'Latency'
  | 'Connect'
  | 'SampleCount';

const READ: readonly string[] = [
  'timeStamp',
  'elapsed',
  'label',
  'responseMessage',
  'threadName',
  'success',
  'bytes',
  'sentBytes',
  'allThreads',
  'Latency',
  'Connect',
  'SampleCount',
];

/**
 * The columns a JTL begins with when it was saved without header in the default configuration;
 * what follows them differs between versions of JMeter.
 */
export const DEFAULT_COLUMNS = [
  'timeStamp',
  'elapsed',
  'label',
  'responseCode',
  'responseMessage',
  'threadName',
  'dataType',
  'success',
];

export interface JtlLayout {
  delimiter: string;
  header: boolean;
  /** Position of each column that is read. */
  positions: Partial<Record<JtlColumn, number>>;
}

/** Tells the layout of a JTL in CSV from its first line; `undefined` if it isn't one. */
export function jtlLayout(firstLine: string): JtlLayout | undefined {
  const delimiter = /^"?\w+"?([^\w"])/.exec(firstLine)?.[1];
  if (delimiter !== undefined && /[,;|\t:~ ]/.test(delimiter)) {
    const names = firstLine
      .trimEnd()
      .split(delimiter)
      .map(name => name.replace(/^"(.*)"$/, '$1'));
    if (names.includes('elapsed') && names.includes('label')) {
      return { delimiter, header: true, positions: positionsOf(names) };
    }
  }
  return headerlessLayout(firstLine);
}

function headerlessLayout(firstLine: string): JtlLayout | undefined {
  const time =
    /^(\d{12,13}|\d{4}[-/]\d\d[-/]\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?)([,;|\t])\d+\2/.exec(
      firstLine,
    );
  if (!time) {
    return undefined;
  }
  const delimiter = time[2];
  const success = new RegExp(
    `[${delimiter}](true|false)([${delimiter}]|\\s*$)`,
  );
  return success.test(firstLine)
    ? { delimiter, header: false, positions: positionsOf(DEFAULT_COLUMNS) }
    : undefined;
}

function positionsOf(names: string[]): JtlLayout['positions'] {
  const positions: Partial<Record<string, number>> = {};
  for (const [index, name] of names.entries()) {
    if (READ.includes(name)) {
      positions[name] ??= index;
    }
  }
  return positions;
}
