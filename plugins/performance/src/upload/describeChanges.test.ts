import { fixtureVerdicts } from '../../dev/fixtures';
import { describeChanges, summarizeChanges } from './describeChanges';

const [verdict] = fixtureVerdicts;

describe('describeChanges', () => {
  it('names a change by the verdict it is about', () => {
    const [change] = describeChanges({
      verdicts: [verdict],
      changes: [
        {
          ruleId: verdict.ruleId,
          title: verdict.title,
          subject: verdict.subject,
          from: 'fail',
          to: 'pass',
        },
      ],
    });

    expect(change).toMatchObject({
      title: 'checkout · p95 response time',
      environment: 'production',
      from: 'fail',
      to: 'pass',
    });
  });

  it('falls back to the title where the verdict is gone', () => {
    const [change] = describeChanges({
      verdicts: [],
      changes: [
        { title: verdict.title, subject: verdict.subject, to: 'no-data' },
      ],
    });

    expect(change.title).toBe('Checkout is quick');
  });
});

describe('summarizeChanges', () => {
  const mended = { from: 'fail', to: 'pass', follows: false } as const;
  const check = { ...mended, follows: true };

  it.each([
    [[], 'No verdict changes.'],
    [[mended], '1 fail → pass'],
    [
      [
        mended,
        mended,
        { from: 'pass', to: 'no-data', follows: false },
        { to: 'pass', follows: false },
      ],
      '2 fail → pass, 1 pass → no data, 1 new pass',
    ],
    [[mended, check], '1 fail → pass, and 1 check follows'],
    [[mended, check, check], '1 fail → pass, and 2 checks follow'],
    [[check], '1 fail → pass'],
  ] as const)('counts %j', (changes, summary) => {
    expect(summarizeChanges([...changes])).toBe(summary);
  });
});
