import { splitDocuments } from './splitDocuments';

describe('splitDocuments', () => {
  it('gives each document as written, with its lines', () => {
    const text = `# the first
kind: a
# its tail
---
# the second
kind: b
...
---
kind: c`;
    expect(splitDocuments(text)).toEqual([
      { line: 2, endLine: 4, text: '# the first\nkind: a\n# its tail\n' },
      { line: 6, endLine: 8, text: '# the second\nkind: b\n' },
      { line: 9, endLine: 9, text: 'kind: c\n' },
    ]);
  });

  it('cuts nothing of what nests too deep to be read', () => {
    expect(splitDocuments(`kind: a\n---\n${'['.repeat(20_000)}`)).toEqual([]);
  });

  it.each(['', '# nothing but a comment\n'])(
    'finds nothing to judge in %j',
    text => {
      expect(
        splitDocuments(text).filter(({ text: one }) => /kind/.test(one)),
      ).toEqual([]);
    },
  );
});
