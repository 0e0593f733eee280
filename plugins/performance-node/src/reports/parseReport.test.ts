import { createHash } from 'crypto';
import { readFile } from 'fs/promises';
import { join } from 'path';
import { Readable } from 'stream';
import { setFlagsFromString } from 'v8';
import { runInNewContext } from 'vm';
import { createGzip, gzipSync } from 'zlib';
import { chunksOf } from './__testUtils__/parseText';
import { parseReport, ParseReportOptions } from './parseReport';
import { ReportError } from './ReportError';
import { ReportLimitError } from './ReportLimitError';
import { ReportParser } from './ReportParser';

// Some of these read a hundred megabytes, on machines that have other things to do.
jest.setTimeout(60_000);

const MIB = 1024 * 1024;
const NDJSON = join(__dirname, 'k6', '__fixtures__', 'requests.ndjson');

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes in use, without what only waits to be collected. */
function liveHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function parse(content: Buffer | string, options?: ParseReportOptions) {
  return parseReport(
    Readable.from(chunksOf(Buffer.from(content), 1000)),
    options,
  );
}

/** Endless copies of a chunk after a beginning, counting the bytes somebody took. */
function endless(beginning: string, chunk: Buffer) {
  let taken = 0;
  const stream = Readable.from(
    (function* chunks() {
      yield Buffer.from(beginning);
      for (;;) {
        taken += chunk.length;
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
  return { stream, taken: () => taken };
}

/** Takes anything, so that only the limits on bytes are left. */
const blindParser: ReportParser = {
  tool: 'blind',
  formats: ['blind'],
  detect: () => ({ confidence: 'certain' }),
  async parse(input) {
    let chunks = 0;
    for await (const chunk of input) {
      chunks += chunk.length > 0 ? 1 : 0;
    }
    throw new Error(`the report ended after ${chunks} chunks`);
  },
};

async function failureOf(promise: Promise<unknown>): Promise<ReportError> {
  const error = await promise.then(
    () => undefined,
    reason => reason,
  );
  expect(error).toBeInstanceOf(ReportError);
  return error;
}

describe('parseReport', () => {
  it('reads a compressed report as it reads a plain one', async () => {
    const content = await readFile(NDJSON);
    const plain = await parse(content);
    expect(plain.bytes).toBe(content.length);
    expect(plain.contentSha256).toBe(
      createHash('sha256').update(content).digest('hex'),
    );
    await expect(parse(gzipSync(content))).resolves.toEqual(plain);
    // RFC 1952, section 2.2: a gzip file may have several members.
    const half = content.length / 2;
    const members = Buffer.concat([
      gzipSync(content.subarray(0, half)),
      gzipSync(content.subarray(half)),
    ]);
    await expect(parse(members)).resolves.toEqual(plain);
  });

  it('reports how much it has read', async () => {
    const content = gzipSync(await readFile(NDJSON));
    const progress: number[] = [];
    await parse(content, { onProgress: bytes => progress.push(bytes) });
    expect(progress[progress.length - 1]).toBe(content.length);
  });

  it.each([
    ['nothing', '', 'the report is empty'],
    ['nothing, compressed', gzipSync(''), 'the report is empty'],
    ['white space', ' \n \n', /it looks like white space only/],
    [
      'JSON of somebody else',
      '{"results":[{"command":"sleep 1"}],"host":{"results":1}}',
      /it looks like JSON with the keys results, host; supported are k6, jmeter, lighthouse, autocannon$/,
    ],
    [
      'a table of somebody else',
      'Type,Name,Request Count,Failure Count\nGET,/,1,0\n',
      /it looks like a table with the columns Type, Name, Request Count, Failure Count/,
    ],
    ['an HTML page', '<!doctype html><html></html>', /looks like an HTML page/],
    [
      'XML of somebody else',
      '<?xml version="1.0"?><testsuites><testsuite/></testsuites>',
      /looks like XML with the root element testsuites/,
    ],
    [
      'prose',
      'Running 5s test @ http://localhost\n  2 threads',
      /looks like text beginning "Running 5s test @ http:\/\/localhost"/,
    ],
    ['an array', '[1,2,3]', /looks like a JSON array/],
    [
      'an archive',
      Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]),
      /looks like a ZIP archive/,
    ],
    [
      'binary data',
      Buffer.alloc(100),
      /looks like binary data \(NUL byte at byte 0\)/,
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFtimeStamp,elapsed,label', 'utf16le'),
      /looks like UTF-16 text/,
    ],
    [
      'gzip in gzip',
      gzipSync(gzipSync('timeStamp,elapsed,label')),
      /looks like gzip data inside gzip data/,
    ],
  ])('refuses %s', async (_name, content, message) => {
    const error = await failureOf(parse(content));
    expect(error.message).toMatch(message);
    expect(error.name).toBe('InputError');
  });

  it('refuses a gzip stream that is cut off, at every byte', async () => {
    const content = gzipSync(await readFile(NDJSON));
    for (let length = 3; length < content.length; length += 11) {
      const error = await failureOf(parse(content.subarray(0, length)));
      expect(error.message).toBe(
        `byte ${length}: unexpected end of the gzip stream (upload cut off?)`,
      );
    }
  });

  it('says whose the cut report is once it knows', async () => {
    const lines = (await readFile(NDJSON, 'utf8')).trimEnd();
    const content = gzipSync(
      Array.from({ length: 400 }, () => lines).join('\n'),
      { level: 0 },
    );
    const length = content.length - 20;
    await expect(
      failureOf(parse(content.subarray(0, length))),
    ).resolves.toMatchObject({
      tool: 'k6',
      message: `k6 NDJSON: byte ${length}: unexpected end of the gzip stream (upload cut off?)`,
    });
  });

  it('refuses a gzip stream that is damaged', async () => {
    const content = gzipSync(await readFile(NDJSON));
    content[content.length - 6] += 1;
    const error = await failureOf(parse(content));
    expect(error.message).toMatch(/^byte \d+: damaged gzip stream: /);
  });

  const both =
    '{"lighthouseVersion":"12.0.0","metrics":{},"root_group":{},"audits":{}}';

  it('names the candidates of an ambiguous report', async () => {
    const error = await failureOf(parse(both));
    expect(error.candidates).toEqual([
      'k6-summary-export or k6-handle-summary or k6-machine-readable-summary',
      'lighthouse-lhr',
    ]);
    expect(error.message).toMatch(/^ambiguous: it could be k6-/);
  });

  it('takes the word of the caller for what is ambiguous', async () => {
    const error = await failureOf(parse(both, { tool: 'lighthouse' }));
    expect(error.message).toBe('Lighthouse result: holds no measurements');
    await expect(parse(both, { format: 'k6-summary-export' })).rejects.toThrow(
      /^k6 summary export: metrics: holds no metrics/,
    );
  });

  it('says so if the report is not what the caller says', async () => {
    await expect(
      parse(await readFile(NDJSON), { tool: 'jmeter' }),
    ).rejects.toThrow(
      /^not a report of jmeter: it looks like JSON .*; supported are jmeter-jtl-csv, /,
    );
    await expect(
      parse(await readFile(NDJSON), { tool: 'locust' }),
    ).rejects.toThrow(
      /^there is no parser for locust; supported are k6, jmeter, lighthouse, autocannon in the formats k6-ndjson, /,
    );
  });

  it('takes further parsers, and checks what they give', async () => {
    const parser: ReportParser = {
      tool: 'stopwatch',
      formats: ['stopwatch-text'],
      detect: head =>
        head.toString().startsWith('STOPWATCH')
          ? { confidence: 'certain', format: 'stopwatch-text' }
          : undefined,
      async parse(input) {
        let text = '';
        for await (const chunk of input) {
          text += chunk;
        }
        const mean = Number(text.split(' ')[1]);
        return {
          tool: 'stopwatch',
          format: 'stopwatch-text',
          series: [
            {
              metric: 'http.request.duration',
              unit: 'ms',
              labels: {},
              mean,
              quantiles: {},
              quantileMethod: 'none',
            },
          ],
          toolVerdicts: [],
          warnings: [],
        };
      },
    };
    const { report } = await parse('STOPWATCH 12', { parsers: [parser] });
    expect(report.series[0].mean).toBe(12);
    await expect(parse('STOPWATCH -12', { parsers: [parser] })).rejects.toThrow(
      'stopwatch-text: http.request.duration: mean is negative: -12',
    );
  });
});

describe('the limits of a report', () => {
  const line = '{"type":"Point","metric":"http_reqs","data":{}}';

  it.each([
    [
      'a line without end',
      () => endless('{"type":"Point","metric":"', Buffer.alloc(65536, 'a')),
      'maxLineBytes',
      3 * MIB,
    ],
    [
      'a JSON document without end',
      () => endless('{"lighthouseVersion":"', Buffer.alloc(65536, 'a')),
      'maxDocumentBytes',
      66 * MIB,
    ],
    [
      'a JSON document of values without end',
      () =>
        endless('{"lighthouseVersion":[', Buffer.from('{},'.repeat(20_000))),
      'maxDocumentValues',
      5 * MIB,
    ],
    [
      'a CSV field without end',
      () => endless('timeStamp,elapsed,label\n1,1,"', Buffer.alloc(65536, 'a')),
      'maxLineBytes',
      3 * MIB,
    ],
    [
      'a CSV record of a million columns',
      () => endless('timeStamp,elapsed,label', Buffer.from(',a'.repeat(1000))),
      'maxLineBytes',
      3 * MIB,
    ],
    [
      'a text in XML without end',
      () => endless('<testResults><a>', Buffer.alloc(65536, 'a')),
      'maxLineBytes',
      3 * MIB,
    ],
    [
      'an attribute in XML without end',
      () => endless('<testResults a="', Buffer.alloc(65536, 'a')),
      'maxLineBytes',
      3 * MIB,
    ],
    [
      'elements in XML without end',
      () => endless('<testResults>', Buffer.from('<a>'.repeat(1000))),
      'maxColumns',
      MIB,
    ],
  ])('stop at %s', async (_name, make, limit, mostBytes) => {
    const { stream, taken } = make();
    const error = await failureOf(parseReport(stream));
    expect(error).toBeInstanceOf(ReportLimitError);
    expect(error).toMatchObject({
      statusCode: 413,
      limit,
      configKey: `performance.reports.limits.${limit}`,
    });
    expect(error.message).toContain(`performance.reports.limits.${limit}`);
    expect(taken()).toBeLessThan(mostBytes);
    // Whoever sent the report still has to get the answer over the same connection.
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  it('stop at zeros, whatever they were compressed from', async () => {
    const { stream, taken } = endless('', Buffer.alloc(65536));
    const compressed = stream.pipe(createGzip());
    const error = await failureOf(parseReport(compressed));
    expect(error.message).toMatch(/looks like binary data/);
    stream.destroy();
    compressed.destroy();
    expect(taken()).toBeLessThan(64 * MIB);
  });

  it('stop at a report compressed more than any real one', async () => {
    const { stream } = endless(`${line}\n`, Buffer.alloc(65536, '\n'));
    const compressed = stream.pipe(createGzip());
    const { stream: plain } = endless(`${line}\n`, Buffer.alloc(65536, '\n'));
    const blind = { parsers: [blindParser] };
    expect(
      (await failureOf(parseReport(compressed, blind))) as ReportLimitError,
    ).toMatchObject({ limit: 'maxCompressionRatio' });
    expect(
      await failureOf(
        parseReport(plain, { ...blind, limits: { maxBytes: 20 * MIB } }),
      ),
    ).toMatchObject({ limit: 'maxBytes', limitValue: 20 * MIB });
    stream.destroy();
    plain.destroy();
  });

  it('leave memory alone however long a report is', async () => {
    const fixture = await readFile(NDJSON);
    const block = Buffer.concat(Array(200).fill(fixture));
    let peak = 0;
    const before = liveHeap();
    const stream = Readable.from(
      (function* blocks() {
        for (let index = 0; index < 100; index++) {
          if (index % 10 === 9) {
            peak = Math.max(peak, liveHeap());
          }
          yield block;
        }
      })(),
      { objectMode: false },
    );
    const { bytes, report } = await parseReport(stream);
    expect(bytes).toBe(100 * block.length);
    expect(bytes).toBeGreaterThan(90 * MIB);
    expect(report.series[0].count).toBe(60_000);
    expect(peak).toBeGreaterThan(0);
    expect(peak - before).toBeLessThan(32 * MIB);
  });
});

describe('a report whose sender goes away', () => {
  it('fails with the error of the connection', async () => {
    const stream = Readable.from(
      (function* chunks() {
        yield Buffer.from('{"type":"Point",');
        throw new Error('socket hang up');
      })(),
    );
    await expect(parseReport(stream)).rejects.toThrow('socket hang up');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const stream = new Readable({ read: () => {} });
    const parsing = parseReport(stream, { signal: controller.signal });
    stream.push('{"type":"Point","metric":"http_reqs"');
    controller.abort();
    await expect(parsing).rejects.toThrow(/abort/i);
    stream.destroy();
  });
});
