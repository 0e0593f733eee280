import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import IconButton from '@material-ui/core/IconButton';
import MuiLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutlined';
import {
  mutedColour,
  performanceApiRef,
  RelativeTime,
  ReviewAttachment,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { countWords } from './countWords';
import { useSaveAttachment } from './useSaveAttachment';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      minHeight: 48,
      padding: theme.spacing(0.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& > li:last-child': { borderBottom: 0 },
  },
  name: { textAlign: 'left', overflowWrap: 'anywhere' },
  detail: { color: mutedColour(theme), overflowWrap: 'anywhere' },
}));

function sizeWords(bytes: number): string {
  return bytes < 1000
    ? countWords(bytes, 'byte')
    : `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

/** How many answers point at a file. */
function countUses(review: ReviewDetail, { id }: ReviewAttachment): number {
  return review.answers.filter(({ evidence = [] }) =>
    evidence.some(({ type, ref }) => type === 'attachment' && ref === id),
  ).length;
}

/** A review's files, of which those that no answer points at can be deleted. */
export function Attachments(props: { review: ReviewDetail }) {
  const { review } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const saveAttachment = useSaveAttachment(review.id);
  const [deleting, setDeleting] = useState<ReviewAttachment>();
  return (
    <>
      <ul className={classes.list} aria-label="Files">
        {review.attachments.map(attachment => {
          const { id, name, size, by, at } = attachment;
          const uses = countUses(review, attachment);
          return (
            <li key={id}>
              <div>
                <MuiLink
                  component="button"
                  type="button"
                  underline="always"
                  variant="body2"
                  className={classes.name}
                  onClick={() => saveAttachment(id, name)}
                >
                  {name}
                </MuiLink>
                <div className={classes.detail}>
                  {sizeWords(size)}, by{' '}
                  <EntityRefLink entityRef={by} defaultKind="user" hideIcon />,{' '}
                  <RelativeTime instant={at} />;{' '}
                  {uses > 0
                    ? `evidence of ${countWords(uses, 'answer')}`
                    : 'no answer points at it'}
                </div>
              </div>
              {review.may.answer && uses === 0 && (
                <IconButton
                  size="small"
                  aria-label={`Delete ${name}`}
                  onClick={() => setDeleting(attachment)}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {deleting && (
        <ActionDialog
          title="Delete the file"
          intro={`${deleting.name} is deleted for good. A file that a milestone keeps can’t be.`}
          action="Delete"
          ready
          onAction={() => api.reviews.deleteAttachment(review.id, deleting.id)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </>
  );
}
