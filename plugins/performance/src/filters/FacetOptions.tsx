import { useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';

/** From this many values on, one searches rather than looks. */
const SEARCH_FROM = 8;
const SHOWN = 100;

const useStyles = makeStyles(theme => ({
  option: {
    display: 'flex',
    margin: 0,
    '& .MuiFormControlLabel-label': {
      display: 'flex',
      flex: 1,
      minWidth: 0,
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
  },
  count: {
    color: mutedColour(theme),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    overflowWrap: 'normal',
  },
}));

/** One of the values something is found with. */
export interface FacetOption {
  value: string;
  title: string;
  count?: number;
}

/** Values to tick; with many, they can be searched. */
export function FacetOptions(props: {
  title: string;
  options: FacetOption[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { title, options, chosen, onChange } = props;
  const classes = useStyles();
  const [search, setSearch] = useState('');
  const shown = options
    .filter(option => option.title.toLowerCase().includes(search.toLowerCase()))
    .slice(0, SHOWN);

  return (
    <>
      {options.length >= SEARCH_FROM && (
        <TextField
          fullWidth
          size="small"
          variant="outlined"
          placeholder="Find"
          inputProps={{ 'aria-label': `Find ${title.toLowerCase()}` }}
          value={search}
          onChange={event => setSearch(event.target.value)}
        />
      )}
      {shown.map(option => (
        <FormControlLabel
          key={option.value}
          className={classes.option}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={chosen.includes(option.value)}
              onChange={(_, checked) =>
                onChange(
                  checked
                    ? [...chosen, option.value]
                    : chosen.filter(value => value !== option.value),
                )
              }
            />
          }
          label={
            <>
              <span>{option.title}</span>
              {option.count !== undefined && (
                <span className={classes.count}>
                  {option.count.toLocaleString('en')}
                </span>
              )}
            </>
          }
        />
      ))}
    </>
  );
}
