import { useState } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  FindingComment,
  FindingDetail,
  mutedColour,
  performanceApiRef,
  RelativeTime,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { CommentForm } from '../reviews/CommentForm';
import { Markdown } from '../reviews/Markdown';

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
  nobody: { color: mutedColour(theme) },
}));

/** What people say about a finding. */
export function FindingComments(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { comments, may } = finding;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [writing, setWriting] = useState(false);
  return (
    <>
      {comments > 0 && <CommentList findingId={finding.id} />}
      {writing ? (
        <CommentForm
          action="Comment"
          onSave={async body => {
            await api.findings.addComment(finding.id, body);
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        may.comment && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => setWriting(true)}
          >
            Comment
          </Button>
        )
      )}
      {!may.comment && comments === 0 && (
        <span className={classes.nobody}>Nobody has commented.</span>
      )}
    </>
  );
}

function CommentList(props: { findingId: string }) {
  const { findingId } = props;
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api => api.findings.listComments(findingId),
    [findingId],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={64} />;
  }
  return (
    <ol className={classes.list} aria-label="Comments">
      {value.map(comment => (
        <Comment key={comment.id} findingId={findingId} comment={comment} />
      ))}
    </ol>
  );
}

function Comment(props: { findingId: string; comment: FindingComment }) {
  const { findingId, comment } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [deleting, setDeleting] = useState(false);
  return (
    <li>
      <div className={classes.head}>
        <EntityRefLink entityRef={comment.by} defaultKind="user" hideIcon />
        <RelativeTime instant={comment.at} />
        {comment.may.delete && (
          <Button size="small" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        )}
      </div>
      <Markdown text={comment.body} />
      {deleting && (
        <ActionDialog
          title="Delete this comment"
          intro="It is gone for everybody."
          action="Delete"
          ready
          onAction={() => api.findings.deleteComment(findingId, comment.id)}
          onClose={() => setDeleting(false)}
        />
      )}
    </li>
  );
}
