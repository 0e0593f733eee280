import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  Slo,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { BurnAlertLabel } from './BurnAlertLabel';
import { sloReasonWords } from './sloReasonWords';
import { describeRemaining } from './sloWords';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'grid',
      gridTemplateColumns: '104px minmax(0, 1fr) max-content',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  detail: { color: mutedColour(theme), fontVariantNumeric: 'tabular-nums' },
}));

/** How the SLOs of what an entity depends on stand: it can't promise more than they keep. */
export function DependencySlos(props: { dependencies: Slo[] }) {
  const { dependencies } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  if (dependencies.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        Nothing that it depends on has an SLO.
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {dependencies.map(slo => (
        <li key={slo.id}>
          <span>
            {slo.severity ? (
              <BurnAlertLabel severity={slo.severity} />
            ) : (
              <StateLabel state={slo.state} />
            )}
          </span>
          <span>
            <EntityRefLink entityRef={slo.entity.entityRef} hideIcon /> ·{' '}
            <Link to={links.slos({ slo: slo.id })}>{slo.title}</Link>
          </span>
          <span className={classes.detail}>
            {slo.remainingShare === undefined || slo.state === 'no-data'
              ? slo.reason && sloReasonWords(slo.reason)
              : describeRemaining(slo.remainingShare)}
          </span>
        </li>
      ))}
    </ul>
  );
}
