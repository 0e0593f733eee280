import { lazy, Suspense, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  AnalysisProposalGraph,
  ChartErrorBoundary,
  mutedColour,
} from '@perf-governance/plugin-performance-react';
import { ProposalGraphTable } from './ProposalGraphTable';

/** More would be a tangle. */
const MAX_DRAWN = 80;
const MAX_HEIGHT = 480;
/** Of most drawings. */
const USUAL_HEIGHT = 220;

const GraphDrawing = lazy(() =>
  import('./GraphDrawing').then(module => ({ default: module.GraphDrawing })),
);

const useStyles = makeStyles(theme => ({
  root: { margin: 0 },
  caption: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  drawing: {
    // What its button for the full screen is placed in.
    position: 'relative',
    maxHeight: MAX_HEIGHT,
    paddingTop: theme.spacing(4),
    '& .MuiIconButton-root': { top: 0, padding: theme.spacing(1) },
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    overflow: 'auto',
  },
}));

/** The path that led to a proposal: drawn, or as a table. */
export function ProposalGraph(props: {
  title: string;
  graph: AnalysisProposalGraph;
}) {
  const { title, graph } = props;
  const classes = useStyles();
  const theme = useTheme();
  // Where it is narrow, the names in a drawing are too small to read.
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const drawable = graph.nodes.length <= MAX_DRAWN;
  const [asTable, setAsTable] = useState(!drawable || isNarrow);
  const label = `What depends on what: ${title}`;

  if (graph.nodes.length === 0) {
    return null;
  }
  const table = <ProposalGraphTable label={label} graph={graph} />;
  return (
    <figure className={classes.root} aria-label={label}>
      <figcaption className={classes.caption}>
        {asTable ? <span /> : <Legend graph={graph} />}
        {drawable && (
          <Button
            size="small"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Show graph' : 'Show table'}
          </Button>
        )}
      </figcaption>
      {asTable ? (
        table
      ) : (
        <ChartErrorBoundary fallback={table}>
          <div className={classes.drawing}>
            <Suspense
              fallback={<Skeleton variant="rect" height={USUAL_HEIGHT} />}
            >
              <GraphDrawing label={label} graph={graph} />
            </Suspense>
          </div>
        </ChartErrorBoundary>
      )}
    </figure>
  );
}

function Line(props: { dashed?: boolean; thick?: boolean }) {
  return (
    <svg width="28" height="8" aria-hidden>
      <line
        x2="28"
        y1="4"
        y2="4"
        stroke="currentColor"
        strokeWidth={props.thick ? 3 : 1.5}
        strokeDasharray={props.dashed ? '5 4' : undefined}
      />
    </svg>
  );
}

/** Only what occurs. */
function Legend(props: { graph: AnalysisProposalGraph }) {
  const { edges } = props.graph;
  const classes = useStyles();
  return (
    <ul className={classes.legend} aria-label="What the lines mean">
      {edges.some(({ emphasis }) => emphasis) && (
        <li>
          <Line thick /> the path
        </li>
      )}
      {edges.some(({ synchronous }) => synchronous) && (
        <li>
          <Line /> waits for
        </li>
      )}
      {edges.some(({ synchronous }) => !synchronous) && (
        <li>
          <Line dashed /> depends on
        </li>
      )}
    </ul>
  );
}
