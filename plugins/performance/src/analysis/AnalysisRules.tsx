import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  AnalysisProposalStatus,
  AnalysisSummary,
  mutedColour,
} from '@perf-governance/plugin-performance-react';

const RULES = 9;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(216px, 100%), 1fr))',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    },
  },
  rule: {
    display: 'flex',
    justifyContent: 'flex-start',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 44,
    padding: theme.spacing(0.75, 1.25),
    textAlign: 'left',
    borderRadius: theme.shape.borderRadius * 2,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    font: 'inherit',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.25,
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  none: { color: mutedColour(theme) },
  chosen: {
    borderColor: theme.palette.text.primary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    backgroundColor: alpha(theme.palette.text.primary, 0.06),
  },
  number: {
    fontWeight: 700,
    fontSize: '1.125rem',
    fontVariantNumeric: 'tabular-nums',
    minWidth: '1.25em',
    textAlign: 'right',
  },
}));

/** How much each rule has found; each count filters the list by its rule. */
export function AnalysisRules(props: {
  /** Absent while loading. */
  rules?: AnalysisSummary['rules'];
  /** Which proposals are counted. */
  status: AnalysisProposalStatus;
  chosen: string[];
  onChange: (rules: string[]) => void;
}) {
  const { rules, status, chosen, onChange } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role="group" aria-label="Filter by rule">
      {rules?.map(({ rule, title, description, counts }) => {
        const isChosen = chosen.includes(rule);
        return (
          <ButtonBase
            key={rule}
            className={`${classes.rule} ${
              counts[status] === 0 ? classes.none : ''
            } ${isChosen ? classes.chosen : ''}`}
            aria-pressed={isChosen}
            title={description}
            onClick={() =>
              onChange(
                isChosen
                  ? chosen.filter(one => one !== rule)
                  : [...chosen, rule],
              )
            }
          >
            <span className={classes.number}>
              {counts[status].toLocaleString('en')}
            </span>{' '}
            {title}
          </ButtonBase>
        );
      })}
      {!rules &&
        Array.from({ length: RULES }, (_, index) => (
          <Skeleton key={index} variant="rect" height={44} />
        ))}
    </div>
  );
}
