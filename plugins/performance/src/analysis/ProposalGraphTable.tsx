import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { AnalysisProposalGraph } from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.5, 1, 0.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'break-word',
    },
  },
}));

/** A proposal's graph in rows: those on the path first. */
export function ProposalGraphTable(props: {
  label: string;
  graph: AnalysisProposalGraph;
}) {
  const { label, graph } = props;
  const classes = useStyles();
  // Said where the entity comes up first.
  const notes = new Map(
    graph.nodes.map(({ entityRef, note }) => [entityRef, note]),
  );
  const edges = [...graph.edges].sort(
    (one, other) => Number(other.emphasis ?? 0) - Number(one.emphasis ?? 0),
  );
  // Nodes without a single edge are shown nowhere else.
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = graph.nodes.filter(
    ({ entityRef }) => !connected.has(entityRef),
  );

  const name = (entityRef: string) => {
    const note = notes.get(entityRef);
    notes.delete(entityRef);
    return (
      <>
        <EntityRefLink entityRef={entityRef} hideIcon disableTooltip />
        {note && ` (${note})`}
      </>
    );
  };
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">How</th>
          <th scope="col">To</th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(edge => (
          <tr key={`${edge.from} ${edge.to}`}>
            <td>{name(edge.from)}</td>
            <td>{edge.synchronous ? 'waits for' : 'depends on'}</td>
            <td>{name(edge.to)}</td>
            <td>
              {[edge.emphasis && 'on the path', edge.note]
                .filter(Boolean)
                .join(', ')}
            </td>
          </tr>
        ))}
        {alone.map(({ entityRef }) => (
          <tr key={entityRef}>
            <td colSpan={4}>{name(entityRef)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
