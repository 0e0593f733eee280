import { ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  FindingDetail,
  FindingEvent,
  mutedColour,
  RelativeTime,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { describeChange, FINDING_EVENT_WORDS } from './findingHistoryWords';

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

/** What happened to a finding, the newest first. */
export function FindingHistory(props: { finding: FindingDetail }) {
  const { finding } = props;
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api => api.findings.listEvents(finding.id),
    [finding.id],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={96} />;
  }
  return (
    <ol className={classes.list} aria-label="History">
      {value.map((event, index) => (
        <Event key={`${event.at} ${index}`} event={event} />
      ))}
    </ol>
  );
}

function Event(props: { event: FindingEvent }) {
  const { event } = props;
  const classes = useStyles();
  return (
    <li>
      {FINDING_EVENT_WORDS[event.type]}{' '}
      <RelativeTime instant={event.at} variant="day" />
      {event.by && (
        <>
          {' by '}
          <EntityRefLink entityRef={event.by} defaultKind="user" hideIcon />
        </>
      )}
      {event.changes.map(change => (
        <span key={change.field} className={classes.detail}>
          {describeChange(change)}
        </span>
      ))}
      {event.note && <span className={classes.detail}>{event.note}</span>}
    </li>
  );
}
