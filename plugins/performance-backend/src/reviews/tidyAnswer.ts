import {
  components,
  ReviewAnswer,
} from '@perf-governance/plugin-performance-common';

/** An answer without the empty fields that screens send along. */
export function tidyAnswer(
  question: string,
  input: components['schemas']['ReviewAnswerInput'],
): ReviewAnswer {
  const { choices, number, text, notApplicable, notes, evidence } = input;
  return {
    question,
    choices: choices?.length ? choices : undefined,
    number,
    text: text?.trim() ? text : undefined,
    notApplicable: notApplicable?.trim(),
    notes: notes?.trim() ? notes : undefined,
    evidence: evidence?.length ? evidence : undefined,
  };
}
