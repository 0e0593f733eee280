import { GoalSpec } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readDate } from './readDate';
import { readRuleSelector, WrittenRuleSelector } from './readRuleSelector';
import { readScope, WrittenScope } from './readScope';
import { readShare } from './readShare';

/** A Goal's spec as users write it, without what the schema refuses. */
export interface WrittenGoal extends Pick<WrittenScope, 'appliesTo'> {
  rules?: WrittenRuleSelector[];
  environment?: string | string[];
  label?: string;
  target?: string | number;
  by?: string;
}

/** @returns `undefined` if the target is missing or can't be read. */
export function readGoal(
  written: WrittenGoal,
  reporter: ProblemReporter,
): GoalSpec | undefined {
  const { rules, environment, label } = written;
  const target =
    written.target === undefined
      ? undefined
      : readShare(written.target, ['spec', 'target'], reporter);
  const by =
    written.by === undefined
      ? undefined
      : readDate(written.by, ['spec', 'by'], reporter);
  const spec = {
    ...readScope(written, reporter),
    ...(rules && {
      rules: rules.flatMap(
        (rule, index) =>
          readRuleSelector(rule, ['spec', 'rules', index], reporter) ?? [],
      ),
    }),
    ...(environment !== undefined && { environments: [environment].flat() }),
    ...(label !== undefined && { label }),
    ...(by !== undefined && { by }),
  };
  return target === undefined ? undefined : { ...spec, target };
}
