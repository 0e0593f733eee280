import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import LockOpenIcon from '@material-ui/icons/LockOpen';
import {
  EntityListItem,
  LevelBadge,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  RowTitle,
  StageLabel,
  STATE_WORDS,
  stateColours,
  StateIcon,
  STATES_WORST_FIRST,
  usePerformanceData,
  usePerformanceLinks,
  useViewState,
  WaivedIcon,
} from '@perf-governance/plugin-performance-react';
import useAsync from 'react-use/esm/useAsync';
import { blocksWhen } from '../entity/blocksWhen';
import { SearchField } from '../filters/SearchField';
import { useEntityTab } from './useEntityTab';

const DEFAULT_LIMIT = 25;

const useStyles = makeStyles(theme => ({
  open: {
    fontSize: 16,
    verticalAlign: 'text-bottom',
    color: stateColours(theme, 'warn').strong,
  },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1.5),
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
    '& > span': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
  },
}));

/** Where the reader's own entities stand, the worst first. */
export function MyServicesPage() {
  const classes = useStyles();
  const identity = useApi(identityApiRef);
  const view = useViewState();
  const tabOf = useEntityTab();
  const links = usePerformanceLinks();
  const owners = useAsync(
    async () => (await identity.getBackstageIdentity()).ownershipEntityRefs,
    [identity],
  );
  const everybodys = view.get('all') === 'true';
  const limit = view.getNumber('limit', DEFAULT_LIMIT);
  const offset = view.getNumber('offset', 0);
  const sort = sortOf(view.get('sort'));
  const order = orderOf(view.get('order'), sort);
  const q = view.get('q');
  const mine = owners.value;
  const list = usePerformanceData(
    async api =>
      mine &&
      api.listEntities({
        owner: everybodys ? undefined : mine,
        q,
        sort,
        order,
        limit,
        offset,
      }),
    [mine, everybodys, q, sort, order, limit, offset],
  );

  const scorecards = usePerformanceData(api => api.scorecards.list(), []).value;
  const levelsOf = (definitionId: string) =>
    scorecards?.items.find(one => one.definitionId === definitionId)?.levels ??
    [];

  const columns: PagedTableColumn<EntityListItem>[] = [
    {
      id: 'entity',
      title: 'Service',
      sort: 'entity',
      leading: true,
      render: ({ entity }) => (
        <>
          <RowTitle to={tabOf(entity.entityRef)}>
            {entity.title ?? entity.name}
          </RowTitle>
          <span className={classes.detail}>
            {entity.kind !== 'component' && kindWord(entity.kind)}
            {entity.kind !== 'component' && entity.owner && ' · '}
            {entity.owner && (
              <EntityRefLink entityRef={entity.owner} hideIcon disableTooltip />
            )}
          </span>
        </>
      ),
    },
    {
      id: 'level',
      title: 'Level',
      sort: 'score',
      width: 150,
      render: ({ scorecard }) =>
        scorecard ? (
          <LevelBadge
            level={scorecard.level}
            levels={levelsOf(scorecard.definitionId)}
            score={scorecard.score}
          />
        ) : (
          '–'
        ),
    },
    {
      id: 'counts',
      title: 'Verdicts',
      sort: 'worst',
      render: ({ entity, counts }) => (
        <span className={classes.counts}>
          {STATES_WORST_FIRST.filter(
            state => counts.states[state] > 0 && state !== 'not-applicable',
          ).map(state => (
            <span key={state}>
              <StateIcon state={state} fontSize="small" />
              <Link to={links.budgets({ ...verdictsOf(entity), state })}>
                {counts.states[state]} {STATE_WORDS[state].toLowerCase()}
              </Link>
            </span>
          ))}
          {counts.waived > 0 && (
            <span>
              <WaivedIcon style={{ fontSize: 16 }} />
              <Link
                to={links.budgets({ ...verdictsOf(entity), waived: 'true' })}
              >
                {counts.waived} waived
              </Link>
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'blocks',
      title: 'Gate',
      sort: 'nextBlock',
      width: 260,
      render: ({ entity, blocking, nextBlock, gateOpenUntil }) => (
        <>
          {gateOpenUntil && (
            <span>
              <LockOpenIcon className={classes.open} /> <strong>Open</strong>{' '}
              {blocksWhen(gateOpenUntil, new Date()).until}: the glass is broken
            </span>
          )}
          {blocking > 0 && !gateOpenUntil && (
            <StageLabel
              stage="block"
              word={
                blocking === 1
                  ? 'One failure blocks now'
                  : `${blocking} failures block now`
              }
            />
          )}
          {nextBlock && (
            <span
              className={
                blocking > 0 || gateOpenUntil ? classes.detail : undefined
              }
            >
              Blocks {blocksWhen(nextBlock.at, new Date()).from}
              <span className={classes.detail}>
                <Link
                  to={`${tabOf(entity.entityRef)}?verdict=${
                    nextBlock.verdictId
                  }`}
                >
                  {nextBlock.title}
                </Link>
                {nextBlock.cause === 'waiver' && ', when its waiver ends'}
              </span>
            </span>
          )}
          {blocking === 0 && !nextBlock && !gateOpenUntil && 'Open'}
        </>
      ),
    },
  ];

  const error = owners.error ?? list.error;
  return (
    <>
      <div className={classes.filters}>
        <SearchField
          label="Find a service"
          value={q}
          onChange={text => view.update({ q: text, offset: undefined })}
        />
        <FormControlLabel
          control={
            <Switch
              color="primary"
              checked={everybodys}
              onChange={(_event, checked) =>
                view.update({
                  all: checked ? 'true' : undefined,
                  offset: undefined,
                })
              }
            />
          }
          label="Everybody’s"
        />
      </div>
      {error ? (
        <ResponseErrorPanel error={error} />
      ) : (
        <Panel flush>
          <PagedTable
            label="My services"
            columns={columns}
            rows={list.value?.items}
            rowKey={({ entity }) => entity.entityRef}
            sort={{ by: sort, order }}
            onSort={(by, direction) =>
              view.update({ sort: by, order: direction, offset: undefined })
            }
            page={{
              offset,
              limit,
              totalItems: list.value?.totalItems ?? 0,
              onChange: (newOffset, newLimit) =>
                view.update({
                  offset: newOffset || undefined,
                  limit: newLimit === DEFAULT_LIMIT ? undefined : newLimit,
                }),
            }}
            empty={
              q ? (
                <p>None of them is called that.</p>
              ) : (
                <p>
                  You and your groups own no component that the catalog knows.
                  Ask the platform team whether <code>spec.owner</code> is
                  right, or look at everybody’s.
                </p>
              )
            }
          />
        </Panel>
      )}
    </>
  );
}

/** A system may well be called what its component is called. */
function kindWord(kind: string): string {
  return kind === 'api'
    ? 'API'
    : `${kind.charAt(0).toLocaleUpperCase('en-US')}${kind.slice(1)}`;
}

function verdictsOf(entity: EntityListItem['entity']) {
  return { ruleKind: 'any', entityRef: entity.entityRef };
}

const SORTS = ['worst', 'entity', 'share', 'score', 'nextBlock'] as const;

function sortOf(text: string | undefined): (typeof SORTS)[number] {
  return SORTS.find(sort => sort === text) ?? 'worst';
}

/** Unless asked otherwise, the worst comes first. */
function orderOf(text: string | undefined, sort: string): 'asc' | 'desc' {
  if (text === 'asc' || text === 'desc') {
    return text;
  }
  return sort === 'worst' ? 'desc' : 'asc';
}
