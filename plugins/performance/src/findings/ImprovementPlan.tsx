import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import PrintIcon from '@material-ui/icons/PrintOutlined';
import Skeleton from '@material-ui/lab/Skeleton';
import { FindingStatus } from '@perf-governance/plugin-performance-common';
import {
  Finding,
  mutedColour,
  Panel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { FindingFilterBar } from './FindingFilterBar';
import { findingCount } from './findingWords';
import { PLAN_GROUPS, PlanGroup, planGroupOf } from './planGroups';
import { PlanSheet } from './PlanSheet';
import { FindingTable } from './FindingTable';
import { FindingList, useFindingList } from './useFindingList';

/** More would be no plan. */
const MAX_PLANNED = 200;
const HEIGHT = 320;

/** What is resolved waits for a look, not for work. */
const PLANNED: FindingStatus[] = ['open', 'in-progress'];

const useStyles = makeStyles(theme => ({
  intro: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(2),
    '& > p': { margin: 0, maxWidth: '46rem' },
  },
  description: {
    padding: theme.spacing(0, 2, 1),
    color: mutedColour(theme),
  },
}));

/** Findings of a plan's groups, in its order. */
export type PlannedFindings = Map<PlanGroup, Finding[]>;

function groupFindings(findings: Finding[]): PlannedFindings {
  const groups: PlannedFindings = new Map();
  for (const finding of findings) {
    const group = planGroupOf(finding.risk, finding.effort);
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  return groups;
}

/** What to do first: open findings by risk against effort. */
export function ImprovementPlan(props: {
  onOpen: (findingId: string) => void;
}) {
  const { onOpen } = props;
  const classes = useStyles();
  const list = useFindingList();
  const query = {
    ...list.filters,
    status: list.filters.status ?? PLANNED,
    open: undefined,
    sort: 'plan' as const,
    limit: MAX_PLANNED,
  };
  const { value, error } = usePerformanceData(
    api => api.findings.list(query),
    [JSON.stringify(query)],
  );
  const groups = value && groupFindings(value.items);

  return (
    <>
      <div className={classes.intro}>
        <p>
          Work that isn’t resolved, what takes away the most risk for the least
          effort first.
          {value &&
            value.totalItems > MAX_PLANNED &&
            ` The first ${MAX_PLANNED} of ${findingCount(value.totalItems)}.`}
        </p>
        <Button
          variant="outlined"
          startIcon={<PrintIcon />}
          disabled={!value}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </div>
      <FindingFilterBar list={list} />
      {error && <ResponseErrorPanel error={error} />}
      {!value && !error && <Skeleton variant="rect" height={HEIGHT} />}
      {groups?.size === 0 && <NothingPlanned list={list} />}
      {groups && (
        <>
          {PLAN_GROUPS.map(({ group, title, description }) => {
            const findings = groups.get(group);
            return (
              findings && (
                <Panel
                  key={group}
                  title={`${title} (${findings.length})`}
                  flush
                >
                  <div className={classes.description}>{description}</div>
                  <FindingTable
                    label={title}
                    shows="plan"
                    rows={findings}
                    onOpen={({ id }) => onOpen(id)}
                    empty="None."
                  />
                </Panel>
              )
            );
          })}
          <PlanSheet groups={groups} />
        </>
      )}
    </>
  );
}

function NothingPlanned(props: { list: FindingList }) {
  const { list } = props;
  return (
    <Panel title="There is nothing to plan">
      {list.isFiltered ? (
        <>
          <p>No open finding matches these filters.</p>
          <Button variant="outlined" onClick={list.clear}>
            Clear filters
          </Button>
        </>
      ) : (
        'Every finding is resolved, closed or accepted.'
      )}
    </Panel>
  );
}
