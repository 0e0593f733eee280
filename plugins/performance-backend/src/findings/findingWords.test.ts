import { findingTerms, findingWords } from './findingWords';

describe('the words of a finding', () => {
  it.each([
    ['Calls to the bank', ['calls', 'to', 'the', 'bank']],
    ['N+1 queries', ['n+1', '1', 'queries']],
    ['A check-out, slow.', ['a', 'check-out', 'out', 'slow']],
    [
      '**component:default/pay**',
      ['component:default/pay', 'default/pay', 'pay'],
    ],
    [
      'p95 at 1.5 s (see F-17)',
      ['p95', 'at', '1.5', '5', 's', 'see', 'f-17', '17'],
    ],
    ['ÄRGER Straße', ['ärger', 'straße']],
    // The ligature of f and i is written as two letters.
    ['ﬁnds', ['finds']],
    ['超时 retry', ['超时', '时', 'retry']],
    ['twice twice', ['twice']],
    ['— … !', []],
    ['a\0b', ['a', 'b']],
    [`${'x'.repeat(39)}😀y`, ['x'.repeat(39), 'y']],
  ])('of %j are %j', (text, words) => {
    expect(findingWords(text)).toEqual(words);
  });

  it('are those of all its texts, and no more than PostgreSQL takes', () => {
    expect(findingWords('One', 'two')).toEqual(['one', 'two']);
    const many = Array.from({ length: 6000 }, (_, index) => `w${index}`);
    expect(findingWords(many.join(' '))).toHaveLength(5000);
  });
});

describe('the terms of a search', () => {
  it.each([
    ['Slow  bank', ['slow', 'bank']],
    ['"N+1"', ['n+1']],
    ['check-out', ['check-out']],
    ['C++ .NET', ['c++', 'net']],
    ['超时', ['超时']],
    ['bank BANK', ['bank']],
    ['%', []],
    ['a b c d e f g h i j k l', [...'abcdefghij']],
  ])('of %j are %j', (text, terms) => {
    expect(findingTerms(text)).toEqual(terms);
  });
});
