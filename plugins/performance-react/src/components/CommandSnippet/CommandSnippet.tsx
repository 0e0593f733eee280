import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    margin: theme.spacing(1, 0, 2),
  },
  text: {
    margin: 0,
    padding: theme.spacing(1.5, 7, 1.5, 1.5),
    // Wrapped rather than scrolled: a scrolling area would have to take keyboard focus.
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
  },
  copy: {
    position: 'absolute',
    top: 2,
    right: 2,
  },
}));

/**
 * A command to copy.
 *
 * @public
 */
export function CommandSnippet(props: {
  /** What the command does: names the copy button. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.text}>{text}</pre>
      <div className={classes.copy}>
        <CopyTextButton
          text={text}
          tooltipText="Copied"
          aria-label={`Copy: ${label}`}
        />
      </div>
    </div>
  );
}
