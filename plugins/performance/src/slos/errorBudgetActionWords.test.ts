import { describeConsequence } from './errorBudgetActionWords';

describe('describeConsequence', () => {
  it.each([
    ['freeze', [], 'The gate lets no change through.'],
    [
      'freeze',
      ['security', 'reliability'],
      'The gate lets no change through, but for those labelled security or reliability.',
    ],
    ['warn', [], 'The gate stays open, and says so.'],
  ] as const)('says what %s means beside %j', (action, except, words) => {
    expect(describeConsequence({ action, except: [...except] })).toBe(words);
  });
});
