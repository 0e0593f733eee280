import { makeStyles } from '@material-ui/core/styles';
import { PerformanceLayout, PerformanceTab } from './PerformanceLayout';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(0, 2.5, 3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 1.5, 2) },
  },
}));

/** The page of the new frontend system, below its header. */
export function AlphaPerformancePage(props: { tabs: PerformanceTab[] }) {
  const classes = useStyles();
  return (
    <main className={classes.root}>
      <PerformanceLayout tabs={props.tabs} />
    </main>
  );
}
