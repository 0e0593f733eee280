import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import {
  performanceApiRef,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { downloadText } from '../export/downloadText';
import { EditReviewDialog } from './EditReviewDialog';
import { reviewName } from './reviewName';
import { StatusDialog } from './StatusDialog';
import { StatusStep, statusSteps } from './statusSteps';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** What the reader may do with a review as a whole. */
export function ReviewActions(props: {
  review: ReviewDetail;
  answers: Answers;
  onFailure: () => void;
}) {
  const { review, answers, onFailure } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [step, setStep] = useState<StatusStep>();
  const [editing, setEditing] = useState(false);
  const steps = statusSteps(review);
  // Archiving, which is final, is never the first thing on offer.
  const shown = steps.filter(({ to }) => to !== 'archived');
  const archive = steps.find(({ to }) => to === 'archived');
  const unsaved = answers.autosave.listUnsaved().length > 0;

  const hindranceOf = ({ to }: StatusStep) => {
    if (unsaved) {
      return 'Some answers aren’t saved yet.';
    }
    return to === 'published' && answers.problems.length > 0
      ? 'Something keeps it from being published; see below.'
      : undefined;
  };

  const exportMarkdown = async () => {
    try {
      downloadText(
        `${reviewName(review.id)}.md`,
        await api.reviews.export(review.id),
        'text/markdown;charset=utf-8',
      );
    } catch (error) {
      alertApi.post({
        message: `The review couldn’t be exported: ${error}`,
        severity: 'error',
      });
    }
  };
  const choose = (action: () => void) => () => {
    setAnchor(undefined);
    action();
  };

  return (
    <div className={classes.root}>
      {shown.map(item => {
        const hindrance = hindranceOf(item);
        return (
          <span key={item.action} title={hindrance}>
            <Button
              variant={item.forward ? 'contained' : 'outlined'}
              color={item.forward ? 'primary' : 'default'}
              disabled={hindrance !== undefined}
              onClick={() => setStep(item)}
            >
              {item.action}
            </Button>
          </span>
        );
      })}
      <Button
        variant="outlined"
        aria-haspopup="menu"
        endIcon={<MoreVertIcon />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        More
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
      >
        <MenuItem onClick={choose(() => window.print())}>Print</MenuItem>
        <MenuItem onClick={choose(exportMarkdown)}>Export as Markdown</MenuItem>
        {review.may.conduct && review.status !== 'archived' && (
          <MenuItem onClick={choose(() => setEditing(true))}>
            Change reviewers and date
          </MenuItem>
        )}
        {archive && (
          <MenuItem onClick={choose(() => setStep(archive))}>
            {archive.action}
          </MenuItem>
        )}
      </Menu>
      {step && (
        <StatusDialog
          review={review}
          step={step}
          onFailure={onFailure}
          onClose={() => setStep(undefined)}
        />
      )}
      {editing && (
        <EditReviewDialog
          review={review}
          onFailure={onFailure}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  );
}
