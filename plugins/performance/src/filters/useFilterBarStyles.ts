import { makeStyles } from '@material-ui/core/styles';

/** A row of filters above a list, and the chips below it. */
export const useFilterBarStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));
