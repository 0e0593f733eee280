import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AttachFileIcon from '@material-ui/icons/AttachFile';
import NotesIcon from '@material-ui/icons/Notes';
import Alert from '@material-ui/lab/Alert';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import {
  GuideLink,
  mutedColour,
  performanceApiRef,
  RelativeTime,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { errorMessage } from '../actions/errorMessage';
import { AnswerConflict } from './AnswerConflict';
import { AnswerField } from './AnswerField';
import { AnswerText } from './AnswerText';
import { Comments } from './Comments';
import { EvidenceDialog } from './EvidenceDialog';
import { EvidenceList } from './EvidenceList';
import { PlacedQuestion } from './listQuestions';
import { Markdown } from './Markdown';
import { MarkdownField } from './MarkdownField';
import { NotApplicable } from './NotApplicable';
import { RaisedRisks } from './RaisedRisks';
import { SaveState } from './SaveState';
import { StaleMark } from './StaleMark';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 2),
    color: mutedColour(theme),
  },
  place: { flex: '1 1 0', minWidth: 0 },
  title: {
    margin: theme.spacing(0.5, 0, 1),
    fontSize: '1.25rem',
    lineHeight: 1.3,
    fontWeight: 700,
    overflowWrap: 'anywhere',
    '&:focus': { outline: 'none' },
  },
  guidance: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    margin: theme.spacing(2, 0),
  },
  heading: {
    margin: theme.spacing(3, 0, 1),
    fontSize: '1rem',
    fontWeight: 600,
  },
  read: {
    paddingLeft: theme.spacing(1.5),
    borderLeft: `3px solid ${theme.palette.primary.main}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  by: { color: mutedColour(theme) },
}));

/** One question with its guidance, answer, risks and comments. */
export function QuestionCard(props: {
  review: ReviewDetail;
  placed: PlacedQuestion;
  /** How many there are in all. */
  total: number;
  answers: Answers;
}) {
  const { review, placed, total, answers } = props;
  const { area, question, position } = placed;
  const classes = useStyles();
  const titleId = useId();
  const api = useApi(performanceApiRef);
  const { autosave } = answers;
  const draft = autosave.get(question.name);
  const { version, by, at } = draft.saved;
  const confirmed = review.answers.find(
    answer => answer.question === question.name && answer.version === version,
  )?.confirmed;
  const stale = review.stale.find(answer => answer.question === question.name);
  const risks = answers.raisedRisks.filter(
    risk => risk.question === question.name,
  );
  const comments =
    review.comments.find(count => count.question === question.name)?.count ?? 0;
  const [confirmation, confirm] = useAsyncFn(
    async () => api.reviews.confirm(review.id, question.name, version),
    [api, review.id, question.name, version],
  );

  return (
    <article aria-labelledby={titleId}>
      <div className={classes.head}>
        <span className={classes.place}>
          {area.title} · {position} of {total}
          {question.required ? '' : ' · optional'}
        </span>
        {review.may.answer && (
          <SaveState draft={draft} onRetry={() => autosave.flush()} />
        )}
      </div>
      {/* Focused on the way from question to question, so that it is read out. */}
      <h3 id={titleId} className={classes.title} tabIndex={-1}>
        {question.title}
      </h3>
      {(question.guidance || question.guide) && (
        <div className={classes.guidance}>
          {question.guidance && <Markdown text={question.guidance} />}
          {question.guide && (
            <GuideLink guide={question.guide} about={question.title} />
          )}
        </div>
      )}
      {stale && (
        <StaleMark
          stale={stale}
          mayAnswer={review.may.answer}
          busy={confirmation.loading}
          onConfirm={review.may.confirm ? confirm : undefined}
        />
      )}
      {confirmation.error && (
        <Alert severity="error">{errorMessage(confirmation.error)}</Alert>
      )}
      {draft.phase === 'conflict' && draft.theirs && (
        <AnswerConflict
          review={review}
          question={question}
          mine={draft.answer}
          theirs={draft.theirs}
          onChoose={choice => autosave.resolve(question.name, choice)}
        />
      )}
      <div className={classes.answer}>
        {review.may.answer ? (
          <EditedAnswer
            review={review}
            placed={placed}
            answer={draft.answer}
            titleId={titleId}
            onChange={answer => autosave.change(answer)}
          />
        ) : (
          <ReadAnswer review={review} placed={placed} answer={draft.answer} />
        )}
        {by && (
          <span className={classes.by}>
            Answered by{' '}
            <EntityRefLink entityRef={by} defaultKind="user" hideIcon />
            {at && (
              <>
                , <RelativeTime instant={at} />
              </>
            )}
            {confirmed && (
              <>
                ; still right, said{' '}
                <EntityRefLink
                  entityRef={confirmed.by}
                  defaultKind="user"
                  hideIcon
                />{' '}
                <RelativeTime instant={confirmed.at} />
              </>
            )}
          </span>
        )}
      </div>
      {risks.length > 0 && (
        <>
          <h4 className={classes.heading}>
            {risks.length === 1
              ? 'This answer raises a risk'
              : `This answer raises ${risks.length} risks`}
          </h4>
          <RaisedRisks review={review} risks={risks} />
        </>
      )}
      <h4 className={classes.heading}>
        Comments{comments > 0 && ` (${comments})`}
      </h4>
      <Comments
        reviewId={review.id}
        question={question.name}
        count={comments}
        mayComment={review.may.comment}
      />
    </article>
  );
}

function EditedAnswer(props: {
  review: ReviewDetail;
  placed: PlacedQuestion;
  answer: ReviewAnswer;
  titleId: string;
  onChange: (answer: ReviewAnswer) => void;
}) {
  const { review, placed, answer, titleId, onChange } = props;
  const classes = useStyles();
  const [noting, setNoting] = useState(false);
  const [proving, setProving] = useState(false);
  const evidence = answer.evidence ?? [];
  const notes = noting || answer.notes !== undefined;
  return (
    <>
      {answer.notApplicable === undefined && (
        <AnswerField
          question={placed.question}
          answer={answer}
          labelledBy={titleId}
          onChange={onChange}
        />
      )}
      <div>
        <NotApplicable answer={answer} onChange={onChange} />
      </div>
      {notes && (
        <MarkdownField
          asked={noting}
          label="Notes"
          value={answer.notes ?? ''}
          onChange={text => onChange({ ...answer, notes: text || undefined })}
        />
      )}
      {evidence.length > 0 && (
        <EvidenceList
          reviewId={review.id}
          entityRef={review.subject.entityRef}
          evidence={evidence}
          onChange={next => onChange({ ...answer, evidence: next })}
        />
      )}
      <div className={classes.buttons}>
        {!notes && (
          <Button
            size="small"
            variant="outlined"
            startIcon={<NotesIcon />}
            onClick={() => setNoting(true)}
          >
            Add notes
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          startIcon={<AttachFileIcon />}
          onClick={() => setProving(true)}
        >
          Add evidence
        </Button>
      </div>
      {proving && (
        <EvidenceDialog
          review={review}
          onAdd={item => onChange({ ...answer, evidence: [...evidence, item] })}
          onClose={() => setProving(false)}
        />
      )}
    </>
  );
}

function ReadAnswer(props: {
  review: ReviewDetail;
  placed: PlacedQuestion;
  answer: ReviewAnswer;
}) {
  const { review, placed, answer } = props;
  const classes = useStyles();
  return (
    <>
      <div className={classes.read}>
        <AnswerText question={placed.question} answer={answer} />
      </div>
      {answer.evidence && answer.evidence.length > 0 && (
        <EvidenceList
          reviewId={review.id}
          entityRef={review.subject.entityRef}
          evidence={answer.evidence}
        />
      )}
    </>
  );
}
