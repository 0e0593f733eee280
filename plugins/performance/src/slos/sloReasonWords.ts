/** Why there is no number, in a few words; the backend's own sentence where we know none. */
const WORDS: Readonly<Record<string, string>> = {
  'no-events': 'Nothing happened in its window',
  'too-few-events': 'Too few events to tell',
  'too-coarse': 'Its samples are further apart than its slices',
  'no-source': 'Its metric source isn’t configured',
  'source-down': 'Its metric source doesn’t answer',
  'no-samples': 'Nothing was measured yet',
  'missing-field': 'Its query names a field that the entity lacks',
};

/** A reason short enough for a row of a list. */
export function sloReasonWords(reason: {
  code: string;
  message: string;
}): string {
  return WORDS[reason.code] ?? reason.message;
}
