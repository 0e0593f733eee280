import { ReviewArea, ReviewTemplateSpec } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readDuration } from './readDuration';
import { readReviewQuestion, WrittenQuestion } from './readReviewQuestion';
import { readScope, WrittenScope } from './readScope';
import { UniqueNames } from './UniqueNames';

/** A ReviewTemplate's spec as users write it, without what the schema refuses. */
export interface WrittenReviewTemplate extends Pick<WrittenScope, 'appliesTo'> {
  version?: string;
  reviewAfter?: string;
  areas?: (WrittenArea | undefined)[];
}

interface WrittenArea {
  name?: string;
  title?: string;
  description?: string;
  questions?: (WrittenQuestion | undefined)[];
}

/** @returns `undefined` if it lacks its version or something of its questions can't be read. */
export function readReviewTemplate(
  written: WrittenReviewTemplate,
  reporter: ProblemReporter,
): ReviewTemplateSpec | undefined {
  const { version, areas: writtenAreas = [] } = written;
  const reviewAfterSeconds = readDuration(
    written.reviewAfter,
    ['spec', 'reviewAfter'],
    reporter,
  );
  const areaNames = new UniqueNames('area', reporter);
  const questionNames = new UniqueNames('question', reporter);
  const areas: ReviewArea[] = [];
  for (const [index, area = {}] of Array.from(writtenAreas).entries()) {
    const path = ['spec', 'areas', index];
    areaNames.add(area.name, [...path, 'name']);
    const questions = Array.from(area.questions ?? []).flatMap(
      (question = {}, position) => {
        const questionPath = [...path, 'questions', position];
        questionNames.add(question.name, [...questionPath, 'name']);
        return readReviewQuestion(question, questionPath, reporter) ?? [];
      },
    );
    if (area.name !== undefined && area.title !== undefined) {
      areas.push({
        name: area.name,
        title: area.title,
        ...(area.description !== undefined && {
          description: area.description,
        }),
        questions,
      });
    }
  }
  return version === undefined
    ? undefined
    : {
        ...readScope(written, reporter),
        version,
        ...(reviewAfterSeconds !== undefined && { reviewAfterSeconds }),
        areas,
      };
}
