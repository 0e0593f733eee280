/**
 * How a question differs between two versions of a template.
 *
 * @public
 */
export interface TemplateQuestionChange {
  /** Name of the question. */
  question: string;
  /** As the later version that has it asks. */
  title: string;
  /** `moved` where nothing but its area or place among the others changed. */
  change: 'added' | 'removed' | 'changed' | 'moved';
  /** What changed, in sentences. */
  details: string[];
  /** Names of choices that the later version doesn't offer any more. */
  vanishedChoices: string[];
  /** There is an answer to it. */
  answered: boolean;
  /** That answer doesn't carry over. */
  answerLost: boolean;
}

/** @public */
export interface TemplateComparison {
  /** Versions. */
  from: string;
  to: string;
  /** Only what differs: in the order of the later version, then what it doesn't ask any more. */
  questions: TemplateQuestionChange[];
}
