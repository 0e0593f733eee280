import { ResponseErrorPanel } from '@backstage/core-components';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Surface,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { VerdictDetails } from './VerdictDetails';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(560px, 100vw)',
    padding: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  close: {
    position: 'absolute',
    top: theme.spacing(1.5),
    right: theme.spacing(1.5),
  },
}));

/** One verdict's details, beside the list it was opened from. */
export function VerdictPanel(props: {
  /** Open while given. */
  verdictId: string | undefined;
  onClose: () => void;
}) {
  const { verdictId, onClose } = props;
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      open={verdictId !== undefined}
      onClose={onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-label': 'Budget details' }}
    >
      <Surface>
        <IconButton
          className={classes.close}
          onClick={onClose}
          aria-label="Close details"
        >
          <CloseIcon />
        </IconButton>
        {verdictId && <Contents key={verdictId} verdictId={verdictId} />}
      </Surface>
    </Drawer>
  );
}

function Contents(props: { verdictId: string }) {
  const { verdictId } = props;
  const { value, error } = usePerformanceData(
    api => api.getVerdict(verdictId),
    [verdictId],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return (
      <>
        <Skeleton width="60%" height={36} />
        <Skeleton width="40%" />
        <Skeleton variant="rect" height={220} style={{ marginTop: 24 }} />
      </>
    );
  }
  return <VerdictDetails verdict={value} />;
}
