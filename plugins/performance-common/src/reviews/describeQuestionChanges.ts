import { ReviewQuestion } from '../model';

const WITH: Record<ReviewQuestion['type'], string> = {
  one: 'one choice',
  many: 'any number of choices',
  number: 'a number',
  text: 'a text',
};

/** What changed about a question itself, in sentences; none where it is the same. */
export function describeQuestionChanges(
  from: ReviewQuestion,
  to: ReviewQuestion,
): string[] {
  const changes: string[] = [];
  if (from.title !== to.title) {
    changes.push(`It was “${from.title}”.`);
  }
  if (from.type !== to.type) {
    changes.push(
      `It is answered with ${WITH[to.type]}, not ${WITH[from.type]}.`,
    );
  }
  if (from.unit !== to.unit) {
    changes.push(
      `The number is in ${to.unit ?? 'no unit'}, not in ${
        from.unit ?? 'no unit'
      }.`,
    );
  }
  changes.push(...choiceChanges(from, to));
  if (from.required !== to.required) {
    changes.push(
      to.required ? 'It has to be answered now.' : 'It may be left open now.',
    );
  }
  if (from.guidance !== to.guidance || from.guide !== to.guide) {
    changes.push('The guidance is another.');
  }
  if (!isSame([...from.dependsOn].sort(), [...to.dependsOn].sort())) {
    changes.push(
      to.dependsOn.length === 0
        ? 'The answer depends on nothing any more.'
        : `The answer depends on ${to.dependsOn.join(', ')}.`,
    );
  }
  if (!isSame(from.risks, to.risks)) {
    changes.push('Answers raise other risks.');
  }
  if (!isSame(from.draft, to.draft)) {
    changes.push('Another definition is drafted from the answer.');
  }
  return changes;
}

function choiceChanges(from: ReviewQuestion, to: ReviewQuestion): string[] {
  const changes: string[] = [];
  const before = new Map(from.choices.map(choice => [choice.name, choice]));
  const after = new Map(to.choices.map(choice => [choice.name, choice]));
  const added = to.choices.filter(({ name }) => !before.has(name));
  const vanished = from.choices.filter(({ name }) => !after.has(name));
  const reworded = to.choices.filter(choice => {
    const old = before.get(choice.name);
    return old && !isSame(old, choice);
  });
  for (const [choices, what] of [
    [added, 'New choices'],
    [vanished, 'Choices that are gone'],
    [reworded, 'Choices in other words'],
  ] as const) {
    if (choices.length > 0) {
      changes.push(
        `${what}: ${choices.map(({ title }) => `“${title}”`).join(', ')}.`,
      );
    }
  }
  return changes;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** Fields of mappings in one order, whoever stored them. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}
