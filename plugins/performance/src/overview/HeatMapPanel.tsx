import { ResponseErrorPanel } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import {
  areaWords,
  HeatMap,
  HeatMapRow,
  Panel,
  RollupMatrix,
  RollupRow,
  usePerformanceData,
  usePerformanceLinks,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { Link } from 'react-router-dom';
import { Choice } from '../filters/Choice';
import { refTitle } from '../filters/refTitle';
import { listQuery, OverviewQuery } from './overviewFilters';

const ALL = '*';

/** What people look at first; others follow by name. */
const AREA_ORDER = [
  'latency',
  'errors',
  'throughput',
  'web-vitals',
  'page-weight',
  'resources',
  'custom',
  'slos',
  'practices',
  'findings',
];

type Rows = 'domain' | 'owner' | 'system';

const ROWS: { value: Rows; title: string }[] = [
  { value: 'domain', title: 'Domain' },
  { value: 'system', title: 'System' },
  { value: 'owner', title: 'Owner' },
];

const useStyles = makeStyles(theme => ({
  title: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    '& a': {
      color: theme.palette.text.primary,
      fontWeight: 600,
      textDecoration: 'underline',
    },
  },
  toggle: { padding: 0, marginTop: -2 },
}));

function inOrder(areas: string[]): string[] {
  const place = (area: string) => {
    const index = AREA_ORDER.indexOf(area);
    return index === -1 ? AREA_ORDER.length : index;
  };
  return [...areas].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

function rowName(row: Pick<RollupRow, 'title' | 'value'>, rows: Rows): string {
  return row.value === '(none)'
    ? `No ${rows}`
    : row.title ?? refTitle(row.value);
}

/** Shares of what holds by domain and area; each domain opens into its systems. */
export function HeatMapPanel(props: { view: ViewState; query: OverviewQuery }) {
  const { view, query } = props;
  const rows = ROWS.find(({ value }) => value === view.get('rows'))?.value;
  const shown: Rows = rows ?? 'domain';
  const open = shown === 'domain' ? view.getAll('open') : [];
  const { value, error } = usePerformanceData(
    async api => {
      const [matrix, ...systems] = await Promise.all([
        api.rollups.getMatrix({ ...query, rows: shown }),
        ...open.map(domain =>
          api.rollups.getMatrix({ ...query, rows: 'system', domain: [domain] }),
        ),
      ]);
      return {
        matrix,
        systems: new Map(open.map((domain, index) => [domain, systems[index]])),
        rows: shown,
      };
    },
    [JSON.stringify([query, shown, open])],
  );
  const columns = value && [
    { id: ALL, title: 'Everything' },
    ...inOrder(value.matrix.areas).map(area => ({
      id: area,
      title: areaWords(area),
    })),
  ];
  const heatMapRows = useHeatMapRows(value, query, open, domain =>
    view.update({
      open: open.includes(domain)
        ? open.filter(item => item !== domain)
        : [...open, domain],
    }),
  );

  return (
    <Panel
      title="Where the limits hold"
      actions={
        <Choice
          label="Rows of the map"
          options={ROWS}
          chosen={shown}
          onChange={next =>
            view.update({ rows: next === 'domain' ? undefined : next })
          }
        />
      }
    >
      {error ? (
        <ResponseErrorPanel error={error} />
      ) : (
        <HeatMap
          label={`Share within limits by ${shown} and area`}
          rowTitle={ROWS.find(row => row.value === shown)!.title}
          columns={columns ?? []}
          rows={heatMapRows}
          empty={
            Object.keys(query).length > 0
              ? 'Nothing that was judged matches these filters.'
              : 'Nothing has been judged yet. As soon as an entity has a report or a check, its domain has a row here.'
          }
        />
      )}
    </Panel>
  );
}

function useHeatMapRows(
  value:
    | { matrix: RollupMatrix; systems: Map<string, RollupMatrix>; rows: Rows }
    | undefined,
  query: OverviewQuery,
  open: string[],
  onToggle: (domain: string) => void,
): HeatMapRow[] | undefined {
  const classes = useStyles();
  const links = usePerformanceLinks();

  const heatMapRow = (
    row: RollupRow,
    rows: Rows,
    domain?: string,
  ): HeatMapRow => {
    const name = rowName(row, rows);
    const list = (area?: string) => {
      const filters = listQuery(query, {
        ...(domain ? { domain } : {}),
        [rows]: row.value,
      });
      return area === 'slos'
        ? links.slos(filters)
        : links.budgets({ ...filters, area });
    };
    const opens = rows === 'domain' && row.value !== '(none)';
    const isOpen = open.includes(row.value);
    return {
      key: `${domain ?? ''} ${row.value}`,
      name,
      inner: domain !== undefined,
      title: (
        <span className={classes.title}>
          {opens && (
            <IconButton
              className={classes.toggle}
              size="small"
              aria-expanded={isOpen}
              aria-label={`Systems of ${name}`}
              onClick={() => onToggle(row.value)}
            >
              {isOpen ? <ExpandMoreIcon /> : <ChevronRightIcon />}
            </IconButton>
          )}
          <Link to={list()}>{name}</Link>
        </span>
      ),
      cells: Object.fromEntries([
        [ALL, { counts: row.counts, to: list() }],
        ...row.cells.map(cell => [
          cell.area,
          { counts: cell.counts, to: list(cell.area) },
        ]),
      ]),
    };
  };

  return value?.matrix.rows.flatMap(row => [
    heatMapRow(row, value.rows),
    ...(value.systems.get(row.value)?.rows ?? []).map(system =>
      heatMapRow(system, 'system', row.value),
    ),
  ]);
}
