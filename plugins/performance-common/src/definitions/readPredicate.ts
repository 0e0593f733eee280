import {
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { didYouMean } from './didYouMean';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

const OPERATORS = [
  '$all',
  '$any',
  '$not',
  '$exists',
  '$in',
  '$contains',
  '$hasPrefix',
];

/** Reads a predicate over a catalog entity; what isn't one is reported in the words of who wrote it. */
export function readPredicate(
  written: unknown,
  path: DocumentPath,
  reporter: ProblemReporter,
): FilterPredicate | undefined {
  try {
    return parseFilterPredicate(written);
  } catch {
    // The parser's own message lists every form it tried, and says of none which was meant.
    reporter.error(
      'invalid-predicate',
      path,
      `'entity' is not a filter predicate: ${whatIsWrong(written)}`,
    );
    return undefined;
  }
}

function whatIsWrong(written: unknown): string {
  const unknown = findUnknownOperator(written);
  return unknown
    ? `there is no operator '${unknown}'.${didYouMean(
        unknown,
        OPERATORS,
      )} Known are ${OPERATORS.join(', ')}.`
    : "write fields with a value or one operator each, e.g. `{ kind: Component, spec.type: { $in: [service, website] } }`; $all, $any and $not can't stand beside others.";
}

function findUnknownOperator(written: unknown): string | undefined {
  if (typeof written !== 'object' || written === null) {
    return undefined;
  }
  for (const [key, value] of Object.entries(written)) {
    const unknown =
      key.startsWith('$') && !OPERATORS.includes(key)
        ? key
        : findUnknownOperator(value);
    if (unknown) {
      return unknown;
    }
  }
  return undefined;
}
