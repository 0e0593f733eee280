import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  findingName,
  mutedColour,
  performanceApiRef,
  RelativeTime,
  ReviewDetail,
  ReviewRaisedRisk,
  RiskGradeLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { DismissRiskDialog } from './DismissRiskDialog';
import { listQuestions } from './listQuestions';
import { MakeFindingDialog } from './MakeFindingDialog';
import { Markdown } from './Markdown';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
    },
  },
  title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    margin: theme.spacing(0.5, 0, 1),
    color: mutedColour(theme),
    '& > span': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
    },
  },
  question: { marginBottom: theme.spacing(1) },
  part: { marginTop: theme.spacing(1) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
  decision: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    marginTop: theme.spacing(1),
  },
}));

/** Risks that answers raise, and what is made of them. */
export function RaisedRisks(props: {
  review: ReviewDetail;
  risks: ReviewRaisedRisk[];
  /** Names each risk's question, where that isn't in sight. */
  withQuestion?: boolean;
}) {
  const { review, risks, withQuestion } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Risks">
      {risks.map(risk => (
        <Risk
          key={`${risk.question} ${risk.index}`}
          review={review}
          risk={risk}
          withQuestion={withQuestion}
        />
      ))}
    </ul>
  );
}

function titleOf(review: ReviewDetail, risk: ReviewRaisedRisk): string {
  return (
    listQuestions(review.templateSpec).find(
      ({ question }) => question.name === risk.question,
    )?.question.title ?? risk.question
  );
}

function Risk(props: {
  review: ReviewDetail;
  risk: ReviewRaisedRisk;
  withQuestion?: boolean;
}) {
  const { review, risk, withQuestion } = props;
  const { may } = review;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const [deciding, setDeciding] = useState<'finding' | 'dismissal'>();
  const close = () => setDeciding(undefined);
  return (
    <li>
      <h4 className={classes.title}>{risk.title}</h4>
      <div className={classes.facts}>
        <span>
          Severity <RiskGradeLabel grade={risk.severity} />
        </span>
        <span>
          Likelihood <RiskGradeLabel grade={risk.likelihood} />
        </span>
        <span>{FINDING_CATEGORY_WORDS[risk.category]}</span>
        {risk.effort && (
          <span>{FINDING_EFFORT_WORDS[risk.effort]} effort to mend</span>
        )}
      </div>
      {withQuestion && (
        <div className={classes.question}>
          Raised by the answer to{' '}
          <Link
            underline="always"
            to={links.review(review.id, {
              view: 'questions',
              question: risk.question,
            })}
          >
            {titleOf(review, risk)}
          </Link>
        </div>
      )}
      {risk.description && <Markdown text={risk.description} />}
      <div className={classes.part}>
        <strong>Recommendation</strong>
        <Markdown text={risk.recommendation} />
      </div>
      {risk.decision ? (
        <Decision review={review} risk={risk} />
      ) : (
        (may.makeFindings || may.conduct) && (
          <div className={classes.actions}>
            {may.makeFindings && (
              <Button
                size="small"
                variant="outlined"
                color="primary"
                onClick={() => setDeciding('finding')}
              >
                Make a finding
              </Button>
            )}
            {may.conduct && (
              <Button size="small" onClick={() => setDeciding('dismissal')}>
                Dismiss
              </Button>
            )}
          </div>
        )
      )}
      {deciding === 'finding' && (
        <MakeFindingDialog review={review} risk={risk} onClose={close} />
      )}
      {deciding === 'dismissal' && (
        <DismissRiskDialog review={review} risk={risk} onClose={close} />
      )}
    </li>
  );
}

function Decision(props: { review: ReviewDetail; risk: ReviewRaisedRisk }) {
  const { review, risk } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const api = useApi(performanceApiRef);
  const [restoring, setRestoring] = useState(false);
  const { decision } = risk;
  if (!decision) {
    return null;
  }
  return (
    <div className={classes.decision}>
      {decision.findingId ? (
        <Link underline="always" to={links.finding(decision.findingId)}>
          Finding {findingName(decision.findingId)}
        </Link>
      ) : (
        <span>
          <strong>Dismissed</strong>: {decision.reason}
        </span>
      )}
      <span>
        by <EntityRefLink entityRef={decision.by} defaultKind="user" hideIcon />
        , <RelativeTime instant={decision.at} />
      </span>
      {decision.type === 'dismissed' && review.may.conduct && (
        <Button size="small" onClick={() => setRestoring(true)}>
          Take back
        </Button>
      )}
      {restoring && (
        <ActionDialog
          title="Take the dismissal back"
          intro="The risk is to be decided on again. The history keeps the reason."
          action="Take back"
          ready
          onAction={() =>
            api.reviews.restoreRisk({
              reviewId: review.id,
              question: risk.question,
              index: risk.index,
            })
          }
          onClose={() => setRestoring(false)}
        />
      )}
    </div>
  );
}
