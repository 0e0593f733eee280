import { parseSampleCsv } from './parseSampleCsv';

const AT = Date.parse('2026-11-22T12:00:00Z');

function problemsOf(text: string) {
  return parseSampleCsv(text).problems.map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe('parseSampleCsv', () => {
  const expected = {
    samples: [
      { at: AT, good: 9, total: 10 },
      { at: AT + 60_000, good: 10, total: 10.5 },
    ],
    stepSeconds: 60,
    problems: [],
  };

  it.each([
    [
      'ISO 8601',
      'time,good,total\n2026-11-22T12:00:00Z,9,10\n2026-11-22T12:01:00Z,10,10.5\n',
    ],
    [
      'other zones, and UTC unless there is one',
      'time,good,total\n2026-11-22T13:00:00+01:00,9,10\n2026-11-22 12:01,10,10.5\n',
    ],
    [
      'seconds',
      `time,good,total\n${AT / 1000},9,10\n${AT / 1000 + 60},10,10.5`,
    ],
    ['milliseconds', `time,good,total\n${AT},9,10\n${AT + 60_000},10,1.05e1`],
    [
      'a byte order mark, CRLF, quotes, blanks and blank lines',
      `\ufefftime, good ,total\r\n\r\n"${AT}","9",10\r\n${
        AT + 60_000
      }, 10,"10.5"\r\n\r\n`,
    ],
    [
      'rows in any order',
      `time,good,total\n${AT + 60_000},10,10.5\n${AT},9,10`,
    ],
    [
      'columns in any order, among others',
      `Total,note,Good,Time\n10,,9,${AT}\n10.5,"a, b",10,${AT + 60_000}`,
    ],
    ['rows without the columns’ names', `${AT},9,10\n${AT + 60_000},10,10.5`],
  ])('reads %s', (_, text) => {
    const { samples, ...rest } = parseSampleCsv(text);
    expect({
      ...rest,
      samples: samples.map(({ at, good, total }) => ({ at, good, total })),
    }).toEqual(expected);
  });

  it('takes the shortest distance as the step', () => {
    const rows = [0, 3, 4, 9].map(minute => `${AT + minute * 60_000},1,1`);

    expect(parseSampleCsv(rows.join('\n')).stepSeconds).toBe(60);
    expect(parseSampleCsv(rows[0])).not.toHaveProperty('stepSeconds');
    expect(parseSampleCsv('')).toEqual({ samples: [], problems: [] });
  });

  it('says which line a sample is of', () => {
    const { samples } = parseSampleCsv(
      `time,good,total\n\n${AT + 60_000},1,1\n${AT},1,1`,
    );
    expect(samples.map(({ at, line }) => [at, line])).toEqual([
      [AT, 4],
      [AT + 60_000, 3],
    ]);
  });

  it.each([
    ['no time', 'yesterday,1,1', '"yesterday" is no time such as'],
    [
      'no such day',
      '2026-02-30T00:00:00Z,1,1',
      '"2026-02-30T00:00:00Z" is no time',
    ],
    ['a month', '2026-11,1,1', '"2026-11" is no time'],
    ['something missing', `${AT},,1`, 'has no good'],
    ['too few columns', `${AT},1`, 'has no total'],
    ['no number', `${AT},one,1`, 'good is "one"'],
    ['less than nothing', `${AT},-1,1`, 'good is "-1"'],
    ['NaN', `${AT},1,NaN`, 'total is "NaN"'],
    ['infinity', `${AT},1,1e999`, 'total is "1e999"'],
    // 2^53: integers from here on aren't all numbers of IEEE 754.
    [
      'too much to count',
      `${AT},1,9007199254740992`,
      'total is "9007199254740992", more than can be counted exactly',
    ],
    [
      'more good than all',
      `${AT},2,1`,
      'has more good (2) than there are in total (1)',
    ],
  ])('tells the line with %s', (_, row, message) => {
    const problems = problemsOf(
      `time,good,total\r\n${AT + 60_000},1,1\r\n\r\n${row}\r\n`,
    );

    expect(problems).toEqual([expect.stringContaining(`4: ${message}`)]);
  });

  it('tells all problems, in order', () => {
    expect(
      problemsOf(`time,good,total\n${AT},1,1\nx,1,1\n${AT / 1000},1,1`),
    ).toEqual([
      '3: "x" is no time such as 2026-11-22T16:20:00Z or 1795364400',
      '4: has the time of line 2',
    ]);
  });

  it('tells of quotes that don’t end', () => {
    expect(problemsOf(`time,good,total\n"${AT},1,1\n`)).toEqual([
      expect.stringMatching(/^2: can't be read: Quote Not Closed/),
    ]);
  });
});
