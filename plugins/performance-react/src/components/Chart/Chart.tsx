import { lazy, ReactNode, Suspense, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ChartErrorBoundary } from './ChartErrorBoundary';
import { ChartData, ChartTable } from './ChartTable';
import { mutedColour } from '../../theme';

const UplotChart = lazy(() =>
  import('./UplotChart').then(module => ({ default: module.UplotChart })),
);

const DEFAULT_HEIGHT = 220;

const useStyles = makeStyles(theme => ({
  root: { margin: 0 },
  caption: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    color: mutedColour(theme),
    fontSize: theme.typography.body2.fontSize,
  },
}));

/**
 * A chart with its caption, and the same numbers as a table on request. The chart library is loaded
 * when the first chart is drawn; the frame has its final size from the start.
 *
 * @public
 */
export function Chart(props: {
  /** What the chart shows, as a sentence: its text alternative. */
  label: string;
  caption?: ReactNode;
  data: ChartData;
  height?: number;
}) {
  const { label, caption, data, height = DEFAULT_HEIGHT } = props;
  const classes = useStyles();
  const [asTable, setAsTable] = useState(false);

  return (
    <figure className={classes.root} aria-label={label}>
      <figcaption className={classes.caption}>
        <span>{caption}</span>
        <Button
          size="small"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show chart' : 'Show table'}
        </Button>
      </figcaption>
      {asTable ? (
        <ChartTable label={label} data={data} />
      ) : (
        <ChartErrorBoundary fallback={<ChartTable label={label} data={data} />}>
          <Suspense
            fallback={<Skeleton variant="rect" width="100%" height={height} />}
          >
            <UplotChart label={label} data={data} height={height} />
          </Suspense>
        </ChartErrorBoundary>
      )}
    </figure>
  );
}
