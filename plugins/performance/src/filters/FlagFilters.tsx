import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { ViewState } from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  flag: {
    height: 32,
    padding: theme.spacing(0, 1.25),
    borderRadius: 16,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    '&[aria-pressed="true"]': {
      fontWeight: 700,
      borderColor: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
    },
  },
}));

/** Filters of a list that are on or off, all in sight. */
export function FlagFilters(props: {
  view: ViewState;
  flags: {
    /** The parameter of the query string. */
    name: string;
    title: string;
    /** How many there are; absent while loading, or where nobody counts. */
    count?: number;
  }[];
}) {
  const { view, flags } = props;
  const classes = useStyles();
  return (
    <div className={classes.root} role="group" aria-label="Show only">
      {flags.map(({ name, title, count }) => {
        const isOn = view.get(name) === 'true';
        return (
          <ButtonBase
            key={name}
            className={classes.flag}
            aria-pressed={isOn}
            onClick={() =>
              view.update({
                [name]: isOn ? undefined : 'true',
                offset: undefined,
              })
            }
          >
            {title}
            {count !== undefined && ` (${count.toLocaleString('en')})`}
          </ButtonBase>
        );
      })}
    </div>
  );
}
