import {
  ReviewChoice,
  ReviewDependency,
  ReviewQuestion,
  ReviewQuestionType,
} from '../model';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readReviewDraft, WrittenDraft } from './readReviewDraft';
import { readReviewRisk, WrittenRisk } from './readReviewRisk';
import { UniqueNames } from './UniqueNames';

/** A question as users write it, without what the schema refuses. */
export interface WrittenQuestion {
  name?: string;
  title?: string;
  guidance?: string;
  guide?: string;
  type?: ReviewQuestionType;
  choices?: (Partial<ReviewChoice> | undefined)[];
  unit?: string;
  required?: boolean;
  dependsOn?: ReviewDependency[];
  risks?: (WrittenRisk | undefined)[];
  draft?: WrittenDraft;
}

/** @returns `undefined` if it lacks something it can't be asked without. */
export function readReviewQuestion(
  written: WrittenQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewQuestion | undefined {
  const { name, title, type, guidance, guide, unit } = written;
  checkFieldsOfType(written, path, reporter);
  const choices = readChoices(written, path, reporter);
  const risks = Array.from(written.risks ?? []).flatMap(
    (risk = {}, index) =>
      readReviewRisk(
        risk,
        { type, unit, choices: choices.map(choice => choice.name) },
        [...path, 'risks', index],
        reporter,
      ) ?? [],
  );
  const draft =
    written.draft && type === 'number'
      ? readReviewDraft(written.draft, unit, [...path, 'draft'], reporter)
      : undefined;
  if (name === undefined || title === undefined || type === undefined) {
    return undefined;
  }
  return {
    name,
    title,
    ...(guidance !== undefined && { guidance }),
    ...(guide !== undefined && { guide }),
    type,
    choices,
    ...(unit !== undefined && { unit }),
    required: written.required ?? true,
    dependsOn: written.dependsOn ?? [],
    risks,
    ...(draft && { draft }),
  };
}

function hasChoices(type: ReviewQuestionType | undefined): boolean {
  return type === 'one' || type === 'many';
}

/** Reports fields that questions of this type don't have, and choices where they are missing. */
function checkFieldsOfType(
  written: WrittenQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): void {
  const { type } = written;
  if (type === undefined) {
    return;
  }
  if (hasChoices(type) && !('choices' in written)) {
    reporter.error(
      'missing-field',
      path,
      `A question of the type \`${type}\` needs the field 'choices'.`,
    );
  }
  const foreign: [keyof WrittenQuestion, boolean, string][] = [
    [
      'choices',
      !hasChoices(type),
      'Choices belong to the types `one` and `many`',
    ],
    ['unit', type !== 'number', 'A unit belongs to the type `number`'],
    ['draft', type !== 'number', 'A draft is made of a `number`'],
    ['risks', type === 'text', 'Nothing can be told from a `text`'],
  ];
  for (const [field, isForeign, why] of foreign) {
    if (isForeign && field in written) {
      reporter.errorAtKey(
        'other-question-type',
        [...path, field],
        `${why}, and this question is of the type \`${type}\`.`,
      );
    }
  }
}

function readChoices(
  written: WrittenQuestion,
  path: DocumentPath,
  reporter: ProblemReporter,
): ReviewChoice[] {
  if (written.type === 'one' && written.choices?.length === 1) {
    reporter.error(
      'invalid-value',
      [...path, 'choices'],
      'With a single choice there is nothing to choose; give at least two.',
    );
  }
  const names = new UniqueNames('choice', reporter);
  return Array.from(written.choices ?? []).flatMap((choice = {}, index) => {
    const { name, title, guidance } = choice;
    names.add(name, [...path, 'choices', index, 'name']);
    return name === undefined || title === undefined
      ? []
      : { name, title, ...(guidance !== undefined && { guidance }) };
  });
}
