import { useEffect } from 'react';
import Box from '@material-ui/core/Box';
import {
  Panel,
  ReviewDetail,
  usePerformanceData,
  usePerformanceLinks,
  useViewState,
  ViewNav,
} from '@perf-governance/plugin-performance-react';
import { BackLink } from '../page/BackLink';
import { Loaded } from '../page/Loaded';
import { PageTitle } from '../page/PageTitle';
import { ActivityView } from './ActivityView';
import { DraftsView } from './DraftsView';
import { listQuestions } from './listQuestions';
import { MilestonesView } from './MilestonesView';
import { PrintableReview } from './PrintableReview';
import { QuestionsView } from './QuestionsView';
import { RaisedRisks } from './RaisedRisks';
import { ReviewActions } from './ReviewActions';
import { ReviewDocument } from './ReviewDocument';
import { ReviewFacts } from './ReviewFacts';
import { ReviewNotices } from './ReviewNotices';
import { useAnswers } from './useAnswers';

/** How often one sees what others write. */
const REFRESH_MS = 30_000;

/** One architecture review. */
export function ReviewPage(props: { reviewId: string }) {
  const { reviewId } = props;
  const links = usePerformanceLinks();
  const data = usePerformanceData(api => api.reviews.get(reviewId), [reviewId]);
  const { reload } = data;

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        reload();
      }
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);

  // A reading that fails while one writes takes nothing off the screen.
  const shown = data.value ? { value: data.value } : data;
  return (
    <>
      <BackLink to={links.reviews()}>All reviews</BackLink>
      <Loaded
        data={shown}
        height={480}
        missing={{
          title: 'There is no such review, or you may not see it',
          children:
            'A review is seen by those who may see what it is about. Ask whoever sent you here.',
        }}
      >
        {review => <Contents review={review} onFailure={reload} />}
      </Loaded>
    </>
  );
}

function Contents(props: { review: ReviewDetail; onFailure: () => void }) {
  const { review, onFailure } = props;
  const links = usePerformanceLinks();
  const view = useViewState();
  const answers = useAnswers(review);
  const { raisedRisks } = answers;
  const drafts = listQuestions(review.templateSpec).some(
    ({ question }) => question.draft,
  );
  const views = [
    { id: 'questions', title: 'Questions' },
    { id: 'answers', title: 'All answers' },
    { id: 'risks', title: `Risks (${raisedRisks.length})` },
    { id: 'milestones', title: `Milestones (${review.milestones.length})` },
    ...(drafts ? [{ id: 'drafts', title: 'Drafts' }] : []),
    { id: 'activity', title: 'Activity' },
  ];
  const begin = review.may.answer ? 'questions' : 'answers';
  const asked =
    view.get('view') ?? (view.get('question') ? 'questions' : begin);
  const current = views.find(({ id }) => id === asked)?.id ?? begin;

  return (
    <>
      <PageTitle
        title={review.title}
        facts={<ReviewFacts review={review} />}
        actions={
          <ReviewActions
            review={review}
            answers={answers}
            onFailure={onFailure}
          />
        }
      />
      <ReviewNotices review={review} answers={answers} onFailure={onFailure} />
      <Box mb={2}>
        <ViewNav
          label="Parts of the review"
          current={current}
          items={views.map(({ id, title }) => ({
            id,
            title,
            to: links.review(review.id, { view: id }),
          }))}
        />
      </Box>
      {current === 'questions' && (
        <QuestionsView review={review} answers={answers} />
      )}
      {current === 'answers' && (
        <Panel>
          <ReviewDocument review={review} answers={answers} />
        </Panel>
      )}
      {current === 'risks' && (
        <Panel title="Risks that the answers raise">
          {raisedRisks.length === 0 ? (
            <>
              None so far. The template says which answers raise one; a person
              then makes a finding of it, or says why it is none.
            </>
          ) : (
            <RaisedRisks withQuestion review={review} risks={raisedRisks} />
          )}
        </Panel>
      )}
      {current === 'milestones' && <MilestonesView review={review} />}
      {current === 'drafts' && <DraftsView review={review} />}
      {current === 'activity' && <ActivityView review={review} />}
      <PrintableReview review={review} answers={answers} />
    </>
  );
}
