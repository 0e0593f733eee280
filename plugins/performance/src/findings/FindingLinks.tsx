import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  FindingDetail,
  mutedColour,
} from '@perf-governance/plugin-performance-react';
import { LINK_TYPE_WORDS } from './linkTypeWords';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& li': { padding: theme.spacing(0.25, 0) },
  },
  muted: { color: mutedColour(theme) },
}));

/** Where more about a finding is. */
export function FindingLinks(props: { finding: FindingDetail }) {
  const { links, issue } = props.finding;
  const classes = useStyles();
  if (links.length === 0) {
    return issue ? null : <div className={classes.muted}>None.</div>;
  }
  return (
    <ul className={classes.list}>
      {links.map(({ type, url, title }) => (
        <li key={`${type} ${url}`}>
          <span className={classes.muted}>{LINK_TYPE_WORDS[type]}</span>{' '}
          <Link to={url} underline="always">
            {title ?? url}
          </Link>
        </li>
      ))}
    </ul>
  );
}
