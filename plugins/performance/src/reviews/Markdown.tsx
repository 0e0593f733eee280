import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    // Lines of about eighty characters are the easiest to read.
    maxWidth: '46rem',
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& p, & ul, & ol': { margin: theme.spacing(0, 0, 1) },
    '& ul, & ol': { paddingLeft: theme.spacing(2.5) },
    // Somebody's heading isn't one of the page's.
    '& h1, & h2, & h3, & h4, & h5, & h6': {
      fontSize: '1em',
      fontWeight: 700,
      margin: theme.spacing(1.5, 0, 0.5),
    },
    '& pre': { overflowX: 'auto' },
    '& table': {
      display: 'block',
      overflowX: 'auto',
      border: 0,
      margin: theme.spacing(0, 0, 1.5),
      overflowWrap: 'normal',
    },
    '& td': { padding: theme.spacing(0.5, 1), lineHeight: 1.43 },
    '& a': { textDecoration: 'underline' },
  },
}));

/** What somebody wrote in Markdown; HTML within it is shown sanitised. */
export function Markdown(props: { text: string }) {
  const classes = useStyles();
  return (
    <MarkdownContent
      className={classes.root}
      content={props.text}
      dialect="gfm"
    />
  );
}
