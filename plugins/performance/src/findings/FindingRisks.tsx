import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { RISK_GRADES } from '@perf-governance/plugin-performance-common';
import {
  FindingSummary,
  Panel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { FindingAges } from './FindingAges';
import { FindingList } from './useFindingList';
import { RiskCell, RiskMatrixTable } from './RiskMatrixTable';

const AGES_HEIGHT = 200;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    marginBottom: theme.spacing(2),
    '& > *': { marginBottom: 0 },
  },
}));

/** The cell that the filters ask for, where they ask for a single one. */
function chosenCell({ filters }: FindingList): RiskCell | undefined {
  const { severity = [], likelihood = [] } = filters;
  return severity.length === 1 && likelihood.length === 1
    ? { severity: severity[0], likelihood: likelihood[0] }
    : undefined;
}

function matrixCounts({ matrix }: FindingSummary): number[][] {
  return RISK_GRADES.map(severity =>
    RISK_GRADES.map(
      likelihood =>
        matrix.find(
          cell => cell.severity === severity && cell.likelihood === likelihood,
        )?.count ?? 0,
    ),
  );
}

/** How many findings are at which risk, and how old they are. */
export function FindingRisks(props: {
  list: FindingList;
  /** Absent while loading. */
  summary?: FindingSummary;
}) {
  const { list, summary } = props;
  const classes = useStyles();
  const settings = usePerformanceData(api => api.findings.getSettings(), []);
  // Of all findings, only those that are open are at risk.
  const ofOpen =
    list.scope === 'all' && !list.filters.status ? ', open ones' : '';
  return (
    <div className={classes.root}>
      <Panel title={`Risk${ofOpen}`}>
        <RiskMatrixTable
          matrix={settings.value?.riskMatrix}
          counts={summary && matrixCounts(summary)}
          chosen={chosenCell(list)}
          onChange={cell =>
            list.view.update({
              severity: cell?.severity,
              likelihood: cell?.likelihood,
              offset: undefined,
            })
          }
        />
      </Panel>
      <Panel
        title={`Age${ofOpen}`}
        actions={
          <Button
            size="small"
            onClick={() =>
              list.view.update({ sort: 'age', order: 'asc', offset: undefined })
            }
          >
            Oldest first
          </Button>
        }
      >
        {summary ? (
          <FindingAges summary={summary} />
        ) : (
          <Skeleton variant="rect" height={AGES_HEIGHT} />
        )}
      </Panel>
    </div>
  );
}
