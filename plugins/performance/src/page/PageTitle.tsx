import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(2),
  },
  // Leaves the actions beside it while there is room for a title of some length.
  text: { flex: '1 1 320px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: '1.375rem',
    fontWeight: 700,
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 3),
    marginTop: theme.spacing(1),
    color: mutedColour(theme),
    '& a': { textDecoration: 'underline' },
  },
}));

/** What a page is about: title, description, and a line of facts. */
export function PageTitle(props: {
  title: string;
  description?: string;
  /** Each is a span. */
  facts: ReactNode;
  actions?: ReactNode;
}) {
  const { title, description, facts, actions } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        <h2 className={classes.title}>{title}</h2>
        {description}
        <div className={classes.facts}>{facts}</div>
      </div>
      {actions}
    </div>
  );
}
