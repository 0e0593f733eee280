import { makeStyles } from '@material-ui/core/styles';
import {
  ReviewAnswer,
  isQuestionAnswered,
} from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  ReviewTemplateQuestion,
} from '@perf-governance/plugin-performance-react';
import { Markdown } from './Markdown';

const useStyles = makeStyles(theme => ({
  choices: { margin: 0, paddingLeft: theme.spacing(2.5) },
  number: { fontVariantNumeric: 'tabular-nums' },
  muted: { color: mutedColour(theme) },
  notes: {
    marginTop: theme.spacing(1),
    paddingLeft: theme.spacing(1.5),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
}));

/** An answer to read. */
export function AnswerText(props: {
  question: ReviewTemplateQuestion;
  answer: ReviewAnswer;
}) {
  const { question, answer } = props;
  const classes = useStyles();
  return (
    <>
      <What question={question} answer={answer} />
      {answer.notes && (
        <div className={classes.notes}>
          <Markdown text={answer.notes} />
        </div>
      )}
    </>
  );
}

function What(props: {
  question: ReviewTemplateQuestion;
  answer: ReviewAnswer;
}) {
  const { question, answer } = props;
  const classes = useStyles();
  if (answer.notApplicable !== undefined) {
    return (
      <>
        <span className={classes.muted}>Doesn’t apply:</span>{' '}
        {answer.notApplicable || 'no reason yet'}
      </>
    );
  }
  if (!isQuestionAnswered(question, answer)) {
    return <span className={classes.muted}>Not answered</span>;
  }
  if (answer.number !== undefined) {
    return (
      <span className={classes.number}>
        {answer.number.toLocaleString('en', { maximumFractionDigits: 6 })}{' '}
        {question.unit}
      </span>
    );
  }
  if (answer.text !== undefined) {
    return <Markdown text={answer.text} />;
  }
  const titles = (answer.choices ?? []).map(
    name =>
      question.choices.find(choice => choice.name === name)?.title ?? name,
  );
  return titles.length === 1 ? (
    <>{titles[0]}</>
  ) : (
    <ul className={classes.choices}>
      {titles.map(title => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
