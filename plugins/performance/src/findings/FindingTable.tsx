import { ReactNode, useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Checkbox from '@material-ui/core/Checkbox';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import {
  Finding,
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  findingName,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  RiskLabel,
} from '@perf-governance/plugin-performance-react';
import { DueDate } from './DueDate';
import { FindingStatusLabel } from './FindingStatusLabel';
import { describeGreenDays } from './findingWords';

const useStyles = makeStyles(theme => ({
  title: {
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
  proposed: { fontWeight: 600, color: theme.palette.text.primary },
  risk: { display: 'inline-flex', alignItems: 'center', gap: 8 },
  checkbox: { padding: 4, marginLeft: -4 },
}));

/** Findings in rows. */
export function FindingTable(
  props: {
    rows?: Finding[];
    /** Whether the rows are of several entities. */
    withEntity?: boolean;
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
  const { withEntity = false, selected, onSelect, onOpen, ...table } = props;
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
    const entity: PagedTableColumn<Finding> = {
      id: 'entity',
      title: 'Entity',
      width: 168,
      render: finding => (
        <span onClick={event => event.stopPropagation()} role="presentation">
          <EntityRefLink
            entityRef={finding.entity.entityRef}
            hideIcon
            disableTooltip
          />
          {finding.affected.length + finding.hiddenAffected > 0 && (
            <span className={classes.detail}>
              and {finding.affected.length + finding.hiddenAffected} more
            </span>
          )}
        </span>
      ),
    };
    return [
      {
        id: 'risk',
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
      {
        id: 'title',
        title: 'Finding',
        sort: 'title',
        leading: true,
        render: finding => (
          <>
            <Link
              component="button"
              className={classes.title}
              onClick={event => {
                event.stopPropagation();
                latestOnOpen.current(finding);
              }}
            >
              {finding.title}
            </Link>
            <span className={classes.detail}>
              {findingName(finding.id)} ·{' '}
              {FINDING_CATEGORY_WORDS[finding.category]}
            </span>
            {finding.binding && (
              <span
                className={`${classes.detail} ${
                  finding.closureProposedAt ? classes.proposed : ''
                }`}
              >
                {finding.closureProposedAt && 'Closure proposed: '}
                {describeGreenDays(finding.binding)}
              </span>
            )}
          </>
        ),
      },
      ...(withEntity ? [entity] : []),
      {
        id: 'status',
        title: 'Status',
        width: 128,
        render: ({ status, acceptedUntil }) => (
          <>
            <FindingStatusLabel status={status} />
            {acceptedUntil && (
              <span className={classes.detail}>
                until <RelativeTime instant={acceptedUntil} variant="day" />
              </span>
            )}
          </>
        ),
      },
      {
        id: 'owner',
        title: 'Owner',
        width: 120,
        render: ({ owner }) =>
          owner ? (
            <span
              onClick={event => event.stopPropagation()}
              role="presentation"
            >
              <EntityRefLink
                entityRef={owner}
                defaultKind="group"
                hideIcon
                disableTooltip
              />
            </span>
          ) : (
            'Nobody'
          ),
      },
      {
        id: 'effort',
        title: 'Effort',
        width: 76,
        render: ({ effort }) => (effort ? FINDING_EFFORT_WORDS[effort] : '–'),
      },
      {
        id: 'dueDate',
        title: 'Due',
        sort: 'dueDate',
        width: 136,
        render: finding => <DueDate finding={finding} />,
      },
      {
        id: 'age',
        title: 'Recorded',
        sort: 'age',
        width: 112,
        render: ({ createdAt }) => <RelativeTime instant={createdAt} />,
      },
    ];
  }, [classes, latestOnOpen, latestOnSelect, selected, withEntity]);

  return (
    <PagedTable
      {...table}
      columns={columns}
      rowKey={({ id }) => id}
      onRowClick={onOpen}
    />
  );
}
