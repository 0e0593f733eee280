import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  RelativeTime,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      padding: theme.spacing(0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    overflowWrap: 'anywhere',
  },
}));

/** What happened to something, when, and by whom, in the order given. */
export function HistoryList(props: {
  events: {
    /** E.g. `Verified`. */
    words: string;
    at: string;
    /** Ref of who did it; absent where nobody did. */
    by?: string;
    details?: string[];
  }[];
}) {
  const classes = useStyles();
  return (
    <ol className={classes.list} aria-label="History">
      {props.events.map(({ words, at, by, details = [] }, index) => (
        <li key={`${at} ${index}`}>
          {words} <RelativeTime instant={at} variant="day" />
          {by && (
            <>
              {' by '}
              <EntityRefLink entityRef={by} defaultKind="user" hideIcon />
            </>
          )}
          {details.map(detail => (
            <span key={detail} className={classes.detail}>
              {detail}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
