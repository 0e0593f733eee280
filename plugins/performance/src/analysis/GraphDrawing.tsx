import { useMemo } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  AnalysisProposalGraph,
  mutedColour,
  riskColours,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from '../filters/refTitle';

type GraphNode = AnalysisProposalGraph['nodes'][number];
type GraphEdge = AnalysisProposalGraph['edges'][number];

const NODE_WIDTH = 176;
const NODE_HEIGHT = 44;
const NOTED_HEIGHT = 60;

const ARROW = 'performance-graph-arrow';
const PATH_ARROW = 'performance-graph-path-arrow';

const useStyles = makeStyles(theme => ({
  node: {
    boxSizing: 'border-box',
    height: '100%',
    padding: theme.spacing(0.5, 1),
    border: `1px solid ${mutedColour(theme)}`,
    borderRadius: 6,
    backgroundColor: theme.palette.background.paper,
    color: theme.palette.text.primary,
    fontSize: 13,
    lineHeight: '17px',
    '& > div': {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
  emphasised: {
    border: `3px solid ${riskColours(theme, 'critical').strong}`,
    padding: theme.spacing(0.25, 0.75),
    '& > div:first-child': { fontWeight: 700 },
  },
  detail: { color: mutedColour(theme), fontSize: 12 },
  note: {
    fill: theme.palette.text.primary,
    // Legible where lines run beneath.
    stroke: theme.palette.background.paper,
    strokeWidth: 4,
    paintOrder: 'stroke',
    fontSize: 12,
    textAnchor: 'middle',
  },
}));

/** The name of what a node stands for, and of what kind it is. */
function Node(props: { node: GraphNode }) {
  const { entityRef, kind, title, note, emphasis } = props.node;
  const classes = useStyles();
  const name = title ?? refTitle(entityRef);
  return (
    <foreignObject
      width={NODE_WIDTH}
      height={note ? NOTED_HEIGHT : NODE_HEIGHT}
    >
      <div
        className={`${classes.node} ${emphasis ? classes.emphasised : ''}`}
        title={[entityRef, note].filter(Boolean).join(': ')}
      >
        <div>{name}</div>
        <div className={classes.detail}>{kind}</div>
        {note && <div>{note}</div>}
      </div>
    </foreignObject>
  );
}

/** A line through all points, rounded between them. */
function roundedPath(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  const middles = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1];
    return `Q ${point.x} ${point.y} ${(point.x + next.x) / 2} ${
      (point.y + next.y) / 2
    }`;
  });
  const last = rest.at(-1) ?? first;
  return [`M ${first.x} ${first.y}`, ...middles, `L ${last.x} ${last.y}`].join(
    ' ',
  );
}

function Edge(props: {
  edge: Partial<GraphEdge> & { points?: { x: number; y: number }[] };
}) {
  const { points, emphasis, synchronous, note } = props.edge;
  const classes = useStyles();
  const theme = useTheme();
  // There are none before the first layout.
  const known = (points ?? []).filter(
    ({ x, y }) => Number.isFinite(x) && Number.isFinite(y),
  );
  if (known.length === 0) {
    return null;
  }
  const middle = known[Math.floor(known.length / 2)];
  return (
    <>
      <path
        d={roundedPath(known)}
        fill="none"
        stroke={
          emphasis ? riskColours(theme, 'critical').strong : mutedColour(theme)
        }
        strokeWidth={emphasis ? 3 : 1.25}
        strokeDasharray={synchronous ? undefined : '5 4'}
        markerEnd={`url(#${emphasis ? PATH_ARROW : ARROW})`}
      />
      {note && (
        <text x={middle.x} y={middle.y - 4} className={classes.note}>
          {note}
        </text>
      )}
    </>
  );
}

/** Draws who depends on whom; from left to right, and from top to bottom where it is narrow. */
export function GraphDrawing(props: {
  label: string;
  graph: AnalysisProposalGraph;
}) {
  const { label, graph } = props;
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('xs'));
  // Kept the same between renderings, or it would be laid out anew.
  const nodes = useMemo(
    () => graph.nodes.map(node => ({ ...node, id: node.entityRef })),
    [graph],
  );
  const edges = useMemo(() => graph.edges.map(edge => ({ ...edge })), [graph]);

  return (
    <DependencyGraph
      nodes={nodes}
      edges={edges}
      direction={
        isNarrow
          ? DependencyGraphTypes.Direction.TOP_BOTTOM
          : DependencyGraphTypes.Direction.LEFT_RIGHT
      }
      // Never larger than it is meant to be.
      fit="grow"
      zoom="enable-on-click"
      nodeMargin={20}
      rankMargin={56}
      paddingX={16}
      paddingY={16}
      role="img"
      aria-label={label}
      defs={[
        <Arrow key={ARROW} id={ARROW} colour={mutedColour(theme)} />,
        <Arrow
          key={PATH_ARROW}
          id={PATH_ARROW}
          colour={riskColours(theme, 'critical').strong}
        />,
      ]}
      renderNode={({ node }) => <Node node={node} />}
      renderEdge={({ edge, id }) => (
        <Edge key={`${id.v} ${id.w}`} edge={edge} />
      )}
    />
  );
}

function Arrow(props: { id: string; colour: string }) {
  const { id, colour } = props;
  return (
    <marker
      id={id}
      viewBox="0 0 10 10"
      refX="9"
      refY="5"
      markerWidth="11"
      markerHeight="11"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0 10 5 0 10z" fill={colour} />
    </marker>
  );
}
