import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  layerWords,
  RelativeTime,
  SloDetail,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useDetailsStyles } from '../page/useDetailsStyles';
import { BurnAlertLabel } from './BurnAlertLabel';
import { BurnDown } from './BurnDown';
import { BurnRates } from './BurnRates';
import { CompositeParts } from './CompositeParts';
import { DependencySlos } from './DependencySlos';
import { ErrorBudgetActions } from './ErrorBudgetActions';
import { SloAdjustments } from './SloAdjustments';
import { SloNumbers } from './SloNumbers';
import { SloSourceNotice } from './SloSourceNotice';
import { SloVerdict } from './SloVerdict';
import { SloWorkSection } from './SloWorkSection';

const useStyles = makeStyles(theme => ({
  state: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1.5),
  },
  // Side by side where there is room for both.
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    gap: theme.spacing(0, 4),
    '& > *': { minWidth: 0 },
  },
}));

/** One SLO: how it stands, why, what comes of it, and how the numbers came about. */
export function SloDetails(props: { slo: SloDetail }) {
  const { slo } = props;
  const { status, definition } = slo;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  const links = usePerformanceLinks();
  return (
    <>
      <h2 className={classes.title}>{slo.title}</h2>
      <Typography variant="body2" color="textSecondary">
        <EntityRefLink entityRef={slo.entity.entityRef} hideIcon /> in{' '}
        {slo.environment}, set by {layerWords(definition.layer)}:{' '}
        <Link to={links.definition(definition.id)} underline="always">
          {definition.name}
        </Link>
      </Typography>
      {definition.description && (
        <Typography variant="body2" style={{ marginTop: 8 }}>
          {definition.description}
        </Typography>
      )}
      <div className={classes.state}>
        <StateLabel state={slo.state} />
        {slo.severity && <BurnAlertLabel severity={slo.severity} />}
        {slo.measuredAt && (
          <Typography component="span" variant="body2" color="textSecondary">
            Measured until <RelativeTime instant={slo.measuredAt} />
          </Typography>
        )}
      </div>
      {slo.reason && (
        <Alert severity="info" style={{ marginTop: 12 }}>
          {slo.reason.message}
        </Alert>
      )}
      <SloSourceNotice slo={slo} />
      <SloNumbers slo={slo} />
      <BurnDown slo={slo} />
      {status?.parts && (
        <>
          <h3 className={classes.heading}>Parts</h3>
          <CompositeParts slo={slo} parts={status.parts} />
        </>
      )}
      <div className={classes.columns}>
        {status && (
          <Section title="How fast it burns">
            <BurnRates status={status} />
          </Section>
        )}
        <div>
          <Section title="What comes of it">
            <ErrorBudgetActions slo={slo} />
            <SloVerdict slo={slo} />
          </Section>
          <Section title="What it depends on">
            <DependencySlos dependencies={slo.dependencies} />
          </Section>
          <Section title="Maintenance">
            <SloAdjustments slo={slo} />
          </Section>
        </div>
      </div>
      <h3 className={classes.heading}>How the numbers came about</h3>
      <SloWorkSection slo={slo} />
    </>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const classes = useDetailsStyles();
  return (
    <div>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </div>
  );
}
