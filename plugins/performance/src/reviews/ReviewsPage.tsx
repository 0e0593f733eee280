import { Route, Routes, useParams } from 'react-router-dom';
import { ReviewPage } from './ReviewPage';
import { ReviewsList } from './ReviewsList';

/** The list of reviews, and each review's page below it. */
export function ReviewsPage() {
  return (
    <Routes>
      <Route path="/" element={<ReviewsList />} />
      <Route path="/:reviewId" element={<OneReview />} />
    </Routes>
  );
}

function OneReview() {
  const { reviewId = '' } = useParams();
  return <ReviewPage key={reviewId} reviewId={reviewId} />;
}
