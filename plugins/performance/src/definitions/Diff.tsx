import { makeStyles } from '@material-ui/core/styles';
import {
  stateColours,
  mutedColour,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
  },
  line: { display: 'block', minHeight: '1.5em' },
  added: { backgroundColor: stateColours(theme, 'pass').soft },
  removed: { backgroundColor: stateColours(theme, 'fail').soft },
  place: { color: mutedColour(theme) },
}));

/** A unified diff; the signs say what the colours say. */
export function Diff(props: { text: string }) {
  const classes = useStyles();
  const kind = (line: string) => {
    if (/^(@@|---|\+\+\+)/.test(line)) {
      return classes.place;
    }
    if (line.startsWith('+')) {
      return classes.added;
    }
    return line.startsWith('-') ? classes.removed : '';
  };
  return (
    <pre className={classes.root}>
      {props.text
        .trimEnd()
        .split('\n')
        .map((line, index) => (
          <span key={index} className={`${classes.line} ${kind(line)}`}>
            {line}
          </span>
        ))}
    </pre>
  );
}
