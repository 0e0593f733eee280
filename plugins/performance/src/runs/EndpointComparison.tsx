import { useId, useMemo, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  formatQuantity,
  getMetric,
} from '@perf-governance/plugin-performance-common';
import {
  PagedTable,
  Panel,
  RunComparison,
  statisticWords,
} from '@perf-governance/plugin-performance-react';

type Row = RunComparison['rows'][number];

const PAGE_SIZE = 10;

function rowKey(row: Row): string {
  return JSON.stringify([row.metric, row.statistic, row.labels]);
}

function percentage(delta: number): string {
  if (delta === 0) {
    return '0 %';
  }
  const text = formatQuantity(Math.abs(delta), 'ratio', 2);
  return `${delta < 0 ? '−' : '+'}${text}`;
}

/** Better, worse or neither, with the word for it. */
function meaning(row: Row): string {
  if (row.delta === undefined || row.comparable === false) {
    return row.reason ?? 'not comparable';
  }
  if (row.significant === false) {
    return 'within the noise';
  }
  if (row.delta === 0) {
    return 'the same';
  }
  const higherIsBetter = getMetric(row.metric)?.direction === 'higher';
  const word = row.delta > 0 === higherIsBetter ? 'better' : 'worse';
  // Too few earlier runs tell nothing of the noise.
  return row.significant === undefined ? `${word}; noise unknown` : word;
}

function measure(row: Row): string {
  return statisticWords(row.statistic, row.metric);
}

/** What one looks at first, of a load test or an audit. */
const USUAL_MEASURES = ['p95 response time', 'p50 LCP', 'mean LCP'];

/** Each endpoint beside its baseline, largest difference first, for one measure at a time. */
export function EndpointComparison(props: { rows: Row[] }) {
  const { rows } = props;
  const id = useId();
  const measures = useMemo(
    () => [...new Set(rows.map(measure))].sort(),
    [rows],
  );
  const [chosen, setChosen] = useState(
    USUAL_MEASURES.find(usual => measures.includes(usual)) ?? '',
  );
  const shown = useMemo(
    () => rows.filter(row => !chosen || measure(row) === chosen),
    [rows, chosen],
  );

  return (
    <Panel
      flush
      title="By endpoint or page"
      actions={
        <TextField
          id={id}
          select
          size="small"
          variant="outlined"
          label="Measure"
          value={chosen}
          onChange={event => setChosen(event.target.value)}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
        >
          <option value="">All measures</option>
          {measures.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </TextField>
      }
    >
      <ComparisonTable key={chosen} rows={shown} withMeasure={chosen === ''} />
    </Panel>
  );
}

function ComparisonTable(props: {
  rows: Row[];
  /** Where the rows are of several measures. */
  withMeasure: boolean;
}) {
  const [page, setPage] = useState({ offset: 0, limit: PAGE_SIZE });
  const rows = useMemo(
    () =>
      [...props.rows].sort(
        (a, b) =>
          Number(b.significant ?? false) - Number(a.significant ?? false) ||
          Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0),
      ),
    [props.rows],
  );

  return (
    <PagedTable
      label="Endpoints compared with the baseline"
      rows={rows.slice(page.offset, page.offset + page.limit)}
      rowKey={rowKey}
      empty="Nothing to compare."
      page={{
        ...page,
        totalItems: rows.length,
        onChange: (offset, limit) => setPage({ offset, limit }),
      }}
      columns={[
        {
          id: 'labels',
          title: 'Endpoint',
          leading: true,
          render: row => (
            <span style={{ overflowWrap: 'anywhere' }}>
              {Object.values(row.labels).join(' · ') || 'Everything'}
            </span>
          ),
        },
        ...(props.withMeasure
          ? [{ id: 'statistic', title: 'Measure', render: measure }]
          : []),
        {
          id: 'value',
          title: 'This run',
          align: 'right',
          render: row =>
            row.value === undefined ? '–' : formatQuantity(row.value, row.unit),
        },
        {
          id: 'baseline',
          title: 'Baseline',
          align: 'right',
          render: row =>
            row.baseline === undefined
              ? '–'
              : formatQuantity(row.baseline, row.unit),
        },
        {
          id: 'delta',
          title: 'Difference',
          align: 'right',
          render: row => (
            <strong>
              {row.delta === undefined ? '–' : percentage(row.delta)}
            </strong>
          ),
        },
        {
          id: 'meaning',
          title: 'Which is',
          render: row => (
            <Typography
              component="span"
              variant="body2"
              color={row.significant ? 'textPrimary' : 'textSecondary'}
            >
              {meaning(row)}
            </Typography>
          ),
        },
      ]}
    />
  );
}
