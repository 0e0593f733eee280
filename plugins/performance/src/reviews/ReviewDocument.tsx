import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import {
  FINDING_CATEGORY_WORDS,
  findingName,
  formatDay,
  mutedColour,
  ReviewDetail,
  ReviewRaisedRisk,
  ReviewTemplateQuestion,
  RISK_GRADE_WORDS,
} from '@perf-governance/plugin-performance-react';
import { AnswerText } from './AnswerText';
import { describeStale } from './describeStale';
import { EvidenceList } from './EvidenceList';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  question: {
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    breakInside: 'avoid',
    '& h3': { margin: theme.spacing(0, 0, 0.5), fontSize: '1em' },
  },
  area: {
    marginBottom: theme.spacing(3),
    '&:last-child': { marginBottom: 0 },
    '& h2': {
      fontSize: '1.125em',
      margin: theme.spacing(0, 0, 0.5),
      breakAfter: 'avoid',
    },
  },
  detail: { marginTop: theme.spacing(0.5) },
  by: {
    color: mutedColour(theme),
    fontSize: '0.9em',
  },
}));

function decisionWords({ decision }: ReviewRaisedRisk): string {
  if (!decision) {
    return 'not decided yet';
  }
  return decision.findingId
    ? `finding ${findingName(decision.findingId)}`
    : `dismissed: ${decision.reason}`;
}

/** All of a review's answers, to be read in one go, on screen and on paper. */
export function ReviewDocument(props: {
  review: ReviewDetail;
  answers: Answers;
}) {
  const { review, answers } = props;
  const classes = useStyles();
  return (
    <>
      {review.templateSpec.areas.map(area => (
        <div key={area.name} className={classes.area}>
          <h2>{area.title}</h2>
          {area.questions.map(question => (
            <Question
              key={question.name}
              review={review}
              question={question}
              answer={answers.autosave.get(question.name).answer}
              risks={answers.raisedRisks.filter(
                risk => risk.question === question.name,
              )}
            />
          ))}
        </div>
      ))}
    </>
  );
}

function Question(props: {
  review: ReviewDetail;
  question: ReviewTemplateQuestion;
  answer: ReviewAnswer;
  risks: ReviewRaisedRisk[];
}) {
  const { review, question, answer, risks } = props;
  const classes = useStyles();
  const record = review.answers.find(
    ({ question: name }) => name === question.name,
  );
  const stale = review.stale.find(
    ({ question: name }) => name === question.name,
  );
  return (
    <section className={classes.question} aria-label={question.title}>
      <h3>{question.title}</h3>
      <AnswerText question={question} answer={answer} />
      {answer.evidence && answer.evidence.length > 0 && (
        <EvidenceList
          reviewId={review.id}
          entityRef={review.subject.entityRef}
          evidence={answer.evidence}
        />
      )}
      {stale && (
        <div className={classes.detail}>
          <strong>Stale since it was published.</strong> {describeStale(stale)}
        </div>
      )}
      {risks.map(risk => (
        <div key={risk.index} className={classes.detail}>
          <strong>Risk: {risk.title}</strong> (
          {FINDING_CATEGORY_WORDS[risk.category].toLowerCase()}, severity{' '}
          {RISK_GRADE_WORDS[risk.severity].toLowerCase()}, likelihood{' '}
          {RISK_GRADE_WORDS[risk.likelihood].toLowerCase()};{' '}
          {decisionWords(risk)})
        </div>
      ))}
      {record?.by && record.at && (
        <div className={classes.by}>
          <EntityRefLink entityRef={record.by} defaultKind="user" hideIcon />,{' '}
          {formatDay(record.at, new Date())}
        </div>
      )}
    </section>
  );
}
