import { Labels, Subject } from '../model';

const NO_LABELS = '{}';

/** The labels in the order of their names. */
export function sortLabels(labels: Labels): Labels {
  return Object.fromEntries(
    Object.keys(labels)
      .sort()
      .map(name => [name, labels[name]]),
  );
}

/**
 * The canonical text of labels: JSON with sorted names, `{}` for none. Equal labels have equal
 * texts, and `JSON.parse` gives the labels back.
 *
 * @public
 */
export function labelsKey(labels: Labels): string {
  const names = Object.keys(labels);
  return names.length === 0 ? NO_LABELS : JSON.stringify(sortLabels(labels));
}

/**
 * Labels for people: `endpoint=POST /pay, journey=checkout`; empty for none.
 *
 * @public
 */
export function formatLabels(labels: Labels): string {
  return Object.entries(sortLabels(labels))
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/**
 * Identifies a subject: entity, environment and canonical labels.
 *
 * @public
 */
export function subjectKey(subject: Subject): string {
  return JSON.stringify([
    subject.entityRef,
    subject.environment,
    sortLabels(subject.labels),
  ]);
}

/**
 * Identifies a verdict over time: its rule and subject.
 *
 * @public
 */
export function verdictKey(verdict: {
  ruleId: string;
  subject: Subject;
}): string {
  return `${verdict.ruleId} ${subjectKey(verdict.subject)}`;
}

/** The value of a label, safe from names such as `constructor`. */
export function labelValue(labels: Labels, name: string): string | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}

/** Whether labels have all the wanted values. */
export function labelsMatch(labels: Labels, wanted: Labels): boolean {
  for (const name in wanted) {
    if (labelValue(labels, name) !== wanted[name]) {
      return false;
    }
  }
  return true;
}
