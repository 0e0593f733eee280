import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  RelativeTime,
  SloAdjustment,
  SloDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { AdjustmentDialog } from './AdjustmentDialog';
import { describeTimes } from './adjustmentWords';
import { RevokeAdjustmentDialog } from './RevokeAdjustmentDialog';

const SHOWN = 20;

const STATUS_WORDS: Record<SloAdjustment['status'], string> = {
  planned: 'Planned',
  active: 'Now',
  past: 'Past',
  revoked: 'Revoked',
};

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  text: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { display: 'block', color: mutedColour(theme) },
  add: { marginTop: theme.spacing(1.5) },
}));

/** The maintenance that is taken out of an SLO: what was, is and will be, and what was revoked. */
export function SloAdjustments(props: { slo: SloDetail }) {
  const { slo } = props;
  const classes = useStyles();
  const now = new Date();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<SloAdjustment>();
  const { value, error } = usePerformanceData(
    api => api.slos.listAdjustments({ sloId: slo.id, limit: SHOWN }),
    [slo.id],
  );
  // Those in the window are known already.
  const adjustments = value?.items ?? slo.adjustments;
  return (
    <>
      {error && (
        <Typography variant="body2" color="error">
          Other maintenance couldn’t be read: {error.message}
        </Typography>
      )}
      {adjustments.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          None. Announced work can be taken out of the numbers.
        </Typography>
      ) : (
        <ul className={classes.list}>
          {adjustments.map(adjustment => (
            <li key={adjustment.id}>
              <span className={classes.text}>
                <strong>{STATUS_WORDS[adjustment.status]}</strong> ·{' '}
                {describeTimes(adjustment.times, now)}
                <span className={classes.detail}>
                  {adjustment.reason} –{' '}
                  <EntityRefLink
                    entityRef={adjustment.createdBy}
                    defaultKind="user"
                    hideIcon
                  />
                  , <RelativeTime instant={adjustment.createdAt} />
                </span>
                {adjustment.next && adjustment.times.type === 'recurring' && (
                  <span className={classes.detail}>
                    Next <RelativeTime instant={adjustment.next.from} />
                  </span>
                )}
                {adjustment.revoked && (
                  <span className={classes.detail}>
                    Revoked by{' '}
                    <EntityRefLink
                      entityRef={adjustment.revoked.by}
                      defaultKind="user"
                      hideIcon
                    />
                    , <RelativeTime instant={adjustment.revoked.at} />:{' '}
                    {adjustment.revoked.reason}
                  </span>
                )}
              </span>
              {adjustment.may.revoke && (
                <Button
                  size="small"
                  aria-label={`Revoke: ${adjustment.reason}`}
                  onClick={() => setRevoking(adjustment)}
                >
                  Revoke
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {value && value.totalItems > value.items.length && (
        <Typography variant="body2" color="textSecondary">
          and {value.totalItems - value.items.length} earlier ones
        </Typography>
      )}
      {slo.may.adjust && (
        <Button
          className={classes.add}
          variant="outlined"
          size="small"
          onClick={() => setAdding(true)}
        >
          Add maintenance
        </Button>
      )}
      {adding && (
        <AdjustmentDialog slo={slo} onClose={() => setAdding(false)} />
      )}
      {revoking && (
        <RevokeAdjustmentDialog
          adjustment={revoking}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}
