import {
  ReviewDependency,
  ReviewSurroundings,
  ReviewTemplateSpec,
  StaleAnswer,
} from '../model';
import { questionsOf } from './questionsOf';

/**
 * Exactly the published answers that aren't about the present any more: those whose question depends on what changed
 * since, with what changed.
 *
 * @param published - What each answer was published for, by the name of its question. Of what isn't given, nothing is
 *   known to have changed.
 * @returns in the order of the template.
 * @public
 */
export function staleAnswers(
  template: Pick<ReviewTemplateSpec, 'areas'>,
  published: Readonly<Record<string, Partial<ReviewSurroundings> | undefined>>,
  present: ReviewSurroundings,
): StaleAnswer[] {
  return questionsOf(template).flatMap(({ name, dependsOn }) => {
    const before = Object.hasOwn(published, name) ? published[name] : undefined;
    const changes = before
      ? dependsOn.flatMap(dependency =>
          changeOf(dependency, before[dependency], present[dependency]),
        )
      : [];
    return changes.length > 0 ? { question: name, changes } : [];
  });
}

function changeOf(
  dependency: ReviewDependency,
  before: readonly string[] | undefined,
  after: readonly string[],
): StaleAnswer['changes'] {
  if (!before) {
    return [];
  }
  const added = after.filter(each => !before.includes(each));
  const removed = before.filter(each => !after.includes(each));
  return added.length > 0 || removed.length > 0
    ? [{ dependency, added, removed }]
    : [];
}
