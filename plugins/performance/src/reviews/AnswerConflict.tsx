import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import {
  RelativeTime,
  ReviewDetail,
  ReviewTemplateQuestion,
  stateColours,
} from '@perf-governance/plugin-performance-react';
import { SavedAnswer } from './AnswerAutosave';
import { AnswerText } from './AnswerText';
import { EvidenceList } from './EvidenceList';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(2, 0),
    padding: theme.spacing(1.5, 2),
    borderRadius: theme.shape.borderRadius,
    border: `2px solid ${stateColours(theme, 'warn').strong}`,
  },
  intro: { marginBottom: theme.spacing(1.5) },
  pair: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
  },
  side: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    '& h4': { margin: 0, fontSize: '1rem' },
  },
  answer: { flex: 1 },
}));

/** Two answers to the same question, of which one is to stay. */
export function AnswerConflict(props: {
  review: ReviewDetail;
  question: ReviewTemplateQuestion;
  mine: ReviewAnswer;
  theirs: SavedAnswer;
  onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  const { review, question, mine, theirs, onChoose } = props;
  const classes = useStyles();
  const side = (answer: ReviewAnswer) => (
    <div className={classes.answer}>
      <AnswerText question={question} answer={answer} />
      <EvidenceList
        reviewId={review.id}
        entityRef={review.subject.entityRef}
        evidence={answer.evidence ?? []}
      />
    </div>
  );
  return (
    <section className={classes.root} aria-label="Two answers" role="alert">
      <div className={classes.intro}>
        {theirs.by ? (
          <EntityRefLink entityRef={theirs.by} hideIcon />
        ) : (
          'Somebody'
        )}{' '}
        changed this answer {theirs.at && <RelativeTime instant={theirs.at} />},
        while you were writing. Both are kept until you choose; yours can still
        be changed below.
      </div>
      <div className={classes.pair}>
        <div className={classes.side}>
          <h4>Theirs</h4>
          {side(theirs.answer)}
          <div>
            <Button variant="outlined" onClick={() => onChoose('theirs')}>
              Take theirs
            </Button>
          </div>
        </div>
        <div className={classes.side}>
          <h4>Yours</h4>
          {side(mine)}
          <div>
            <Button variant="outlined" onClick={() => onChoose('mine')}>
              Keep mine
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
