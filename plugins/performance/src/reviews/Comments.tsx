import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  mutedColour,
  performanceApiRef,
  RelativeTime,
  ReviewComment,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { CommentForm } from './CommentForm';
import { Markdown } from './Markdown';

const PAGE = 100;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    '& > li': {
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    color: mutedColour(theme),
  },
}));

/** What people say about a question, or about the review as a whole. */
export function Comments(props: {
  reviewId: string;
  /** Name of the question; absent for the review as a whole. */
  question?: string;
  /** How many there are. */
  count: number;
  mayComment: boolean;
}) {
  const { reviewId, question, count, mayComment } = props;
  const api = useApi(performanceApiRef);
  const [writing, setWriting] = useState(false);
  return (
    <div>
      {count > 0 && <CommentList reviewId={reviewId} question={question} />}
      {writing ? (
        <CommentForm
          action="Comment"
          onSave={async body => {
            await api.reviews.addComment(reviewId, { question, body });
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        mayComment && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setWriting(true)}
          >
            {count > 0 ? 'Reply' : 'Comment'}
          </Button>
        )
      )}
      {!mayComment && count === 0 && 'Nobody has commented.'}
    </div>
  );
}

function CommentList(props: {
  reviewId: string;
  question: string | undefined;
}) {
  const { reviewId, question } = props;
  const classes = useStyles();
  const [limit, setLimit] = useState(PAGE);
  const { value, error } = usePerformanceData(
    api => api.reviews.listComments(reviewId, { question, limit }),
    [reviewId, question, limit],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={64} />;
  }
  // Without a question, the list holds those of all questions too.
  const comments = value.items.filter(comment => comment.question === question);
  return (
    <>
      <ol className={classes.list} aria-label="Comments">
        {comments.map(comment => (
          <Comment key={comment.id} reviewId={reviewId} comment={comment} />
        ))}
      </ol>
      {value.totalItems > value.items.length && (
        <Button size="small" onClick={() => setLimit(limit + PAGE)}>
          Show more
        </Button>
      )}
    </>
  );
}

function Comment(props: { reviewId: string; comment: ReviewComment }) {
  const { reviewId, comment } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  return (
    <li>
      <div className={classes.head}>
        <EntityRefLink entityRef={comment.by} defaultKind="user" hideIcon />
        <RelativeTime instant={comment.at} />
        {comment.editedAt && (
          <span>
            edited <RelativeTime instant={comment.editedAt} />
          </span>
        )}
        {comment.may.edit && doing !== 'edit' && (
          <span>
            <Button size="small" onClick={() => setDoing('edit')}>
              Edit
            </Button>
            <Button size="small" onClick={() => setDoing('delete')}>
              Delete
            </Button>
          </span>
        )}
      </div>
      {doing === 'edit' ? (
        <CommentForm
          action="Save"
          start={comment.body}
          onSave={async body => {
            await api.reviews.editComment(reviewId, comment.id, {
              version: comment.version,
              body,
            });
            setDoing(undefined);
          }}
          onCancel={() => setDoing(undefined)}
        />
      ) : (
        <Markdown text={comment.body} />
      )}
      {doing === 'delete' && (
        <ActionDialog
          title="Delete this comment"
          intro="The history tells that there was one, not what it said."
          action="Delete"
          ready
          onAction={() => api.reviews.deleteComment(reviewId, comment.id)}
          onClose={() => setDoing(undefined)}
        />
      )}
    </li>
  );
}
