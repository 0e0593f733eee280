import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  formatDay,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from '../filters/refTitle';
import { PaperSheet } from '../page/PaperSheet';
import { ReviewDocument } from './ReviewDocument';
import { REVIEW_STATUS_WORDS } from './reviewWords';
import { reviewName } from './reviewName';
import { countWords } from './countWords';
import { Answers } from './useAnswers';

/** The whole review on paper, made when the browser is about to print. */
export function PrintableReview(props: {
  review: ReviewDetail;
  answers: Answers;
}) {
  const { review, answers } = props;
  const [printing, setPrinting] = useState(false);

  useEffect(() => {
    // The browser doesn't wait for anything that comes later.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);

  if (!printing) {
    return null;
  }
  const now = new Date();
  const { subject, template, reviewers, published, nextReviewAt } = review;
  const isPublished = review.status === 'published';
  return (
    <PaperSheet label={review.title}>
      <h1>
        {reviewName(review.id)} {review.title}
      </h1>
      <p>
        {subject.title ?? refTitle(subject.entityRef)} ({subject.entityRef}
        {subject.planned &&
          `, planned within ${refTitle(review.entity.entityRef)}`}
        ), by the template {template.title}, version {template.version}
      </p>
      <p>
        {REVIEW_STATUS_WORDS[review.status]}
        {published && (
          <>
            {isPublished ? ' ' : ', last published '}
            {formatDay(published.at, now)} by{' '}
            <EntityRefLink
              entityRef={published.by}
              defaultKind="user"
              hideIcon
            />
          </>
        )}
        {reviewers.length > 0 && (
          <>
            ; reviewers:{' '}
            <EntityRefLinks
              entityRefs={reviewers}
              defaultKind="user"
              hideIcons
            />
          </>
        )}
        {nextReviewAt && `; next review ${formatDay(nextReviewAt, now)}`}
      </p>
      <p>
        {answers.progress.answered} of {answers.progress.questions} questions
        answered, {countWords(answers.raisedRisks.length, 'risk')} raised,{' '}
        {countWords(review.staleAnswers, 'stale answer')}. Printed{' '}
        {now.toLocaleDateString('en-GB', { dateStyle: 'long' })}.
      </p>
      <ReviewDocument review={review} answers={answers} />
    </PaperSheet>
  );
}
