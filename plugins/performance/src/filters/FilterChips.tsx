import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';

/** A filter that is on. */
export interface ActiveFilter {
  name: string;
  value: string;
  /** E.g. `Owner: payments`. */
  title: string;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    '& .MuiChip-root': { margin: 0, maxWidth: '100%' },
  },
}));

/** The filters that are on; each can be taken off. */
export function FilterChips(props: {
  filters: ActiveFilter[];
  onRemove: (filter: ActiveFilter) => void;
  onClear: () => void;
}) {
  const { filters, onRemove, onClear } = props;
  const classes = useStyles();
  if (filters.length === 0) {
    return null;
  }
  return (
    <div className={classes.root} role="group" aria-label="Filters in use">
      {filters.map(filter => (
        <Chip
          key={`${filter.name} ${filter.value}`}
          size="small"
          label={filter.title}
          onClick={() => onRemove(filter)}
          onDelete={() => onRemove(filter)}
          aria-label={`Remove filter ${filter.title}`}
        />
      ))}
      <Button size="small" onClick={onClear}>
        Clear filters
      </Button>
    </div>
  );
}
