import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RelativeTime,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { DISPUTE_WORDS } from '../disputes/disputeWords';

const useStyles = makeStyles(theme => ({
  heading: {
    fontSize: '1rem',
    fontWeight: 600,
    margin: theme.spacing(3, 0, 1),
  },
}));

/** What people said against a verdict, and what came of it; nothing where nobody did. */
export function VerdictDisputes(props: { verdictId: string }) {
  const { verdictId } = props;
  const classes = useStyles();
  const disputes = usePerformanceData(
    api => api.disputes.listOfVerdict(verdictId),
    [verdictId],
  ).value;
  if (!disputes || disputes.length === 0) {
    return null;
  }
  return (
    <section aria-label="Disputes">
      <h3 className={classes.heading}>Disputes</h3>
      {disputes.map(dispute => (
        <Typography key={dispute.id} variant="body2" paragraph>
          <EntityRefLink entityRef={dispute.by} hideIcon />,{' '}
          <RelativeTime instant={dispute.at} />: {dispute.reason}
          <br />
          {dispute.resolution ? (
            <>
              <strong>{DISPUTE_WORDS[dispute.status]}</strong>:{' '}
              {dispute.resolution.note}
            </>
          ) : (
            <strong>Open</strong>
          )}
        </Typography>
      ))}
    </section>
  );
}
