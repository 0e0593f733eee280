import { ReviewContents } from './Review';
import { answerToApi, riskToApi } from './reviewApi';
import { ReviewSnapshot } from './ReviewMilestoneStore';
import { reviewStanding } from './reviewStanding';

/**
 * A review as it stands, in the shape that is kept for good.
 *
 * @param comments - how many there are.
 */
export function snapshotReview(
  contents: ReviewContents,
  comments: number,
): ReviewSnapshot {
  const { review, template, answers } = contents;
  return {
    title: review.title,
    subject: review.subject,
    reviewers: review.reviewers,
    template: {
      definitionId: template.definitionId,
      name: template.name,
      title: template.title,
      version: template.spec.version,
    },
    templateSpec: template.spec,
    answers: answers.map(answerToApi),
    raisedRisks: reviewStanding(contents).risks.map(riskToApi),
    comments,
  };
}
