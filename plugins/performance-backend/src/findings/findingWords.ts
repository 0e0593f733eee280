/** Of a word: more characters hardly tell any apart. */
const MAX_LENGTH = 40;

/** Of a finding: PostgreSQL takes a megabyte of them at most. */
const MAX_WORDS = 5000;

/** Of what somebody looks for. */
const MAX_TERMS = 10;

/** Scripts that put nothing between words: any character may begin one. */
const UNDIVIDED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const BEGINNING = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}])[\\p{L}\\p{N}]|[${UNDIVIDED}]`,
  'gu',
);

/**
 * What a finding can be found by: each word in it, with what is written on to it. Of `check-out`, these are
 * `check-out` and `out`; of `N+1`, `n+1` and `1`. So whatever begins one of them begins a word of the text.
 *
 * The migration of the table `finding_search` does the same for findings from before it.
 *
 * @returns lower-cased, each once.
 */
export function findingWords(...texts: string[]): string[] {
  const words = new Set<string>();
  for (const part of texts.flatMap(partsOf)) {
    for (const { index } of part.matchAll(BEGINNING)) {
      words.add(tidied(part.slice(index)));
      if (words.size >= MAX_WORDS) {
        return [...words];
      }
    }
  }
  return [...words];
}

/**
 * What words have to begin with where somebody looks for a text, e.g. `n+1` and `quer` for `N+1 quer`.
 */
export function findingTerms(text: string): string[] {
  const terms = partsOf(text).flatMap(part => {
    const start = part.search(BEGINNING);
    return start < 0 ? [] : tidied(part.slice(start));
  });
  return [...new Set(terms)].slice(0, MAX_TERMS);
}

function partsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLocaleLowerCase('en-US')
      // Only `\0` is no character to either database.
      .split(/[\s\0]+/)
  );
}

/** Without the punctuation of the sentence, and not in the middle of a character. */
function tidied(word: string): string {
  return word
    .slice(0, MAX_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\p{P}]+$/u, '');
}
