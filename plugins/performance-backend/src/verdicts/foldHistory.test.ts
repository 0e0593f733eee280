import { VerdictState } from '@perf-governance/plugin-performance-common';
import { foldHistory } from './foldHistory';
import { Judgement, StoredStateChange, VerdictPast } from './VerdictStore';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

/** Runs as `day state`, and `day state lapse day` where their evidence has an end. */
function judgements(texts: string[]): Judgement[] {
  return texts.map(text => {
    const [at, state, lapse] = text.split(' ');
    return {
      runId: `run-${at}`,
      startedAt: day(Number(at)),
      state: state as VerdictState,
      explanationId: 1,
      lapsesAt: lapse === undefined ? undefined : day(Number(lapse)),
    };
  });
}

/** Changes made by definitions as `day state`, and `day state run` where they rest on a run. */
function byDefinition(texts: string[]): StoredStateChange[] {
  return texts.map((text, id) => {
    const [at, state, runDay] = text.split(' ');
    return {
      id,
      at: day(Number(at)),
      cause: 'definition',
      state: state as VerdictState,
      confirmed: true,
      explanationId: 2,
      runId: runDay === undefined ? undefined : `run-${runDay}`,
    };
  });
}

function told(past: Partial<VerdictPast>, confirm = 2): string[] {
  const { changes } = foldHistory(
    { ruleId: 1, subjectId: 1, judgements: [], changes: [], ...past },
    confirm,
  );
  return changes.map(
    ({ at, state, cause, confirmed }) =>
      `${at.getUTCDate()} ${state}${confirmed ? '' : '?'}${
        cause === 'run' ? '' : ` by ${cause}`
      }`,
  );
}

describe('foldHistory', () => {
  it.each<[string, string[], number, string[]]>([
    ['nothing', [], 2, []],
    ['a first run', ['1 pass'], 2, ['1 pass?']],
    ['a first run that needs no second', ['1 pass'], 1, ['1 pass']],
    ['a second run that confirms', ['1 pass', '2 pass'], 2, ['1 pass']],
    [
      'too few runs that confirm',
      ['1 pass', '2 pass', '3 fail', '4 fail'],
      3,
      ['1 pass?', '3 fail?'],
    ],
    [
      'as many as confirm',
      ['1 pass', '2 fail', '3 fail', '4 fail'],
      3,
      ['1 pass?', '2 fail'],
    ],
    [
      'a flip back before confirming',
      ['1 pass', '2 pass', '3 fail', '4 pass', '5 pass'],
      2,
      ['1 pass', '3 fail?', '4 pass'],
    ],
    [
      'missing data, which is certain',
      ['1 pass', '2 no-data', '3 pass'],
      2,
      ['1 pass?', '2 no-data', '3 pass?'],
    ],
    [
      'evidence that lapsed before the next run',
      ['1 pass 5', '4 pass 8', '10 pass 14'],
      2,
      ['1 pass', '8 no-data by age', '10 pass?'],
    ],
    [
      'evidence that would have lapsed but was renewed',
      ['1 pass 5', '5 fail 9'],
      2,
      ['1 pass?', '5 fail?'],
    ],
  ])('tells of %s', (_, runs, confirm, expected) => {
    expect(told({ judgements: judgements(runs) }, confirm)).toEqual(expected);
  });

  it.each<[string, string[], string[], string[]]>([
    [
      'a change that rests on the newest run of its time',
      ['1 pass', '5 pass'],
      ['3 fail 1'],
      ['1 pass?', '3 fail? by definition', '5 pass?'],
    ],
    [
      'a change that rests on a run that is no longer valid',
      ['5 pass'],
      ['3 fail 1'],
      ['5 pass?'],
    ],
    [
      'a change that an earlier run, arrived later, makes untrue',
      ['1 pass', '2 pass'],
      ['3 fail 1'],
      ['1 pass'],
    ],
    [
      'missing evidence that was there all along',
      ['1 pass'],
      ['3 no-data'],
      ['1 pass?'],
    ],
    [
      'missing evidence before there was any',
      ['5 pass'],
      ['3 no-data'],
      ['3 no-data by definition', '5 pass?'],
    ],
    [
      'an exemption',
      ['1 pass'],
      ['3 not-applicable'],
      ['1 pass?', '3 not-applicable by definition'],
    ],
  ])('takes into account %s', (_, runs, definitions, expected) => {
    expect(
      told({
        judgements: judgements(runs),
        changes: byDefinition(definitions),
      }),
    ).toEqual(expected);
  });
});
