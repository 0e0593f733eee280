import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Popover from '@material-ui/core/Popover';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  mutedColour,
  Surface,
} from '@perf-governance/plugin-performance-react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';

/** From this many values on, one searches rather than looks. */
const SEARCH_FROM = 8;
const SHOWN = 100;

const useStyles = makeStyles(theme => ({
  button: {
    height: 40,
    padding: theme.spacing(0, 1.25),
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 400,
    '& .MuiButton-endIcon': { marginLeft: 0 },
  },
  paper: {
    width: 280,
    maxHeight: 400,
    padding: theme.spacing(1.5),
  },
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
  },
}));

/** Chooses among the values something is found with. */
export function FacetFilter(props: {
  title: string;
  /** Absent while loading. */
  options?: { value: string; title: string; count?: number }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { title, options = [], chosen, onChange } = props;
  const classes = useStyles();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [search, setSearch] = useState('');

  const shown = options
    .filter(option => option.title.toLowerCase().includes(search.toLowerCase()))
    .slice(0, SHOWN);

  return (
    <>
      <Button
        variant="outlined"
        className={classes.button}
        endIcon={<ArrowDropDownIcon />}
        disabled={options.length === 0 && chosen.length === 0}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        aria-controls={anchor ? id : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {title}
        {chosen.length > 0 && ` (${chosen.length})`}
      </Button>
      <Popover
        id={id}
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': `Filter by ${title.toLowerCase()}`,
        }}
      >
        <Surface>
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
        </Surface>
      </Popover>
    </>
  );
}
