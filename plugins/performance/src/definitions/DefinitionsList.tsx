import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import {
  DefinitionsQuery,
  DefinitionSummary,
  layerWords,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  RelativeTime,
  RowTitle,
  StateCountList,
  usePerformanceData,
  usePerformanceLinks,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { Link as RouterLink } from 'react-router-dom';
import { FacetFilter } from '../filters/FacetFilter';
import { SearchField } from '../filters/SearchField';
import { PathText } from './PathText';
import { DefinitionStatusLabel } from './DefinitionStatusLabel';
import { ProblemSummary } from './ProblemSummary';

const DEFAULT_LIMIT = 25;

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
  push: { marginLeft: 'auto' },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

const KINDS = ['Budget', 'Journey', 'Check', 'Scorecard', 'Policy', 'Goal'];

const LAYERS = [
  { value: 'org', title: 'Organisation' },
  { value: 'domain', title: 'Domain' },
  { value: 'system', title: 'System' },
  { value: 'component', title: 'Component' },
];

const STATUSES = [
  { value: 'in-force', title: 'In force' },
  { value: 'invalid', title: 'Invalid' },
  { value: 'retired', title: 'Retired' },
];

const SORTS: NonNullable<DefinitionsQuery['sort']>[] = [
  'name',
  'kind',
  'layer',
  'updatedAt',
];

/** Every definition the caller may see. */
export function DefinitionsList() {
  const classes = useStyles();
  const links = usePerformanceLinks();
  const view = useViewState();
  const order = view.get('order');
  const many = (name: string) => {
    const values = view.getAll(name);
    return values.length > 0 ? values : undefined;
  };
  const query: DefinitionsQuery = {
    q: view.get('q'),
    kind: many('kind'),
    layer: many('layer') as DefinitionsQuery['layer'],
    status: many('status') as DefinitionsQuery['status'],
    sort: SORTS.find(sort => sort === view.get('sort')),
    order: order === 'asc' || order === 'desc' ? order : undefined,
    limit: view.getNumber('limit', DEFAULT_LIMIT),
    offset: view.getNumber('offset', 0),
  };
  const { value, error } = usePerformanceData(
    api => api.listDefinitions(query),
    [JSON.stringify(query)],
  );
  const columns = useColumns();
  const choose = (name: string) => (values: string[]) =>
    view.update({ [name]: values, offset: undefined });

  return (
    <>
      <div
        className={classes.filters}
        role="search"
        aria-label="Filter definitions"
      >
        <SearchField
          label="Find a definition"
          value={view.get('q')}
          onChange={q => view.update({ q, offset: undefined })}
        />
        <FacetFilter
          title="Kind"
          options={KINDS.map(kind => ({ value: kind, title: kind }))}
          chosen={view.getAll('kind')}
          onChange={choose('kind')}
        />
        <FacetFilter
          title="Layer"
          options={LAYERS}
          chosen={view.getAll('layer')}
          onChange={choose('layer')}
        />
        <FacetFilter
          title="Status"
          options={STATUSES}
          chosen={view.getAll('status')}
          onChange={choose('status')}
        />
        {value?.may.define && (
          <Button
            className={classes.push}
            variant="contained"
            color="primary"
            startIcon={<AddIcon />}
            component={RouterLink}
            to={links.newDefinition()}
          >
            New definition
          </Button>
        )}
      </div>
      {error ? (
        <ResponseErrorPanel error={error} />
      ) : (
        <Panel flush>
          <PagedTable
            label="Definitions"
            columns={columns}
            rows={value?.items}
            rowKey={definition => definition.id}
            sort={{ by: query.sort ?? 'name', order: query.order ?? 'asc' }}
            onSort={(by, next) =>
              view.update({ sort: by, order: next, offset: undefined })
            }
            page={{
              offset: query.offset ?? 0,
              limit: query.limit ?? DEFAULT_LIMIT,
              totalItems: value?.totalItems ?? 0,
              onChange: (offset, limit) =>
                view.update({
                  offset: offset || undefined,
                  limit: limit === DEFAULT_LIMIT ? undefined : limit,
                }),
            }}
            empty="No definition matches these filters."
          />
        </Panel>
      )}
    </>
  );
}

function useColumns(): PagedTableColumn<DefinitionSummary>[] {
  const classes = useStyles();
  const links = usePerformanceLinks();
  return [
    {
      id: 'status',
      title: 'Status',
      width: 112,
      leading: true,
      render: definition => (
        <DefinitionStatusLabel status={definition.status} />
      ),
    },
    {
      id: 'name',
      title: 'Name',
      sort: 'name',
      leading: true,
      render: definition => (
        <>
          <RowTitle to={links.definition(definition.id)}>
            {definition.title ?? definition.name}
          </RowTitle>
          <span className={classes.detail}>
            {definition.problems.length > 0 ? (
              <ProblemSummary problems={definition.problems} />
            ) : (
              definition.description
            )}
          </span>
        </>
      ),
    },
    {
      id: 'kind',
      title: 'Kind',
      sort: 'kind',
      width: 88,
      render: definition => definition.kind,
    },
    {
      id: 'layer',
      title: 'Set by',
      sort: 'layer',
      width: 160,
      render: definition => layerWords(definition.layer),
    },
    {
      id: 'source',
      title: 'Source',
      render: definition => <PathText path={definition.source.location} />,
    },
    {
      id: 'counts',
      title: 'Verdicts',
      width: 160,
      render: ({ counts }) =>
        counts ? <StateCountList counts={counts} /> : '–',
    },
    {
      id: 'updatedAt',
      title: 'Changed',
      sort: 'updatedAt',
      width: 128,
      render: definition => (
        <>
          <RelativeTime instant={definition.updatedAt} />
          <span className={classes.detail}>version {definition.version}</span>
        </>
      ),
    },
  ];
}
