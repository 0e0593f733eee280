import {
  DefinitionProblemItem,
  StateLabel,
} from '@perf-governance/plugin-performance-react';

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** How much is wrong with a definition, and the first of it, in a line. */
export function ProblemSummary(props: { problems: DefinitionProblemItem[] }) {
  const { problems } = props;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors.length;
  const [{ file, line, column, message }] =
    errors.length > 0 ? errors : problems;
  return (
    <>
      {errors.length > 0 && (
        <StateLabel state="fail" word={counted(errors.length, 'error')} />
      )}{' '}
      {warnings > 0 && (
        <StateLabel state="warn" word={counted(warnings, 'warning')} />
      )}{' '}
      {file}:{line}:{column} {message}
    </>
  );
}
