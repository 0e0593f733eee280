import {
  components,
  performanceAdministerPermission,
  performanceFindingCreatePermission,
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
  ReviewStatus,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { EntityStore } from '../catalog/EntityStore';
import { Review, ReviewContents } from './Review';
import { FoundReview, ReviewAccess } from './ReviewAccess';
import {
  answerToApi,
  attachmentToApi,
  milestoneToApi,
  reviewToApi,
  riskToApi,
  staleToApi,
} from './reviewApi';
import { ReviewAttachmentStore } from './ReviewAttachmentStore';
import { ReviewCommentStore } from './ReviewCommentStore';
import { ReviewMilestoneStore } from './ReviewMilestoneStore';
import { reviewStanding } from './reviewStanding';
import { ReviewStore } from './ReviewStore';
import {
  isOpenForAnswers,
  permissionToPut,
  statusesAfter,
} from './reviewTransitions';
import { TemplateMove } from './TemplateMove';

type AnyRequest = Request<any, any, any, any, any>;
type Schemas = components['schemas'];

/** Shows reviews to callers. */
export class ReviewPresenter {
  constructor(
    private readonly options: {
      access: ReviewAccess;
      reviews: ReviewStore;
      entities: EntityStore;
      attachments: ReviewAttachmentStore;
      comments: ReviewCommentStore;
      milestones: ReviewMilestoneStore;
      templateMove: TemplateMove;
      clock: () => Date;
    },
  ) {}

  /** Reviews that the caller may see. */
  async list(reviews: Review[]): Promise<Schemas['Review'][]> {
    const { entities, clock } = this.options;
    const ids = [...new Set(reviews.map(({ entityId }) => entityId))];
    const entityById = new Map(
      (await entities.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    const contents = await this.options.reviews.contents(reviews);
    return contents.flatMap(content => {
      const entity = entityById.get(content.review.entityId);
      return entity
        ? reviewToApi(content, reviewStanding(content), entity, clock())
        : [];
    });
  }

  async detail(
    request: AnyRequest,
    found: FoundReview,
  ): Promise<Schemas['ReviewDetail']> {
    const { reviews, clock, templateMove } = this.options;
    const { review, entity } = found;
    const [contents] = await reviews.contents([review]);
    const standing = reviewStanding(contents);
    const update = await templateMove.find(contents);
    const attachments = await this.options.attachments.list(review.id);
    const milestones = await this.options.milestones.list(review.id);
    return {
      ...reviewToApi(contents, standing, entity, clock()),
      templateSpec: contents.template.spec,
      answers: contents.answers.map(answerToApi),
      stale: contents.stale.map(staleToApi),
      raisedRisks: standing.risks.map(riskToApi),
      milestones: milestones.map(milestoneToApi),
      attachments: attachments.map(attachmentToApi),
      comments: await this.options.comments.count(review.id),
      problems: standing.problems,
      templateUpdate: update && {
        id: update.id,
        version: update.template.spec.version,
      },
      may: await this.#abilities(request, found, contents),
    };
  }

  async #abilities(
    request: AnyRequest,
    found: FoundReview,
    { review: { status }, stale }: ReviewContents,
  ): Promise<Schemas['ReviewDetail']['may']> {
    const { access } = this.options;
    const [mayAnswer, mayConduct, mayFind, mayDelete] = await Promise.all([
      access.may(request, performanceReviewAnswerPermission, found),
      access.may(request, performanceReviewConductPermission, found),
      access.may(request, performanceFindingCreatePermission, found),
      access.may(request, performanceAdministerPermission, found),
    ]);
    const isAlive = status !== 'archived';
    const mayPut = (to: ReviewStatus) =>
      permissionToPut(status, to) === performanceReviewConductPermission
        ? mayConduct
        : mayAnswer;
    return {
      answer: mayAnswer && isOpenForAnswers(status),
      confirm: mayAnswer && isAlive && stale.length > 0,
      comment: mayAnswer && isAlive,
      conduct: mayConduct && isAlive,
      makeFindings: mayConduct && mayFind && isAlive,
      statuses: statusesAfter(status).filter(mayPut),
      delete: mayDelete,
    };
  }
}
