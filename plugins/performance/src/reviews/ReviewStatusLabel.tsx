import { makeStyles } from '@material-ui/core/styles';
import ArchiveIcon from '@material-ui/icons/ArchiveOutlined';
import EditIcon from '@material-ui/icons/EditOutlined';
import ForumIcon from '@material-ui/icons/ForumOutlined';
import { ReviewStatus } from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import { REVIEW_STATUS_WORDS } from './reviewWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    color: mutedColour(theme),
  },
}));

const ICONS = {
  draft: EditIcon,
  'in-review': ForumIcon,
  archived: ArchiveIcon,
};

/** How far a review is, as icon and word. */
export function ReviewStatusLabel(props: { status: ReviewStatus }) {
  const { status } = props;
  const classes = useStyles();
  const word = REVIEW_STATUS_WORDS[status];
  if (status === 'published') {
    return <StateLabel state="pass" word={word} />;
  }
  const Icon = ICONS[status];
  return (
    <span className={classes.root}>
      <Icon fontSize="small" aria-hidden />
      {word}
    </span>
  );
}
