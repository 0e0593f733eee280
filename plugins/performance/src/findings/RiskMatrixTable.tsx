import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  RISK_GRADES,
  RiskGrade,
  RiskMatrix,
} from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  RISK_GRADE_WORDS,
  RISK_WORDS,
  riskColours,
} from '@perf-governance/plugin-performance-react';

const CELL_HEIGHT = 44;

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 2,
    tableLayout: 'fixed',
    '& th': {
      padding: theme.spacing(0.25, 0.5),
      fontWeight: 400,
      fontSize: theme.typography.caption.fontSize,
      lineHeight: 1.2,
      color: mutedColour(theme),
    },
    '& thead th': { textAlign: 'center', verticalAlign: 'bottom' },
    '& tbody th': { textAlign: 'right' },
    '& td': { padding: 0, textAlign: 'center' },
  },
  // As high as what comes, so that nothing moves; on a phone, the grades of both axes break into two lines.
  outline: { height: 273, [theme.breakpoints.down('xs')]: { height: 287 } },
  corner: { width: '17%' },
  axis: { fontWeight: 600 },
  cell: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    alignItems: 'center',
    width: '100%',
    height: CELL_HEIGHT,
    borderRadius: theme.shape.borderRadius,
    color: theme.palette.text.primary,
    font: 'inherit',
    lineHeight: 1.15,
    overflow: 'hidden',
  },
  action: {
    '&:hover': { boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}` },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  chosen: {
    boxShadow: `inset 0 0 0 2px ${theme.palette.text.primary}`,
  },
  count: {
    fontWeight: 700,
    fontSize: '1.125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  none: { fontWeight: 400, fontSize: '1rem' },
  word: { fontSize: 11 },
}));

/** A cell of the matrix. */
export interface RiskCell {
  severity: RiskGrade;
  likelihood: RiskGrade;
}

/** How many findings there are at each severity and likelihood; each count filters the list. */
export function RiskMatrixTable(props: {
  /** The risk of each cell; absent while loading. */
  matrix?: RiskMatrix;
  /** By severity, then by likelihood, both lowest first; absent while loading. */
  counts?: readonly (readonly number[])[];
  chosen: RiskCell | undefined;
  /** With nothing where the chosen one is pressed again. */
  onChange: (cell: RiskCell | undefined) => void;
}) {
  const { matrix, counts, chosen, onChange } = props;
  const classes = useStyles();
  if (!matrix || !counts) {
    return <Skeleton variant="rect" className={classes.outline} />;
  }
  const severities = RISK_GRADES.map((severity, row) => ({
    severity,
    row,
  })).reverse();
  return (
    <table className={classes.table} aria-label="Findings by risk">
      <thead>
        <tr>
          <td className={classes.corner} />
          <th
            scope="colgroup"
            colSpan={RISK_GRADES.length}
            className={classes.axis}
          >
            Likelihood
          </th>
        </tr>
        <tr>
          <th scope="col" className={classes.axis}>
            Severity
          </th>
          {RISK_GRADES.map(likelihood => (
            <th key={likelihood} scope="col">
              {RISK_GRADE_WORDS[likelihood]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {severities.map(({ severity, row }) => (
          <tr key={severity}>
            <th scope="row">{RISK_GRADE_WORDS[severity]}</th>
            {RISK_GRADES.map((likelihood, column) => (
              <td key={likelihood}>
                <Cell
                  risk={matrix[row][column]}
                  cell={{ severity, likelihood }}
                  count={counts[row][column]}
                  chosen={
                    chosen?.severity === severity &&
                    chosen.likelihood === likelihood
                  }
                  onChange={onChange}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  risk: RiskMatrix[number][number];
  cell: RiskCell;
  count: number;
  chosen: boolean;
  onChange: (cell: RiskCell | undefined) => void;
}) {
  const { risk, cell, count, chosen, onChange } = props;
  const classes = useStyles();
  const { soft } = riskColours(useTheme(), risk);
  // What there is none of stands back.
  const isEmpty = count === 0 && !chosen;
  const style = { backgroundColor: isEmpty ? alpha(soft, 0.4) : soft };
  const words = <span className={classes.word}>{RISK_WORDS[risk]}</span>;
  if (isEmpty) {
    return (
      <span className={classes.cell} style={style}>
        <span className={classes.none}>0</span> {words}
      </span>
    );
  }
  return (
    <ButtonBase
      className={`${classes.cell} ${classes.action} ${
        chosen ? classes.chosen : ''
      }`}
      style={style}
      aria-pressed={chosen}
      onClick={() => onChange(chosen ? undefined : cell)}
    >
      <span className={classes.count}>{count.toLocaleString('en')}</span>{' '}
      {words}
    </ButtonBase>
  );
}
