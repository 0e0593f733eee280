import { ReactNode, useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import {
  Finding,
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  findingName,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  RiskLabel,
  RowDetail,
  RowEntityLink,
  RowTitle,
} from '@perf-governance/plugin-performance-react';
import { DueDate } from './DueDate';
import { FindingStatusLabel } from './FindingStatusLabel';
import { describeGreenDays } from './findingWords';

const useStyles = makeStyles(theme => ({
  proposed: { fontWeight: 600, color: theme.palette.text.primary },
  risk: { display: 'inline-flex', alignItems: 'center', gap: 8 },
  checkbox: { padding: 4, marginLeft: -4 },
}));

const SHARED = ['status', 'owner', 'effort', 'dueDate'] as const;

/** What each kind of list shows of a finding, in this order. */
const COLUMNS = {
  /** Of several entities. */
  all: ['risk', 'title', 'entity', ...SHARED, 'age'],
  ofEntity: ['risk', 'title', ...SHARED, 'age'],
  /** In an order of its own. */
  plan: ['title', 'entity', 'risk', ...SHARED],
} as const;

type ColumnId = (typeof COLUMNS)['all' | 'plan'][number];

/** Findings in rows. */
export function FindingTable(
  props: {
    rows?: Finding[];
    shows: keyof typeof COLUMNS;
    /** Ids of the ticked rows; without boxes unless given. */
    selected?: string[];
    onSelect?: (selected: string[]) => void;
    onOpen: (finding: Finding) => void;
    empty: ReactNode;
  } & Pick<
    PagedTableProps<Finding>,
    'label' | 'selectedKey' | 'sort' | 'onSort' | 'page' | 'skeletonRows'
  >,
) {
  const { shows, selected, onSelect, onOpen, ...table } = props;
  const classes = useStyles();
  const latestOnOpen = useLatest(onOpen);
  const latestOnSelect = useLatest(onSelect);

  const columns = useMemo((): PagedTableColumn<Finding>[] => {
    const choice = ({ id, title }: Finding) => (
      <span onClick={event => event.stopPropagation()} role="presentation">
        <Checkbox
          className={classes.checkbox}
          size="small"
          color="primary"
          checked={selected?.includes(id) ?? false}
          inputProps={{ 'aria-label': `Select ${findingName(id)} ${title}` }}
          onChange={(_event, checked) =>
            latestOnSelect.current?.(
              checked
                ? [...(selected ?? []), id]
                : (selected ?? []).filter(one => one !== id),
            )
          }
        />
      </span>
    );
    const known: Record<ColumnId, Omit<PagedTableColumn<Finding>, 'id'>> = {
      risk: {
        title: 'Risk',
        sort: 'risk',
        width: selected ? 152 : 112,
        leading: true,
        render: finding => (
          <span className={classes.risk}>
            {selected && choice(finding)}
            <RiskLabel risk={finding.risk} />
          </span>
        ),
      },
      title: {
        title: 'Finding',
        sort: 'title',
        leading: true,
        render: finding => (
          <>
            <RowTitle onOpen={() => latestOnOpen.current(finding)}>
              {finding.title}
            </RowTitle>
            <RowDetail>
              {findingName(finding.id)} ·{' '}
              {FINDING_CATEGORY_WORDS[finding.category]}
            </RowDetail>
            {finding.binding && (
              <RowDetail>
                {finding.closureProposedAt ? (
                  <span className={classes.proposed}>
                    Closure proposed: {describeGreenDays(finding.binding)}
                  </span>
                ) : (
                  describeGreenDays(finding.binding)
                )}
              </RowDetail>
            )}
          </>
        ),
      },
      entity: {
        title: 'Entity',
        width: 168,
        render: finding => (
          <>
            <RowEntityLink entityRef={finding.entity.entityRef} />
            {finding.affected.length + finding.hiddenAffected > 0 && (
              <RowDetail>
                and {finding.affected.length + finding.hiddenAffected} more
              </RowDetail>
            )}
          </>
        ),
      },
      status: {
        title: 'Status',
        width: 128,
        render: ({ status, acceptedUntil }) => (
          <>
            <FindingStatusLabel status={status} />
            {acceptedUntil && (
              <RowDetail>
                until <RelativeTime instant={acceptedUntil} variant="day" />
              </RowDetail>
            )}
          </>
        ),
      },
      owner: {
        title: 'Owner',
        width: 120,
        render: ({ owner }) =>
          owner ? (
            <RowEntityLink entityRef={owner} defaultKind="group" />
          ) : (
            'Nobody'
          ),
      },
      effort: {
        title: 'Effort',
        width: 76,
        render: ({ effort }) => (effort ? FINDING_EFFORT_WORDS[effort] : '–'),
      },
      dueDate: {
        title: 'Due',
        sort: 'dueDate',
        width: 136,
        render: finding => <DueDate finding={finding} />,
      },
      age: {
        title: 'Recorded',
        sort: 'age',
        width: 112,
        render: ({ createdAt }) => <RelativeTime instant={createdAt} />,
      },
    };
    return COLUMNS[shows].map(id => ({ id, ...known[id] }));
  }, [classes, latestOnOpen, latestOnSelect, selected, shows]);

  return (
    <PagedTable
      {...table}
      columns={columns}
      rowKey={({ id }) => id}
      onRowClick={onOpen}
    />
  );
}
