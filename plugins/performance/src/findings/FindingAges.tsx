import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  RISK_LEVELS,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import {
  FindingSummary,
  mutedColour,
  RISK_WORDS,
  riskColours,
} from '@perf-governance/plugin-performance-react';

const DAYS_OF_YEAR = 365;

/** From how many days on waiting is worth a word. */
const OLD_DAYS = 91;

const WORST_FIRST = [...RISK_LEVELS].reverse();

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    marginTop: theme.spacing(1),
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.75, 1.5, 0.75, 0),
      fontWeight: 400,
      textAlign: 'left',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& thead th': { color: mutedColour(theme) },
    '& tbody th': { whiteSpace: 'nowrap' },
    '& td:last-child': { width: '99%', paddingRight: 0 },
    '& tbody tr:last-child > *': { borderBottom: 0 },
  },
  bar: { display: 'flex', gap: 1, height: 8, marginTop: 4 },
}));

type AgeBucket = FindingSummary['ages'][number];

function totalOf({ risks }: AgeBucket): number {
  return WORST_FIRST.reduce((sum, risk) => sum + risks[risk], 0);
}

function ageWords({ fromDays, toDays }: AgeBucket): string {
  if (toDays === undefined) {
    return fromDays > DAYS_OF_YEAR
      ? 'over a year'
      : `${fromDays} days and more`;
  }
  return fromDays === 0 ? `up to ${toDays} days` : `${fromDays}–${toDays} days`;
}

function riskWords({ risks }: AgeBucket): string {
  return WORST_FIRST.filter(risk => risks[risk] > 0)
    .map(
      risk =>
        `${risks[risk].toLocaleString('en')} ${RISK_WORDS[risk].toLowerCase()}`,
    )
    .join(', ');
}

/** How long findings have been waiting, and which risks they are. */
export function FindingAges(props: { summary: FindingSummary }) {
  const { ages } = props.summary;
  const classes = useStyles();
  const buckets = ages.filter(bucket => totalOf(bucket) > 0);
  const total = countAll(buckets);
  const old = countAll(buckets.filter(({ fromDays }) => fromDays >= OLD_DAYS));
  if (total === 0) {
    return <>No finding matches.</>;
  }
  const most = Math.max(...buckets.map(totalOf));
  return (
    <>
      {old === 0
        ? 'None'
        : `${old.toLocaleString('en')} of ${total.toLocaleString('en')}`}{' '}
      recorded more than {OLD_DAYS - 1} days ago.
      <table className={classes.table} aria-label="Findings by age and risk">
        <thead>
          <tr>
            <th scope="col">Recorded</th>
            <th scope="col">Risks</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(bucket => (
            <tr key={bucket.fromDays}>
              <th scope="row">{ageWords(bucket)}</th>
              <td>
                {riskWords(bucket)}
                <Bar risks={bucket.risks} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function countAll(buckets: AgeBucket[]): number {
  return buckets.reduce((total, bucket) => total + totalOf(bucket), 0);
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
