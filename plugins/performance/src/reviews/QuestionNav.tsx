import { useEffect, useId, useRef } from 'react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { isQuestionAnswered } from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { PlacedQuestion } from './listQuestions';
import { QuestionMark, QuestionStanding } from './QuestionMark';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  area: { marginBottom: theme.spacing(2) },
  areaHead: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    fontWeight: 600,
  },
  count: {
    fontWeight: 400,
    color: mutedColour(theme),
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  bar: { height: 4, borderRadius: 2, margin: theme.spacing(0.5, 0) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  question: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    width: '100%',
    padding: theme.spacing(0.75, 1),
    border: 0,
    borderRadius: theme.shape.borderRadius,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '&[aria-current="step"]': {
      fontWeight: 600,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
  },
}));

function standingOf(
  review: ReviewDetail,
  answers: Answers,
  { question }: PlacedQuestion,
): QuestionStanding {
  const { name } = question;
  const { answer, phase } = answers.autosave.get(name);
  if (phase === 'failed' || phase === 'conflict') {
    return 'unsaved';
  }
  if (review.stale.some(stale => stale.question === name)) {
    return 'stale';
  }
  if (
    answers.raisedRisks.some(risk => risk.question === name && !risk.decision)
  ) {
    return 'risk';
  }
  if (isQuestionAnswered(question, answer)) {
    return 'answered';
  }
  return question.required ? 'open' : 'optional';
}

/** All questions by area, with how each stands. */
export function QuestionNav(props: {
  review: ReviewDetail;
  questions: PlacedQuestion[];
  answers: Answers;
  /** Name of the question shown. */
  current: string;
  onOpen: (question: string) => void;
}) {
  const { review, questions, answers, current, onOpen } = props;
  const classes = useStyles();
  const id = useId();
  const nav = useRef<HTMLElement>(null);

  // Many questions scroll by themselves; the page stays where it is.
  useEffect(() => {
    const button = nav.current?.querySelector('[aria-current="step"]');
    const frame = nav.current?.parentElement;
    if (button instanceof HTMLElement && frame) {
      const { top, bottom } = button.getBoundingClientRect();
      const bounds = frame.getBoundingClientRect();
      if (top < bounds.top || bottom > bounds.bottom) {
        frame.scrollTop += top - bounds.top - bounds.height / 3;
      }
    }
  }, [current]);

  return (
    <nav aria-label="Questions" ref={nav}>
      {review.templateSpec.areas.map(area => {
        const ofArea = questions.filter(placed => placed.area === area);
        const answered = ofArea.filter(({ question }) =>
          isQuestionAnswered(
            question,
            answers.autosave.get(question.name).answer,
          ),
        ).length;
        return (
          <section key={area.name} className={classes.area}>
            <div className={classes.areaHead} id={`${id}-${area.name}`}>
              {area.title}
              <span className={classes.count}>
                {answered} of {ofArea.length}
              </span>
            </div>
            <LinearProgress
              variant="determinate"
              className={classes.bar}
              value={(100 * answered) / Math.max(1, ofArea.length)}
              aria-labelledby={`${id}-${area.name}`}
            />
            <ol className={classes.list}>
              {ofArea.map(placed => (
                <li key={placed.question.name}>
                  <button
                    type="button"
                    className={classes.question}
                    aria-current={
                      placed.question.name === current ? 'step' : undefined
                    }
                    onClick={() => onOpen(placed.question.name)}
                  >
                    <QuestionMark
                      standing={standingOf(review, answers, placed)}
                    />
                    {placed.question.title}
                  </button>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </nav>
  );
}
