import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  // Wrapped where there is no room for all in one row.
  options: { flexWrap: 'wrap' },
  option: {
    height: 32,
    padding: theme.spacing(0, 1.25),
    fontFamily: 'inherit',
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    // The theme's own is as pale as something that can't be pressed.
    color: theme.palette.text.primary,
    textTransform: 'none',
    '&.Mui-selected': {
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
  },
}));

/** One of a few, all in sight. */
export function Choice<T extends string | number>(props: {
  label: string;
  options: readonly { value: T; title: string }[];
  chosen: T;
  onChange: (chosen: T) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      className={classes.options}
      value={chosen}
      // Pressed again, the chosen one stays chosen.
      onChange={(_, next: T | null) => next !== null && onChange(next)}
      aria-label={label}
    >
      {options.map(({ value, title }) => (
        <ToggleButton key={value} value={value} className={classes.option}>
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
