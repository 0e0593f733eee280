import { JourneyDefinition, Labels } from '../model';
import { isSameLayer } from './isSameLayer';
import { labelValue } from './labels';
import { SequenceMemo } from './SequenceMemo';

/**
 * The label patterns of a journey, compiled.
 *
 * @public
 */
export interface JourneyMatcher {
  patterns: Labels[];
  compiled: LabelPattern[];
}

/**
 * One mapping of a Journey's `match`, compiled.
 *
 * @public
 */
export interface LabelPattern {
  tests: {
    name: string;
    test: (value: string) => boolean;
    wildcard: boolean;
  }[];
}

const matchers = new SequenceMemo<JourneyMatcher>();

/**
 * Journeys by name. The outermost layer that has one of a name says what it matches: quick endpoints added further
 * in would loosen the limits on it.
 *
 * @param definitions - Outermost layer first.
 */
export function resolveJourneys(
  definitions: readonly JourneyDefinition[],
): Map<string, JourneyMatcher> {
  const groups = new Map<string, JourneyDefinition[]>();
  for (const definition of definitions) {
    const { name } = definition.metadata;
    const group = groups.get(name);
    if (!group) {
      groups.set(name, [definition]);
    } else if (isSameLayer(group[0].layer, definition.layer)) {
      group.push(definition);
    }
  }
  return new Map(
    Array.from(groups, ([name, group]) => [
      name,
      matchers.get(group, '', () =>
        compileJourney(group.flatMap(({ spec }) => spec.match)),
      ),
    ]),
  );
}

function compileJourney(patterns: Labels[]): JourneyMatcher {
  return { patterns, compiled: patterns.map(compilePattern) };
}

/** Whether labels match all of a pattern. */
export function matchesPattern(pattern: LabelPattern, labels: Labels): boolean {
  return pattern.tests.every(({ name, test }) => {
    const value = labelValue(labels, name);
    return value !== undefined && test(value);
  });
}

function compilePattern(pattern: Labels): LabelPattern {
  return {
    tests: Object.entries(pattern).map(([name, text]) => ({
      name,
      wildcard: text.includes('*'),
      test: textMatcher(text),
    })),
  };
}

/** `*` stands for any text. No regular expression, so that no pattern can be slow. */
function textMatcher(pattern: string): (value: string) => boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) {
    return value => value === pattern;
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  const middle = parts.slice(1, -1);
  return value => {
    if (
      value.length < first.length + last.length ||
      !value.startsWith(first) ||
      !value.endsWith(last)
    ) {
      return false;
    }
    let position = first.length;
    const end = value.length - last.length;
    for (const part of middle) {
      const found = value.indexOf(part, position);
      if (found < 0 || found + part.length > end) {
        return false;
      }
      position = found + part.length;
    }
    return true;
  };
}
