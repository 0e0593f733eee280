import { makeStyles } from '@material-ui/core/styles';
import {
  DefinitionProblemItem,
  StateLabel,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
  },
  place: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  code: {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
  },
  go: {
    padding: 0,
    border: 0,
    background: 'none',
    cursor: 'pointer',
    textDecoration: 'underline',
    color: 'inherit',
  },
}));

/** Whose rule it is, where those of another language disagree. */
const SOURCE_WORDS: Record<
  NonNullable<DefinitionProblemItem['source']>,
  string
> = {
  spec: 'a rule of the specification',
  schema: 'a rule of the schema',
  sdk: 'a rule of the SDK',
  governance: 'a rule of ours',
};

/** What is wrong in definition files, each with its place and rule. */
export function ProblemList(props: {
  problems: DefinitionProblemItem[];
  /** Leaves out the file where there is only one. */
  hideFile?: boolean;
  /** Makes places buttons that lead to them. */
  onGoTo?: (problem: DefinitionProblemItem) => void;
}) {
  const { problems, hideFile, onGoTo } = props;
  const classes = useStyles();

  const place = (problem: DefinitionProblemItem) =>
    hideFile
      ? `line ${problem.line}, column ${problem.column}`
      : `${problem.file}:${problem.line}:${problem.column}`;

  return (
    <ul className={classes.root} aria-label="Problems">
      {problems.map(problem => (
        <li key={`${place(problem)} ${problem.rule} ${problem.message}`}>
          <div className={classes.place}>
            <StateLabel
              state={problem.severity === 'error' ? 'fail' : 'warn'}
              word={problem.severity === 'error' ? 'Error' : 'Warning'}
            />
            {onGoTo ? (
              <button
                type="button"
                className={`${classes.code} ${classes.go}`}
                onClick={() => onGoTo(problem)}
              >
                {place(problem)}
              </button>
            ) : (
              <span className={classes.code}>{place(problem)}</span>
            )}
            <span className={classes.code}>{problem.rule}</span>
            {problem.source && <span>{SOURCE_WORDS[problem.source]}</span>}
          </div>
          {problem.message}
        </li>
      ))}
    </ul>
  );
}
