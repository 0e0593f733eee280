import { makeStyles } from '@material-ui/core/styles';
import {
  formatBound,
  formatQuantity,
} from '@perf-governance/plugin-performance-common';
import { mutedColour, Waiver } from '@perf-governance/plugin-performance-react';
import { capExcessOf } from './capExcessOf';

const useStyles = makeStyles(theme => ({
  value: { fontWeight: 600 },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** The value as it is now, the limit it breaks, and the cap the waiver asks for. */
export function WaiverNumbers(props: { waiver: Waiver }) {
  const { waiver } = props;
  const { verdict, cap } = waiver;
  const classes = useStyles();
  const unit = verdict?.unit ?? cap?.unit;
  return (
    <>
      {verdict?.value !== undefined && unit !== undefined && (
        <span className={classes.value}>
          {formatQuantity(verdict.value, unit)}
        </span>
      )}
      {verdict?.limit && (
        <span className={classes.detail}>
          limit {formatBound(verdict.limit)}
        </span>
      )}
      <span className={classes.detail}>
        {cap ? `cap ${formatBound(cap)}` : 'no cap'}
        {(verdict?.exceeded || capExcessOf(waiver)) && ', exceeded'}
      </span>
    </>
  );
}
