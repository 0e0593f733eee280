import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  formatExactTime,
  RelativeTime,
  StageLabel,
  StateLabel,
  usePerformanceLinks,
  WaiverDetail,
} from '@perf-governance/plugin-performance-react';
import { HistoryList } from '../page/HistoryList';
import { LoadedSidePanel } from '../page/LoadedSidePanel';
import { useDetailsStyles } from '../page/useDetailsStyles';
import { capExcessOf } from './capExcessOf';
import { WaiverActions } from './WaiverActions';
import { WaiverNumbers } from './WaiverNumbers';
import { WAIVER_STATUS_WORDS, WaiverStatusLabel } from './WaiverStatusLabel';
import { waiverTitle } from './waiverTitle';

const useStyles = makeStyles({ reason: { whiteSpace: 'pre-line' } });

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
  const classes = { ...useDetailsStyles(), ...useStyles() };
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
        <dd className={classes.reason}>{waiver.reason}</dd>
        <dt>Meanwhile</dt>
        <dd className={classes.reason}>
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
      <HistoryList
        events={waiver.history.map(({ status, at, by, note }) => ({
          words: WAIVER_STATUS_WORDS[status],
          at,
          by,
          details: note ? [note] : [],
        }))}
      />
    </>
  );
}
