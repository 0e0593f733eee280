import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  CommandSnippet,
  formatDuration,
  formatExactTime,
  SloDetail,
  SloWork,
} from '@perf-governance/plugin-performance-react';
import { METHOD_WORDS, formatBurnRate, formatCount } from './sloWords';
import { useFactTableStyles } from './useFactTableStyles';

const useStyles = makeStyles(theme => ({
  heading: {
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 600,
    margin: theme.spacing(2, 0, 0.5),
  },
  scroller: { overflowX: 'auto' },
  formulas: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.75, 2),
    '& dt': { fontWeight: 600 },
    '& dd': {
      margin: 0,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
}));

const ROLE_WORDS: Record<SloWork['queries'][number]['role'], string> = {
  good: 'Good',
  bad: 'Bad',
  total: 'Total',
  raw: 'Ratio',
  metric: 'Value',
};

/** The windows with their counts, the formulas with numbers in them, and the queries. */
export function SloWorkTables(props: { slo: SloDetail; work: SloWork }) {
  const { slo, work } = props;
  const classes = useStyles();
  const tables = useFactTableStyles();
  const excluded = work.windows.some(window => window.excludedSeconds > 0);
  const titles = new Map(
    slo.definition.objectives.map(({ name, title }) => [name, title ?? name]),
  );
  const part = (objective: string | undefined) =>
    objective === undefined ? '' : `${titles.get(objective) ?? objective}: `;

  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {METHOD_WORDS[slo.method]}, as of {formatExactTime(work.at)}.
      </Typography>
      <h4 className={classes.heading}>Windows and counts</h4>
      <div className={classes.scroller}>
        <table className={tables.table} aria-label="Windows and counts">
          <thead>
            <tr>
              <th scope="col">Window</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Good</th>
              <th scope="col">Bad</th>
              <th scope="col">Total</th>
              <th scope="col">Error rate</th>
              <th scope="col">Burn rate</th>
              <th scope="col">Measured</th>
              {excluded && <th scope="col">Taken out</th>}
            </tr>
          </thead>
          <tbody>
            {work.windows.map(window => (
              <tr key={`${window.objective} ${window.name}`}>
                <th scope="row">
                  {part(window.objective)}
                  {window.name}
                </th>
                <td>{shortTime(window.from)}</td>
                <td>{shortTime(window.to)}</td>
                <td>{formatCount(window.good)}</td>
                <td>{formatCount(window.bad)}</td>
                <td>{formatCount(window.total)}</td>
                <td>
                  {window.errorRate === undefined
                    ? '–'
                    : formatQuantity(window.errorRate, 'ratio', 4)}
                </td>
                <td>
                  {window.burnRate === undefined
                    ? '–'
                    : formatBurnRate(window.burnRate)}
                </td>
                <td>{formatDuration(window.coveredSeconds)}</td>
                {excluded && (
                  <td>
                    {window.excludedSeconds > 0
                      ? formatDuration(window.excludedSeconds)
                      : '–'}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h4 className={classes.heading}>Formulas</h4>
      <dl className={classes.formulas}>
        {work.formulas.map(({ objective, name, formula }) => (
          <Formula
            key={`${objective} ${name}`}
            name={`${part(objective)}${name}`}
            formula={formula}
          />
        ))}
      </dl>
      <h4 className={classes.heading}>Queries</h4>
      {work.queries.length === 0 ? (
        <Typography variant="body2">
          None: good and total are pushed through the API.
        </Typography>
      ) : (
        work.queries.map(query => (
          <div key={`${query.objective} ${query.role}`}>
            <Typography variant="body2">
              {part(query.objective)}
              {ROLE_WORDS[query.role]}, from {query.source}
              {query.counter && ', the increase per step'}
              {query.stepSeconds !== undefined &&
                ` of ${formatDuration(query.stepSeconds)}`}
            </Typography>
            <CommandSnippet
              label={`${ROLE_WORDS[query.role]} query`}
              text={query.query}
            />
          </div>
        ))
      )}
    </>
  );
}

function Formula(props: { name: string; formula: string }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.formula}</dd>
    </>
  );
}

function shortTime(instant: string): string {
  return new Date(instant).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
