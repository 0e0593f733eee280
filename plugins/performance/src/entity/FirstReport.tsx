import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloudUploadIcon from '@material-ui/icons/CloudUploadOutlined';
import { Panel, mutedColour } from '@perf-governance/plugin-performance-react';
import { ReportCommands } from './ReportCommands';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(1.5),
    minHeight: 220,
    padding: theme.spacing(3),
    textAlign: 'center',
    borderRadius: 'var(--bui-radius-3, 4px)',
    border: `2px dashed ${mutedColour(theme)}`,
  },
}));

/** What to do where nothing was ever reported. */
export function FirstReport(props: {
  entityRef: string;
  mayUpload: boolean;
  onUpload: () => void;
}) {
  const { entityRef, mayUpload, onUpload } = props;
  const classes = useStyles();
  return (
    <Panel title="Send a first report">
      <Typography paragraph variant="body2">
        Once a load test, a Lighthouse audit or a benchmark reports here, its
        numbers are judged against the budgets that apply, and this page shows
        where they stand.
      </Typography>
      <div className={classes.columns}>
        {mayUpload && (
          <div className={classes.drop}>
            <CloudUploadIcon fontSize="large" color="action" />
            <Typography variant="body2">
              Drop a report anywhere on this page. What it would change is shown
              before anything is saved.
            </Typography>
            <Button variant="contained" color="primary" onClick={onUpload}>
              Choose a report
            </Button>
          </div>
        )}
        <div>
          <ReportCommands entityRef={entityRef} />
        </div>
      </div>
    </Panel>
  );
}
