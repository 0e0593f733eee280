import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { isQuestionAnswered } from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  Panel,
  ReviewDetail,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { listQuestions, PlacedQuestion } from './listQuestions';
import { QuestionCard } from './QuestionCard';
import { QuestionNav } from './QuestionNav';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 0,
    },
  },
  nav: {
    position: 'sticky',
    top: theme.spacing(2),
    maxHeight: `calc(100vh - ${theme.spacing(4)}px)`,
    overflowY: 'auto',
  },
  accordion: {
    marginBottom: theme.spacing(2),
    '&.Mui-expanded': { marginBottom: theme.spacing(2) },
    '& .MuiAccordionSummary-content': { margin: theme.spacing(1.5, 0) },
  },
  details: { display: 'block' },
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  hint: {
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
}));

/** Where one begins: at what is still to be answered. */
function firstOpen(
  review: ReviewDetail,
  questions: PlacedQuestion[],
): string | undefined {
  const open = questions.find(
    ({ question }) =>
      !isQuestionAnswered(
        question,
        review.answers.find(answer => answer.question === question.name),
      ),
  );
  return (open ?? questions[0])?.question.name;
}

/** One question after the other. */
export function QuestionsView(props: {
  review: ReviewDetail;
  answers: Answers;
}) {
  const { review, answers } = props;
  const classes = useStyles();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'));
  const view = useViewState();
  const card = useRef<HTMLDivElement>(null);
  // A link to a question shows it at once, below whatever else the page says.
  const moved = useRef(view.get('question') !== undefined);
  const [choosing, setChoosing] = useState(false);
  const questions = listQuestions(review.templateSpec);
  const [start] = useState(() => firstOpen(review, questions));
  const asked = view.get('question') ?? start;
  const placed =
    questions.find(({ question }) => question.name === asked) ?? questions[0];
  const current = placed?.question.name;

  const open = (question: string | undefined) => {
    if (question !== undefined) {
      moved.current = true;
      answers.autosave.flush();
      setChoosing(false);
      view.update({ question });
    }
  };
  const step = (by: number) =>
    open(questions[placed.position - 1 + by]?.question.name);

  useEffect(() => {
    if (moved.current) {
      const heading = card.current?.querySelector('h3');
      heading?.focus({ preventScroll: true });
      card.current?.scrollIntoView?.({ block: narrow ? 'start' : 'nearest' });
    }
  }, [current, narrow]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  };

  if (!placed) {
    return <Panel>This template asks nothing.</Panel>;
  }
  const nav = (
    <QuestionNav
      review={review}
      questions={questions}
      answers={answers}
      current={placed.question.name}
      onOpen={open}
    />
  );
  const { progress } = answers;
  return (
    <div className={classes.columns}>
      {narrow ? (
        <Accordion
          className={classes.accordion}
          expanded={choosing}
          onChange={(_event, expanded) => setChoosing(expanded)}
          TransitionProps={{ unmountOnExit: true }}
        >
          <AccordionSummary expandIcon={<ExpandMoreIcon />}>
            All questions: {progress.answered} of {progress.questions} answered
          </AccordionSummary>
          <AccordionDetails className={classes.details}>{nav}</AccordionDetails>
        </Accordion>
      ) : (
        <div className={classes.nav}>{nav}</div>
      )}
      <div ref={card} onKeyDown={onKeyDown} role="presentation">
        <Panel>
          <QuestionCard
            key={placed.question.name}
            review={review}
            placed={placed}
            total={questions.length}
            answers={answers}
          />
          <div className={classes.steps}>
            <Button
              variant="outlined"
              disabled={placed.position === 1}
              onClick={() => step(-1)}
              aria-keyshortcuts="Control+Shift+Enter"
            >
              Previous
            </Button>
            <Button
              variant="contained"
              color="primary"
              disabled={placed.position === questions.length}
              onClick={() => step(1)}
              aria-keyshortcuts="Control+Enter"
            >
              Next
            </Button>
            <span className={classes.hint}>
              Ctrl + Enter goes on, with Shift back.
            </span>
          </div>
        </Panel>
      </div>
    </div>
  );
}
