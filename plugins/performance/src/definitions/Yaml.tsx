import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
  },
});

/** YAML, as it was written. */
export function Yaml(props: { text: string }) {
  const classes = useStyles();
  return <pre className={classes.root}>{props.text}</pre>;
}
