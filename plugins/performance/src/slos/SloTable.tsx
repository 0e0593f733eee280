import { ReactNode, useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  formatDuration,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RowDetail,
  RowEntityLink,
  RowTitle,
  Slo,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import { BurnAlertLabel } from './BurnAlertLabel';
import { ErrorBudgetBar } from './ErrorBudgetBar';
import { sloReasonWords } from './sloReasonWords';
import {
  describeRemaining,
  describeTimeWindow,
  formatAttainment,
  formatBurnRate,
} from './sloWords';

const useStyles = makeStyles(theme => ({
  state: { display: 'grid', justifyItems: 'start', gap: theme.spacing(0.25) },
  budget: { display: 'grid', gap: theme.spacing(0.5) },
}));

/** SLOs in rows. */
export function SloTable(
  props: {
    label: string;
    rows?: Slo[];
    /** Whether the rows are of several entities. */
    withEntity?: boolean;
    onOpen: (slo: Slo) => void;
    empty: ReactNode;
  } & Pick<
    PagedTableProps<Slo>,
    'selectedKey' | 'sort' | 'onSort' | 'page' | 'skeletonRows'
  >,
) {
  const { rows, withEntity = false, onOpen, ...table } = props;
  const classes = useStyles();
  const latestOnOpen = useLatest(onOpen);

  const columns = useMemo((): PagedTableColumn<Slo>[] => {
    const entity: PagedTableColumn<Slo> = {
      id: 'entity',
      title: 'Entity',
      sort: 'entity',
      width: 184,
      render: slo => (
        <>
          <RowEntityLink entityRef={slo.entity.entityRef} />
          {slo.entity.owner && (
            <RowDetail>
              <RowEntityLink entityRef={slo.entity.owner} />
            </RowDetail>
          )}
        </>
      ),
    };
    return [
      {
        id: 'state',
        title: 'State',
        sort: 'state',
        width: 128,
        leading: true,
        render: slo => (
          <span className={classes.state}>
            <StateLabel state={slo.state} />
            {slo.severity && <BurnAlertLabel severity={slo.severity} />}
          </span>
        ),
      },
      {
        id: 'title',
        title: 'SLO',
        sort: 'title',
        leading: true,
        render: slo => (
          <>
            <RowTitle onOpen={() => latestOnOpen.current(slo)}>
              {slo.title}
            </RowTitle>
            <RowDetail>
              {formatQuantity(slo.target, 'ratio')} over{' '}
              {describeTimeWindow(slo.timeWindow)}
              {slo.composite && ' · composite'}
              {slo.environment !== 'production' && ` · ${slo.environment}`}
            </RowDetail>
            {slo.reason && <RowDetail>{sloReasonWords(slo.reason)}</RowDetail>}
          </>
        ),
      },
      ...(withEntity ? [entity] : []),
      {
        id: 'attainment',
        title: 'Attainment',
        sort: 'attainment',
        align: 'right',
        width: 104,
        render: slo =>
          slo.attainment === undefined || slo.state === 'no-data'
            ? '–'
            : formatAttainment(slo.attainment, slo.target),
      },
      {
        id: 'remaining',
        title: 'Error budget',
        sort: 'remaining',
        width: 176,
        render: slo => (
          <span className={classes.budget}>
            {budgetWords(slo)}
            <ErrorBudgetBar
              remaining={
                slo.state === 'no-data' ? undefined : slo.remainingShare
              }
              state={slo.state}
              decorative
            />
          </span>
        ),
      },
      {
        id: 'burn',
        title: 'Burn rate',
        sort: 'burn',
        align: 'right',
        width: 112,
        render: slo => (
          <>
            {slo.burnRate === undefined ? '–' : formatBurnRate(slo.burnRate)}
            <RowDetail>
              {slo.burnRate !== undefined && slo.burnWindow}
            </RowDetail>
          </>
        ),
      },
      {
        id: 'exhaustion',
        title: 'Spent in',
        align: 'right',
        width: 96,
        render: slo => exhaustion(slo),
      },
    ];
  }, [classes, latestOnOpen, withEntity]);

  return (
    <PagedTable
      {...table}
      columns={columns}
      rows={rows}
      rowKey={slo => slo.id}
      onRowClick={onOpen}
    />
  );
}

/** Nothing where it is too early to tell: the numbers are those of the details. */
function budgetWords({ state, remainingShare }: Slo): string {
  return state === 'no-data' || remainingShare === undefined
    ? '–'
    : describeRemaining(remainingShare);
}

function exhaustion({ remainingShare, secondsToExhaustion }: Slo): string {
  if (remainingShare !== undefined && remainingShare < 0) {
    return 'spent';
  }
  return secondsToExhaustion === undefined
    ? '–'
    : formatDuration(secondsToExhaustion);
}
