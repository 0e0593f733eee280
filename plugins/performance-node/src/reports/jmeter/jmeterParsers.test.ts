import { readFile } from 'fs/promises';
import { join } from 'path';
import { parseText, seriesOf } from '../__testUtils__/parseText';

const fixture = (name: string) =>
  readFile(join(__dirname, '__fixtures__', name), 'utf8');

describe('JMeter JTL in CSV', () => {
  it('counts requests, and transactions apart from them', async () => {
    const report = await parseText(await fixture('results.csv'));
    expect(report).toMatchObject({
      tool: 'jmeter',
      format: 'jmeter-jtl-csv',
      startedAt: '2019-03-05T11:00:27.000Z',
      durationSeconds: 2.8,
      warnings: [],
    });
    expect(
      report.series
        .filter(series => series.metric === 'http.request.duration')
        .map(series => [series.labels, series.values]),
    ).toEqual([
      [{}, [100, 300, 800]],
      [{ endpoint: 'Search' }, [100, 300]],
      [{ endpoint: 'Pay, with a "card"' }, [800]],
    ]);
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 3,
      mean: 1 / 3,
    });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({
      count: 3,
      mean: 3 / 2.8,
    });
    expect(seriesOf(report, 'http.request.waiting')?.values).toEqual([
      90, 250, 700,
    ]);
    expect(seriesOf(report, 'data.received')).toMatchObject({ count: 2200 });
    expect(seriesOf(report, 'vus')).toMatchObject({ max: 2 });
    expect(
      report.series
        .filter(series => series.metric === 'transaction.duration')
        .map(series => [series.labels, series.values]),
    ).toEqual([
      [{}, [2800]],
      [{ journey: 'Checkout' }, [2800]],
    ]);
    expect(seriesOf(report, 'transaction.failed')).toMatchObject({
      count: 1,
      mean: 1,
    });
  });

  it.each([
    [
      // What JMeter 5 writes for a request that is redirected once, and for one whose page holds a
      // frame with an image (apache/jmeter, CSVSaveService.saveSubResults).
      'neither redirects nor embedded resources',
      [
        '1000,300,Login,OK,Users 1-1,true',
        '1000,100,Login-0,Found,Users 1-1,true',
        '1100,200,Login-1,OK,Users 1-1,true',
        '1400,500,Home,OK,Users 1-1,false',
        '1400,100,Home-0,OK,Users 1-1,true',
        '1500,400,Home-1,Not Found,Users 1-1,false',
        '1600,300,Home-1-0,Not Found,Users 1-1,false',
      ],
      [
        ['Login', 300, 0],
        ['Home', 500, 1],
      ],
    ],
    [
      'those of other threads in between',
      [
        '1000,300,Login,OK,Users 1-1,true',
        '1010,50,Search,OK,Users 1-2,true',
        '1000,100,Login-0,Found,Users 1-1,true',
      ],
      [
        ['Login', 300, 0],
        ['Search', 50, 0],
      ],
    ],
    [
      'requests that are only called so',
      [
        '1000,300,Step,OK,Users 1-1,true',
        '1300,100,Step-1,OK,Users 1-1,true',
        '1310,100,Step-1,OK,Users 1-2,true',
      ],
      [
        ['Step', 300, 0],
        ['Step-1', 100, 0],
        ['Step-1', 100, 0],
      ],
    ],
    [
      'the requests of a transaction’s parent sample',
      [
        '1000,300,Buy,"Number of samples in transaction : 1, number of failing samples : 0",Users 1-1,true',
        '1000,300,Buy-0,OK,Users 1-1,true',
      ],
      [['Buy-0', 300, 0]],
    ],
  ])('counts sub-samples once: %s', async (_name, lines, requests) => {
    const report = await parseText(
      [
        'timeStamp,elapsed,label,responseMessage,threadName,success',
        ...lines.map(line => `155178362${line}`),
        '',
      ].join('\n'),
    );
    const durations = requests.map(([, duration]) => Number(duration));
    expect(seriesOf(report, 'http.request.duration')).toMatchObject({
      count: requests.length,
      values: durations.sort((a, b) => a - b),
    });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({
      count: requests.length,
    });
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      mean:
        requests.filter(([, , failures]) => failures === 1).length /
        requests.length,
    });
    expect(
      report.series.flatMap(series =>
        series.metric === 'http.request.duration' && series.labels.endpoint
          ? [series.labels.endpoint]
          : [],
      ),
    ).toEqual([...new Set(requests.map(([label]) => label))]);
  });

  const rows = [
    ['2019-03-05 11:00:27.250', '300', 'Search', 'OK', 'true'],
    ['2019-03-05 11:00:28.250', '100', 'Search', 'OK', 'false'],
  ];
  const header = [
    'timeStamp',
    'elapsed',
    'label',
    'responseMessage',
    'success',
  ];
  const table = (delimiter: string, records: string[][]) =>
    records.map(record => `${record.join(delimiter)}\n`).join('');

  it.each([[','], [';'], ['\t'], ['|']])(
    'finds the delimiter %j in the header',
    async delimiter => {
      const report = await parseText(table(delimiter, [header, ...rows]));
      expect(seriesOf(report, 'http.request.duration')?.values).toEqual([
        100, 300,
      ]);
    },
  );

  it.each([
    ['1551783627250', '2019-03-05T11:00:27.250Z', []],
    [
      '2019/03/05 11:00:27.250',
      '2019-03-05T11:00:27.250Z',
      ['time-zone-unknown'],
    ],
    [
      '2019-03-05 11:00:27.25',
      '2019-03-05T11:00:27.250Z',
      ['time-zone-unknown'],
    ],
    ['2019/03/05 11:00:27', '2019-03-05T11:00:27.000Z', ['time-zone-unknown']],
    ['03/05/19 11:00:27', '2019-03-05T11:00:27.000Z', ['time-zone-unknown']],
    ['2019-03-05T12:00:27.250+01:00', '2019-03-05T11:00:27.250Z', []],
  ])('reads the time %s', async (time, startedAt, warnings) => {
    const report = await parseText(
      table(',', [header, [time, '1', 'Search', 'OK', 'true']]),
    );
    expect(report.startedAt).toBe(startedAt);
    expect(report.warnings.map(warning => warning.code)).toEqual(warnings);
  });

  it('reads the default order where there is no header', async () => {
    const report = await parseText(
      '1551783627000,300,Search,200,OK,Users 1-1,text,true,,1000,1,1,250,0\n',
    );
    expect(seriesOf(report, 'http.request.duration')?.values).toEqual([300]);
    expect(seriesOf(report, 'data.received')).toBeUndefined();
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'header-missing',
    ]);
  });

  it('knows no failures where there is no column "success"', async () => {
    const report = await parseText(
      'timeStamp,elapsed,label,responseMessage\n1551783627000,300,Search,OK\n',
    );
    expect(seriesOf(report, 'http.request.failed')).toBeUndefined();
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'success-missing',
    ]);
  });

  it('leaves out a detail at the end that may be cut short', async () => {
    const report = await parseText(
      'timeStamp,elapsed,label,responseMessage,success,bytes\n1551783627000,300,Search,OK,true,1000\n1551783627001,300,Search,OK,true,12',
    );
    expect(seriesOf(report, 'http.request.duration')).toMatchObject({
      count: 2,
    });
    expect(seriesOf(report, 'data.received')).toMatchObject({ count: 1000 });
    expect(report.warnings).toEqual([
      expect.objectContaining({
        code: 'record-unterminated',
        location: 'line 3',
      }),
    ]);
  });

  it.each([
    [
      'an elapsed time at the end that may be cut short',
      'timeStamp,label,success,elapsed\n1551783627000,Search,true,30',
      'JMeter JTL (CSV): line 2: unexpected end of record (report cut off?)',
    ],
    [
      'fewer fields than columns',
      table(',', [header, ...rows, ['1551783627000', '12']]),
      'JMeter JTL (CSV): line 4: the record has 2 fields, not as many as the first (report cut off?)',
    ],
    [
      'a negative elapsed time',
      table(',', [header, ['1551783627000', '-5', 'Search', 'OK', 'true']]),
      'JMeter JTL (CSV): line 2: the elapsed time is negative: -5',
    ],
    [
      'NaN',
      table(',', [header, ['1551783627000', 'NaN', 'Search', 'OK', 'true']]),
      'JMeter JTL (CSV): line 2: the elapsed time is not a number',
    ],
    [
      'an outcome that is none',
      table(',', [header, ['1551783627000', '5', 'Search', 'OK', 'tru']]),
      'JMeter JTL (CSV): line 2: success is neither true nor false: "tru"',
    ],
    [
      'a day that does not exist',
      table(',', [
        header,
        ['2019-02-31 11:00:27', '5', 'Search', 'OK', 'true'],
      ]),
      'JMeter JTL (CSV): line 2: the time of the sample is not one',
    ],
    [
      'samples summed up already',
      'timeStamp,elapsed,label,success,SampleCount,ErrorCount\n1551783627000,500,Search,true,50,0\n',
      'JMeter JTL (CSV): line 2: 50 samples summed up in one (statistical mode); save every sample',
    ],
    [
      'a header without times',
      'elapsed,label,success\n5,Search,true\n',
      'JMeter JTL (CSV): line 1: has no column "timeStamp"',
    ],
    [
      'a header only',
      table(',', [header]),
      'JMeter JTL (CSV): holds no samples',
    ],
  ])('refuses %s', async (_name, content, message) => {
    await expect(parseText(content)).rejects.toThrow(message);
  });

  it('is never understood wrongly from a part of it', async () => {
    const content = await fixture('results.csv');
    const whole = await parseText(content);
    const known = seriesOf(whole, 'http.request.duration')?.values ?? [];
    const wrong: string[] = [];
    for (let length = 1; length < content.length; length += 2) {
      const outcome = await parseText(content.slice(0, length)).then(
        report => seriesOf(report, 'http.request.duration')?.values ?? [],
        (error: Error) => error.message,
      );
      const right =
        typeof outcome === 'string'
          ? /cut off|not a report|no samples/.test(outcome)
          : outcome.every(value => known.includes(value));
      if (!right) {
        wrong.push(`${length}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('JMeter JTL in XML', () => {
  it('counts nested samples once', async () => {
    const report = await parseText(await fixture('results.xml'));
    expect(report).toMatchObject({
      format: 'jmeter-jtl-xml',
      startedAt: '2019-03-05T11:00:27.000Z',
      durationSeconds: 1.9,
    });
    // Neither the redirects of Login nor the image in Cart count again.
    expect(
      report.series
        .filter(series => series.metric === 'http.request.duration')
        .map(series => [series.labels, series.values]),
    ).toEqual([
      [{}, [300, 400, 500]],
      [{ endpoint: 'Login' }, [300]],
      [{ endpoint: 'Cart', journey: 'Checkout' }, [400]],
      [{ endpoint: 'Pay', journey: 'Checkout' }, [500]],
    ]);
    expect(
      seriesOf(report, 'transaction.duration', { journey: 'Checkout' })?.values,
    ).toEqual([900]);
    expect(seriesOf(report, 'data.received')).toMatchObject({
      count: 1000 + 700 + 500,
    });
  });

  it('reads the same whatever the chunks', async () => {
    const content = await fixture('results.xml');
    await expect(parseText(content, { chunkBytes: 5 })).resolves.toEqual(
      await parseText(content),
    );
  });

  it.each([
    [
      'a document without its end',
      '<testResults version="1.2"><httpSample t="1" ts="1" lb="a" s="true"/>',
      /^JMeter JTL \(XML\): line 1: unexpected end of the XML document: .*cut off/,
    ],
    [
      'tags that do not match',
      '<testResults version="1.2"><httpSample t="1" ts="1" lb="a"></sample></testResults>',
      /^JMeter JTL \(XML\): line 1: not well-formed XML: /,
    ],
    [
      'a negative elapsed time',
      '<testResults version="1.2">\n<httpSample t="-1" ts="1" lb="a" s="true"/></testResults>',
      'JMeter JTL (XML): line 2: the elapsed time is negative: -1',
    ],
    [
      'a sample without a time',
      '<testResults version="1.2">\n<httpSample t="1" lb="a" s="true"/></testResults>',
      'JMeter JTL (XML): line 2: the time of the sample is not one',
    ],
    [
      'the format of JMeter 2.0',
      '<testResults><sampleResult time="1" label="a"/></testResults>',
      'JMeter JTL (XML): line 1: written by JMeter 2.0 or older, which is not supported',
    ],
    [
      'no samples',
      '<testResults version="1.2"></testResults>',
      'JMeter JTL (XML): holds no samples',
    ],
    [
      'an entity that is not XML’s own',
      '<!DOCTYPE a [<!ENTITY lol "lol">]><testResults version="1.2"><httpSample t="1" ts="1" lb="&lol;" s="true"/></testResults>',
      /not a report|not well-formed XML/,
    ],
  ])('refuses %s', async (_name, content, message) => {
    await expect(parseText(content)).rejects.toThrow(message);
  });

  it('is never understood from a part of it', async () => {
    const content = (await fixture('results.xml')).trimEnd();
    for (let length = 1; length < content.length; length += 5) {
      await expect(parseText(content.slice(0, length))).rejects.toThrow(
        /cut off|not a report/,
      );
    }
  });
});

describe('JMeter dashboard statistics.json', () => {
  it('takes the percentiles as they are printed', async () => {
    const report = await parseText(await fixture('statistics.json'));
    expect(report).toMatchObject({
      tool: 'jmeter',
      format: 'jmeter-statistics',
      // 240 samples at 4.8 per second.
      durationSeconds: 50,
      warnings: [],
    });
    expect(seriesOf(report, 'http.request.duration')).toEqual({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: {},
      count: 240,
      min: 100,
      max: 353,
      mean: 235.5,
      quantiles: { '0.5': 232, '0.9': 337, '0.95': 339, '0.99': 352.44 },
      quantileMethod: 'reported',
    });
    expect(
      seriesOf(report, 'http.request.failed', { endpoint: 'Search' }),
    ).toMatchObject({ count: 200, mean: 0.01 });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({ mean: 4.8 });
  });

  it.each([
    [
      'the sliding window of a long run',
      { sampleCount: 20001 },
      ['percentile-window'],
      { '0.5': 232, '0.9': 337, '0.95': 339, '0.99': 352.44 },
    ],
    [
      'percentiles configured otherwise',
      { pct1ResTime: 400 },
      ['percentiles-unknown'],
      { '0.5': 232 },
    ],
  ])('warns of %s', async (_name, change, codes, quantiles) => {
    const document = JSON.parse(await fixture('statistics.json'));
    Object.assign(document.Total, change);
    const report = await parseText(JSON.stringify(document));
    expect(report.warnings.map(warning => warning.code)).toEqual(codes);
    expect(seriesOf(report, 'http.request.duration')?.quantiles).toEqual(
      quantiles,
    );
  });

  it('warns of sub-samples, which the dashboard counts in its total', async () => {
    const document = JSON.parse(await fixture('statistics.json'));
    document['Search-0'] = { ...document.Search, transaction: 'Search-0' };
    const report = await parseText(JSON.stringify(document));
    expect(report.warnings).toEqual([
      {
        code: 'sub-samples-counted',
        message: expect.stringMatching(/^Search-0 looks like .* of Search,/),
        location: 'Search-0',
      },
    ]);
  });

  it('refuses one without a total', async () => {
    const document = JSON.parse(await fixture('statistics.json'));
    delete document.Total;
    await expect(parseText(JSON.stringify(document))).rejects.toThrow(
      'JMeter dashboard statistics: Total: missing',
    );
  });
});
