import { ScorecardLevel, ScorecardRule, ScorecardSpec } from '../model';
import { DocumentPath, ProblemReporter } from './ProblemReporter';
import { readRuleSelector, WrittenRuleSelector } from './readRuleSelector';
import { readScope, WrittenScope } from './readScope';

/** A Scorecard's spec as users write it, without what the schema refuses. */
export interface WrittenScorecard extends WrittenScope {
  levels?: {
    name?: string;
    title?: string;
    rules?: (WrittenRuleSelector & { weight?: number })[];
  }[];
}

const DEFAULT_WEIGHT = 1;

export function readScorecard(
  written: WrittenScorecard,
  reporter: ProblemReporter,
): ScorecardSpec {
  const levels: ScorecardLevel[] = [];
  /** Canonical text of a rule to the level that holds it. */
  const seen = new Map<string, string>();
  written.levels?.forEach(
    ({ name = '', title = capitalised(name), rules = [] }, index) => {
      const path = ['spec', 'levels', index];
      if (name && levels.some(level => level.name === name)) {
        reporter.error(
          'duplicate-level',
          [...path, 'name'],
          `There is another level named '${name}'.`,
        );
      }
      levels.push({
        name,
        title,
        rules: rules.flatMap(
          (rule, position) =>
            readRule(
              rule,
              name || `${index + 1}`,
              seen,
              [...path, 'rules', position],
              reporter,
            ) ?? [],
        ),
      });
    },
  );
  return { ...readScope(written, reporter), levels };
}

function readRule(
  written: WrittenRuleSelector & { weight?: number },
  level: string,
  seen: Map<string, string>,
  path: DocumentPath,
  reporter: ProblemReporter,
): ScorecardRule | undefined {
  const selector = readRuleSelector(written, path, reporter);
  // The schema lets no `area` through.
  if (!selector || 'area' in selector) {
    return undefined;
  }
  const text = JSON.stringify(selector);
  const holder = seen.get(text);
  if (holder !== undefined) {
    reporter.error(
      'duplicate-rule',
      path,
      `The level '${holder}' holds this rule already; a higher level needs what the lower ones need anyway.`,
    );
  }
  seen.set(text, level);
  return { ...selector, weight: written.weight ?? DEFAULT_WEIGHT };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
