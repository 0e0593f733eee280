import type {
  components,
  operations,
} from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];

/** The JSON body of a request. */
type Input<
  Operation extends {
    requestBody?: { content: { 'application/json': unknown } };
  },
> = NonNullable<Operation['requestBody']>['content']['application/json'];

/** @public */
export type Review = Schemas['Review'];
/** @public */
export type ReviewDetail = Schemas['ReviewDetail'];
/** @public */
export type ReviewTemplateSummary = Schemas['ReviewTemplate'];
/** @public */
export type ReviewTemplateContents = Schemas['ReviewTemplateSpec'];
/** @public */
export type ReviewTemplateArea = Schemas['ReviewArea'];
/** @public */
export type ReviewTemplateQuestion = Schemas['ReviewQuestion'];
/** An answer as it is kept, with who gave it. @public */
export type ReviewAnswerRecord = Schemas['ReviewAnswer'];
/** A raised risk, with what was decided about it. @public */
export type ReviewRaisedRisk = Schemas['ReviewRaisedRisk'];
/** @public */
export type ReviewProgress = Schemas['ReviewProgress'];
/** What keeps a review from being published. @public */
export type ReviewProblem = Schemas['ReviewProblem'];
/** @public */
export type ReviewComment = Schemas['ReviewComment'];
/** @public */
export type ReviewAttachment = Schemas['ReviewAttachment'];
/** @public */
export type ReviewMilestoneSummary = Schemas['ReviewMilestoneSummary'];
/** @public */
export type ReviewMilestone = Schemas['ReviewMilestone'];
/** @public */
export type ReviewComparison = Schemas['ReviewComparison'];
/** @public */
export type ReviewTemplateUpdate = Schemas['ReviewTemplateUpdate'];
/** @public */
export type ReviewEvent = Schemas['ReviewEvent'];

/** @public */
export type ReviewsQuery = NonNullable<
  operations['listReviews']['parameters']['query']
>;
/** @public */
export type ReviewsPage =
  operations['listReviews']['responses'][200]['content']['application/json'];
/** What saving an answer does to its review. @public */
export type ReviewAnswerResult =
  operations['answerReviewQuestion']['responses'][200]['content']['application/json'];
/** @public */
export type ReviewCommentsPage =
  operations['listReviewComments']['responses'][200]['content']['application/json'];
/** @public */
export type ReviewHistoryPage =
  operations['getReviewHistory']['responses'][200]['content']['application/json'];
/** @public */
export type ReviewDrafts =
  operations['getReviewDrafts']['responses'][200]['content']['application/json'];

/** @public */
export type ReviewInput = Input<operations['createReview']>;
/** @public */
export type ReviewChange = Input<operations['updateReview']>;
/** @public */
export type ReviewStatusChange = Input<operations['changeReviewStatus']>;
/** @public */
export type ReviewAnswerInput = Schemas['ReviewAnswerInput'];
/** What a finding says otherwise than the risk that it is made of. @public */
export type ReviewFindingInput = Input<operations['makeReviewFinding']>;
