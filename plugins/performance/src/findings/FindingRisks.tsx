import { makeStyles, useTheme } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  RISK_GRADES,
  RISK_LEVELS,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import {
  FindingSummary,
  mutedColour,
  Panel,
  RISK_WORDS,
  riskColours,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { FindingList } from './useFindingList';
import { RiskCell, RiskMatrixTable } from './RiskMatrixTable';

const AGES_HEIGHT = 200;
const DAYS_OF_YEAR = 365;
const WORST_FIRST = [...RISK_LEVELS].reverse();

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    marginBottom: theme.spacing(2),
    '& > *': { marginBottom: 0 },
  },
  ages: {
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.5, 1, 0.5, 0),
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'right',
    },
    '& th:first-child': { textAlign: 'left', fontWeight: 400 },
    '& thead th': { fontWeight: 400 },
  },
  bar: {
    display: 'flex',
    gap: 1,
    height: 8,
    marginTop: 4,
  },
  nothing: { color: mutedColour(theme) },
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
      <Panel title={`Age${ofOpen}`}>
        {summary ? (
          <Ages summary={summary} />
        ) : (
          <Skeleton variant="rect" height={AGES_HEIGHT} />
        )}
      </Panel>
    </div>
  );
}

type AgeBucket = FindingSummary['ages'][number];

function ageWords({ fromDays, toDays }: AgeBucket): string {
  if (toDays === undefined) {
    return fromDays > DAYS_OF_YEAR
      ? 'over a year'
      : `${fromDays} days and more`;
  }
  return fromDays === 0 ? `up to ${toDays} days` : `${fromDays}–${toDays} days`;
}

function Ages(props: { summary: FindingSummary }) {
  const { ages } = props.summary;
  const classes = useStyles();
  const most = Math.max(1, ...ages.map(({ risks }) => total(risks)));
  return (
    <table className={classes.ages} aria-label="Findings by age and risk">
      <thead>
        <tr>
          <th scope="col">Recorded</th>
          {WORST_FIRST.map(risk => (
            <th key={risk} scope="col">
              {RISK_WORDS[risk]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ages.map(bucket => (
          <tr key={bucket.fromDays}>
            <th scope="row">
              {ageWords(bucket)}
              {total(bucket.risks) > 0 && (
                <Bar risks={bucket.risks} most={most} />
              )}
            </th>
            {WORST_FIRST.map(risk => (
              <td
                key={risk}
                className={
                  bucket.risks[risk] === 0 ? classes.nothing : undefined
                }
              >
                {bucket.risks[risk].toLocaleString('en')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function total(risks: AgeBucket['risks']): number {
  return WORST_FIRST.reduce((sum, risk) => sum + risks[risk], 0);
}

/** The worse, the heavier; dark amber would look worse than pale red. */
const WEIGHTS: Record<
  RiskLevel,
  { shade: 'strong' | 'soft'; opacity: number }
> = {
  critical: { shade: 'strong', opacity: 1 },
  high: { shade: 'strong', opacity: 0.6 },
  medium: { shade: 'soft', opacity: 1 },
  low: { shade: 'soft', opacity: 1 },
};

/** The row's numbers at a glance. */
function Bar(props: { risks: Record<RiskLevel, number>; most: number }) {
  const { risks, most } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <div className={classes.bar} aria-hidden>
      {WORST_FIRST.filter(risk => risks[risk] > 0).map(risk => (
        <span
          key={risk}
          title={`${RISK_WORDS[risk]}: ${risks[risk]}`}
          style={{
            width: `${(100 * risks[risk]) / most}%`,
            borderRadius: 2,
            backgroundColor: riskColours(theme, risk)[WEIGHTS[risk].shade],
            opacity: WEIGHTS[risk].opacity,
          }}
        />
      ))}
    </div>
  );
}
