import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatQuantity,
  readableNumber,
} from '@perf-governance/plugin-performance-common';
import {
  CommandSnippet,
  formatDuration,
  formatExactTime,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  SloDetail,
  SloWork,
} from '@perf-governance/plugin-performance-react';
import { METHOD_WORDS, formatBurnRate, formatCount } from './sloWords';

const useStyles = makeStyles(theme => ({
  heading: {
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 600,
    margin: theme.spacing(2, 0, 0.5),
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  number: { whiteSpace: 'nowrap' },
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
  const titles = new Map(
    slo.definition.objectives.map(({ name, title }) => [name, title ?? name]),
  );
  const part = (objective: string | undefined) =>
    objective === undefined ? '' : `${titles.get(objective) ?? objective}: `;
  const columns: PagedTableColumn<SloWork['windows'][number]>[] = [
    {
      id: 'window',
      title: 'Window',
      leading: true,
      render: window => (
        <>
          {part(window.objective)}
          {window.name === 'window' ? 'Whole window' : window.name}
          <span className={classes.detail}>
            {shortTime(window.from)} – {shortTime(window.to)}
          </span>
          <span className={classes.detail}>
            {formatDuration(window.coveredSeconds)} measured
            {window.excludedSeconds > 0 &&
              `, ${formatDuration(window.excludedSeconds)} taken out`}
          </span>
        </>
      ),
    },
    {
      id: 'good',
      title: 'Good',
      align: 'right',
      render: ({ good }) => (
        <span className={classes.number}>{formatCount(good)}</span>
      ),
    },
    {
      id: 'bad',
      title: 'Bad',
      align: 'right',
      render: ({ bad }) => (
        <span className={classes.number}>{formatCount(bad)}</span>
      ),
    },
    {
      id: 'total',
      title: 'Total',
      align: 'right',
      render: ({ total }) => (
        <span className={classes.number}>{formatCount(total)}</span>
      ),
    },
    {
      id: 'errorRate',
      title: 'Error rate',
      align: 'right',
      render: ({ errorRate }) =>
        errorRate === undefined ? '–' : formatQuantity(errorRate, 'ratio', 4),
    },
    {
      id: 'burnRate',
      title: 'Burn rate',
      align: 'right',
      render: ({ burnRate }) =>
        burnRate === undefined ? '–' : formatBurnRate(burnRate),
    },
  ];

  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {METHOD_WORDS[slo.method]}, as of {formatExactTime(work.at)}.
      </Typography>
      <h4 className={classes.heading}>Windows and counts</h4>
      <PagedTable
        label="Windows and counts"
        columns={columns}
        rows={work.windows}
        rowKey={window => `${window.objective} ${window.name}`}
        empty="Nothing was counted."
      />
      <h4 className={classes.heading}>Formulas</h4>
      <dl className={classes.formulas}>
        {work.formulas.map(({ objective, name, formula, value }) => (
          <Formula
            key={`${objective} ${name}`}
            name={`${part(objective)}${name}`}
            formula={
              value === undefined
                ? formula
                : `${formula} = ${readableNumber(value)}`
            }
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
