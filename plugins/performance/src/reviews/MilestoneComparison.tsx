import { ResponseErrorPanel } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  mutedColour,
  ReviewAnswerRecord,
  ReviewComparison,
  ReviewDetail,
  ReviewTemplateContents,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { AnswerText } from './AnswerText';
import { findQuestion } from './findQuestion';

type AnswerChange = ReviewComparison['answers'][number];

const CHANGE_WORDS: Record<AnswerChange['change'], string> = {
  answered: 'Answered',
  changed: 'Changed',
  cleared: 'Taken back',
  'question-added': 'New question',
  'question-removed': 'Question gone',
};

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  title: { fontWeight: 600 },
  change: { color: mutedColour(theme), fontWeight: 400 },
  sides: {
    display: 'grid',
    gap: theme.spacing(1, 3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    marginTop: theme.spacing(0.5),
    '& > div': { minWidth: 0 },
  },
  side: {
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  heading: {
    margin: theme.spacing(2, 0, 0.5),
    fontSize: '1rem',
    fontWeight: 600,
  },
}));

/** What differs between two points of a review. */
export function MilestoneComparison(props: {
  review: ReviewDetail;
  /** Number of a milestone. */
  from: number;
  /** The review as it is now where absent. */
  to: number | undefined;
}) {
  const { review, from, to } = props;
  const classes = useStyles();
  const same = from === to;
  const { value, error } = usePerformanceData(
    async api => {
      if (same) {
        return undefined;
      }
      const [comparison, before, after] = await Promise.all([
        api.reviews.compare(review.id, from, to),
        api.reviews.getMilestone(review.id, from),
        to === undefined ? review : api.reviews.getMilestone(review.id, to),
      ]);
      return {
        ...comparison,
        // An answer is read by the template that it was given to: choices come and go.
        before: before.templateSpec,
        after: after.templateSpec,
      };
    },
    [review.id, review.changedAt, from, to],
  );
  if (same) {
    return <>Choose two different points.</>;
  }
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={120} />;
  }
  const { answers, risks, before, after } = value;
  if (
    answers.length === 0 &&
    risks.added.length === 0 &&
    risks.removed.length === 0
  ) {
    return <>Nothing changed between the two.</>;
  }
  return (
    <>
      {answers.length > 0 && (
        <ol className={classes.list} aria-label="Changed answers">
          {answers.map(change => (
            <Change
              key={change.question}
              before={before}
              after={after}
              change={change}
            />
          ))}
        </ol>
      )}
      <RiskChanges title="Risks that came up" risks={risks.added} />
      <RiskChanges title="Risks that are gone" risks={risks.removed} />
    </>
  );
}

function Change(props: {
  before: ReviewTemplateContents;
  after: ReviewTemplateContents;
  change: AnswerChange;
}) {
  const { before, after, change } = props;
  const classes = useStyles();
  return (
    <li>
      <span className={classes.title}>{change.title}</span>{' '}
      <span className={classes.change}>· {CHANGE_WORDS[change.change]}</span>
      <div className={classes.sides}>
        {change.from && (
          <Side template={before} label="Before" answer={change.from} />
        )}
        {change.to && (
          <Side template={after} label="After" answer={change.to} />
        )}
      </div>
    </li>
  );
}

function Side(props: {
  template: ReviewTemplateContents;
  label: string;
  answer: ReviewAnswerRecord;
}) {
  const { template, label, answer } = props;
  const classes = useStyles();
  return (
    <div>
      <div className={classes.side}>{label}</div>
      <AnswerText question={findQuestion(template, answer)} answer={answer} />
    </div>
  );
}

function RiskChanges(props: {
  title: string;
  risks: ReviewComparison['risks']['added'];
}) {
  const { title, risks } = props;
  const classes = useStyles();
  if (risks.length === 0) {
    return null;
  }
  return (
    <>
      <h3 className={classes.heading}>{title}</h3>
      <ul>
        {risks.map(risk => (
          <li key={`${risk.question} ${risk.index}`}>{risk.title}</li>
        ))}
      </ul>
    </>
  );
}
