import { useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import {
  Finding,
  FINDING_EFFORT_WORDS,
  findingName,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  RiskLabel,
} from '@perf-governance/plugin-performance-react';
import { DueDate } from './DueDate';
import { FindingStatusLabel } from './FindingStatusLabel';

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
  },
}));

/** The findings of one group of a plan. */
export function PlanTable(props: {
  label: string;
  findings: Finding[];
  onOpen: (findingId: string) => void;
}) {
  const { label, findings, onOpen } = props;
  const classes = useStyles();
  const latestOnOpen = useLatest(onOpen);
  const columns = useMemo(
    (): PagedTableColumn<Finding>[] => [
      {
        id: 'title',
        title: 'Finding',
        leading: true,
        render: ({ id, title }) => (
          <>
            <Link
              component="button"
              className={classes.title}
              onClick={event => {
                event.stopPropagation();
                latestOnOpen.current(id);
              }}
            >
              {title}
            </Link>
            <span className={classes.detail}>{findingName(id)}</span>
          </>
        ),
      },
      {
        id: 'entity',
        title: 'Entity',
        width: 168,
        render: ({ entity }) => (
          <span onClick={event => event.stopPropagation()} role="presentation">
            <EntityRefLink
              entityRef={entity.entityRef}
              hideIcon
              disableTooltip
            />
          </span>
        ),
      },
      {
        id: 'risk',
        title: 'Risk',
        width: 108,
        render: ({ risk }) => <RiskLabel risk={risk} />,
      },
      {
        id: 'effort',
        title: 'Effort',
        width: 84,
        render: ({ effort }) => (effort ? FINDING_EFFORT_WORDS[effort] : '–'),
      },
      {
        id: 'owner',
        title: 'Owner',
        width: 144,
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
        id: 'status',
        title: 'Status',
        width: 120,
        render: ({ status }) => <FindingStatusLabel status={status} />,
      },
      {
        id: 'dueDate',
        title: 'Due',
        width: 136,
        render: finding => <DueDate finding={finding} />,
      },
    ],
    [classes, latestOnOpen],
  );
  return (
    <PagedTable
      label={label}
      columns={columns}
      rows={findings}
      rowKey={({ id }) => id}
      onRowClick={({ id }) => onOpen(id)}
      empty="None."
    />
  );
}
