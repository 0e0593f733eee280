import { useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { makeStyles } from '@material-ui/core/styles';
import { Link as RouterLink } from '@backstage/core-components';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import { CurrentVerdict, RunVerdict } from '../../api';
import { describeRule, toolName } from '../../format';
import { usePerformanceLinks } from '../../hooks';
import { LimitLines } from './LimitLines';
import { VerdictStanding } from './VerdictStanding';
import { BulletBar } from '../BulletBar';
import { LimitStoryButton } from '../LimitStory';
import {
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RowDetail,
  RowEntityLink,
  RowTitle,
} from '../PagedTable';
import { RelativeTime } from '../RelativeTime';
import { Sparkline } from '../Sparkline';

const useStyles = makeStyles(theme => ({
  // The whole reason is in the details.
  reason: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  value: {
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  limit: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
    maxWidth: 200,
    gap: theme.spacing(0.5),
  },
  evidence: {
    display: 'block',
    fontSize: theme.typography.caption.fontSize,
  },
  nowrap: { whiteSpace: 'nowrap' },
  // Other columns give way first: words broken in two are hard to read.
  budget: {
    minWidth: 164,
    [theme.breakpoints.down('md')]: { minWidth: 0 },
  },
  entity: {
    minWidth: 136,
    [theme.breakpoints.down('md')]: { minWidth: 0 },
  },
}));

type AnyVerdict = RunVerdict & Partial<CurrentVerdict>;

const TITLES = {
  budget: 'Budget',
  check: 'Check',
  slo: 'SLO',
  finding: 'Finding',
  any: 'Rule',
};

/** Where it is judged; or which definition asks for it, unless that is said already. */
function detailOf(
  verdict: AnyVerdict,
  withEntity: boolean = false,
): string | undefined {
  if (verdict.kind === 'check' || verdict.kind === 'finding') {
    return undefined;
  }
  if (!withEntity && verdict.subject.environment !== '*') {
    return verdict.subject.environment;
  }
  return verdict.kind === 'budget' ? verdict.title : undefined;
}

/** The release whose run brought the state. */
function releaseOfChange(verdict: AnyVerdict): string | undefined {
  return verdict.trend?.find(point => point.at === verdict.since)?.release;
}

/** @public */
export interface VerdictTableProps<T extends AnyVerdict>
  extends Omit<PagedTableProps<T>, 'columns' | 'rowKey' | 'onRowClick'> {
  /** Shows which entity each verdict is about. */
  withEntity?: boolean;
  /** Current verdicts have a trend, a since and evidence; a run's own don't. */
  current?: boolean;
  /** Checks and findings have neither values nor limits: lists of them alone leave their columns out. */
  kind?: keyof typeof TITLES;
  rowKey?: (verdict: T) => string;
  /** Opens the verdict's details. */
  onOpen?: (verdict: T) => void;
}

/**
 * Verdicts, one per row: the same row everywhere.
 *
 * @public
 */
export function VerdictTable<T extends AnyVerdict>(
  props: VerdictTableProps<T>,
) {
  const { withEntity, current, kind, onOpen, rowKey, ...tableProps } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();

  const opens = onOpen !== undefined;
  const latestOnOpen = useLatest(onOpen);

  const columns = useMemo(() => {
    const shown: PagedTableColumn<T>[] = [
      {
        id: 'state',
        title: 'State',
        sort: 'state',
        width: 128,
        leading: true,
        render: verdict => <VerdictStanding verdict={verdict} />,
      },
      {
        id: 'title',
        title: TITLES[kind ?? 'budget'],
        sort: 'title',
        leading: true,
        render: verdict => (
          <div className={classes.budget}>
            <RowTitle
              onOpen={opens ? () => latestOnOpen.current?.(verdict) : undefined}
            >
              {describeRule(verdict)}
            </RowTitle>
            {detailOf(verdict, withEntity) && (
              <RowDetail>{detailOf(verdict, withEntity)}</RowDetail>
            )}
            {verdict.reason && (
              <RowDetail>
                <span className={classes.reason} title={verdict.reason.message}>
                  {verdict.reason.message}
                </span>
              </RowDetail>
            )}
          </div>
        ),
      },
    ];
    if (withEntity) {
      shown.push({
        id: 'entity',
        title: 'Entity',
        sort: 'entity',
        width: 136,
        render: verdict => (
          <div className={classes.entity}>
            <RowEntityLink entityRef={verdict.subject.entityRef} />
            {verdict.entity?.owner && (
              <RowDetail>
                <RowEntityLink entityRef={verdict.entity.owner} />
              </RowDetail>
            )}
            {verdict.subject.environment !== '*' && (
              <RowDetail>{verdict.subject.environment}</RowDetail>
            )}
          </div>
        ),
      });
    }
    if (kind !== 'check' && kind !== 'finding') {
      shown.push(
        {
          id: 'value',
          title: 'Value',
          sort: current ? 'value' : undefined,
          align: 'right',
          width: 92,
          render: verdict => (
            <span className={classes.value}>
              {verdict.value === undefined
                ? '–'
                : formatQuantity(
                    verdict.value,
                    'unit' in verdict ? verdict.unit : '1',
                  )}
            </span>
          ),
        },
        {
          id: 'bar',
          title: 'Against limit',
          width: 136,
          render: verdict =>
            'unit' in verdict && <BulletBar verdict={verdict} />,
        },
        {
          id: 'limit',
          title: 'Limit',
          width: 136,
          render: verdict =>
            'unit' in verdict && (
              <span className={classes.limit}>
                <LimitLines limit={verdict.limit} />
                <LimitStoryButton verdict={verdict} />
              </span>
            ),
        },
      );
    }
    if (current && kind !== 'check' && kind !== 'finding') {
      shown.push({
        id: 'trend',
        title: '90 days',
        width: 136,
        render: verdict => (
          <Sparkline points={verdict.trend ?? []} verdict={verdict} />
        ),
      });
    }
    if (current) {
      shown.push({
        id: 'since',
        title: 'Since',
        sort: 'since',
        width: 112,
        render: verdict => (
          <span className={classes.nowrap}>
            {verdict.since && (
              <RelativeTime instant={verdict.since} variant="day" />
            )}
            {releaseOfChange(verdict) && (
              <RowDetail>release {releaseOfChange(verdict)}</RowDetail>
            )}
            {verdict.evidence && (
              <RouterLink
                to={links.run(verdict.evidence.runId)}
                className={classes.evidence}
                onClick={event => event.stopPropagation()}
              >
                {toolName(verdict.evidence.tool)} run
              </RouterLink>
            )}
            {'measured' in verdict && verdict.measured && (
              <RowDetail>
                from {verdict.measured.source}
                {verdict.measured.at && (
                  <>
                    , <RelativeTime instant={verdict.measured.at} />
                  </>
                )}
              </RowDetail>
            )}
          </span>
        ),
      });
    }

    return shown;
  }, [classes, current, kind, latestOnOpen, links, opens, withEntity]);

  return (
    <PagedTable
      {...tableProps}
      columns={columns}
      rowKey={
        rowKey ??
        (verdict => verdict.id ?? `${verdict.ruleId} ${describeRule(verdict)}`)
      }
      onRowClick={onOpen}
    />
  );
}
