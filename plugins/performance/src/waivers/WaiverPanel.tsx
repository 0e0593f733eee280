import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  formatExactTime,
  mutedColour,
  RelativeTime,
  StageLabel,
  StateLabel,
  usePerformanceLinks,
  WaiverDetail,
} from '@perf-governance/plugin-performance-react';
import { LoadedSidePanel } from '../page/LoadedSidePanel';
import { capExcessOf } from './capExcessOf';
import { WaiverActions } from './WaiverActions';
import { WaiverNumbers } from './WaiverNumbers';
import { WAIVER_STATUS_WORDS, WaiverStatusLabel } from './WaiverStatusLabel';
import { waiverTitle } from './waiverTitle';

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(0, 6, 0.5, 0),
    fontSize: '1.25rem',
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(2, 0),
    '& dt': { color: mutedColour(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  },
  heading: {
    fontSize: '1rem',
    fontWeight: 600,
    margin: theme.spacing(3, 0, 1),
  },
  history: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      padding: theme.spacing(0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  detail: { display: 'block', color: mutedColour(theme) },
}));

/** One waiver: what it is about, what it asks for, what happened, and what may be done. */
export function WaiverPanel(props: {
  /** Open while given. */
  waiverId: string | undefined;
  onClose: () => void;
}) {
  const { waiverId, onClose } = props;
  return (
    <LoadedSidePanel
      label="Waiver details"
      id={waiverId}
      load={(api, id) => api.waivers.get(id)}
      onClose={onClose}
    >
      {waiver => <Details waiver={waiver} />}
    </LoadedSidePanel>
  );
}

function Details(props: { waiver: WaiverDetail }) {
  const { waiver } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const { verdict, entity } = waiver;
  const excess = capExcessOf(waiver);
  return (
    <>
      <h2 className={classes.title}>{waiverTitle(waiver)}</h2>
      <EntityRefLink entityRef={entity.entityRef} hideIcon />
      {waiver.environment !== '*' && ` in ${waiver.environment}`}
      <dl className={classes.facts}>
        <dt>Status</dt>
        <dd>
          <WaiverStatusLabel status={waiver.status} />
        </dd>
        <dt>Now</dt>
        <dd>
          {verdict ? (
            <>
              <StateLabel state={verdict.state} />{' '}
              {verdict.stage && <StageLabel stage={verdict.stage} />}{' '}
              <Link
                to={links.budgets({
                  entityRef: entity.entityRef,
                  verdict: verdict.id,
                })}
              >
                Verdict
              </Link>
            </>
          ) : (
            'The rule is gone.'
          )}
        </dd>
        <dt>Value, limit, cap</dt>
        <dd>
          <WaiverNumbers waiver={waiver} />
        </dd>
        <dt>Reason</dt>
        <dd>{waiver.reason}</dd>
        <dt>Meanwhile</dt>
        <dd>
          {waiver.compensatingControl ?? 'No compensating control was named.'}
        </dd>
        <dt>Requested by</dt>
        <dd>
          <EntityRefLink
            entityRef={waiver.requestedBy}
            defaultKind="user"
            hideIcon
          />
          , <RelativeTime instant={waiver.requestedAt} />
        </dd>
        <dt>Until</dt>
        <dd>
          {formatExactTime(waiver.expiresAt)} (
          <RelativeTime instant={waiver.expiresAt} />)
        </dd>
      </dl>
      {excess && <Alert severity="warning">{excess}.</Alert>}
      <WaiverActions waiver={waiver} />
      <h3 className={classes.heading}>History</h3>
      <ul className={classes.history}>
        {waiver.history.map(event => (
          <li key={`${event.status} ${event.at}`}>
            {WAIVER_STATUS_WORDS[event.status]}{' '}
            <RelativeTime instant={event.at} variant="day" />
            {event.by && (
              <>
                {' by '}
                <EntityRefLink
                  entityRef={event.by}
                  defaultKind="user"
                  hideIcon
                />
              </>
            )}
            {event.note && <span className={classes.detail}>{event.note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
