import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  performanceReadPermission,
  performanceReviewAnswerPermission,
  performanceReviewCreatePermission,
  performanceReviewReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { parseRowId } from '../waivers/waiverRow';
import { Review, reviewName } from './Review';
import { ReviewRestriction, ReviewStore } from './ReviewStore';

type AnyRequest = Request<any, any, any, any, any>;

/** A review that the caller may see. */
export interface FoundReview {
  review: Review;
  /** What it hangs on. */
  entity: ProjectedEntity;
}

/** Finds reviews for callers who may see them: of entities that they may see, too. */
export class ReviewAccess {
  constructor(
    private readonly options: {
      accessControl: AccessControl;
      reviews: ReviewStore;
      entities: EntityStore;
      httpAuth: HttpAuthService;
      userInfo: UserInfoService;
    },
  ) {}

  /** Narrows queries on `reviews` to what the caller may see. */
  async restriction(request: AnyRequest): Promise<ReviewRestriction> {
    const { read, readReviews } = await this.#readers(request);
    return query => {
      readReviews.restrict(query, {
        entityId: 'reviews.entity_id',
        reviewId: 'reviews.id',
      });
      read.restrict(query, { entityId: 'reviews.entity_id' });
    };
  }

  /** @throws NotFoundError where there is no such review or the caller may not know of it. */
  async find(request: AnyRequest, reviewId: string): Promise<FoundReview> {
    const { reviews, entities } = this.options;
    const { read, readReviews } = await this.#readers(request);
    const id = parseRowId(reviewId);
    const review = id === undefined ? undefined : await reviews.get(id);
    const entity = review && (await entities.getById(review.entityId));
    if (
      !review ||
      !entity ||
      !(await read.allows(entity)) ||
      !(await readReviews.allows(entity, undefined, review))
    ) {
      throw new NotFoundError(`There is no review '${reviewId}'`);
    }
    return { review, entity };
  }

  /**
   * @param permission - one on reviews, or on the entity.
   * @returns with who asks.
   * @throws NotFoundError as `find`, NotAllowedError where the caller may see the review, but not do that.
   */
  async findFor(
    request: AnyRequest,
    reviewId: string,
    permission: ResourcePermission,
  ): Promise<FoundReview & { by: string }> {
    const found = await this.find(request, reviewId);
    return { ...found, by: await this.assertMay(request, permission, found) };
  }

  /**
   * @returns who asks.
   * @throws NotAllowedError
   */
  async assertMay(
    request: AnyRequest,
    permission: ResourcePermission,
    { review, entity }: FoundReview,
  ): Promise<string> {
    const access = await this.options.accessControl.forRequest(
      request,
      permission,
    );
    await access.assertAllowed(entity, undefined, {
      reviewers: review.reviewers,
      name: `review ${reviewName(review)}`,
    });
    return access.principal;
  }

  async may(
    request: AnyRequest,
    permission: ResourcePermission,
    { review, entity }: FoundReview,
  ): Promise<boolean> {
    const access = await this.options.accessControl.optionalForRequest(
      request,
      permission,
    );
    return access?.allows(entity, undefined, review) ?? false;
  }

  /** Whether there may be an entity that the caller may begin a review of. */
  async mayBegin(request: AnyRequest): Promise<boolean> {
    const access = await this.options.accessControl.optionalForRequest(
      request,
      performanceReviewCreatePermission,
    );
    return access !== undefined && access.scope !== 'none';
  }

  /** @returns who asks, where they may comment on the review. */
  async principalToEdit(
    request: AnyRequest,
    { review, entity }: FoundReview,
  ): Promise<string | undefined> {
    const access = await this.options.accessControl.optionalForRequest(
      request,
      performanceReviewAnswerPermission,
    );
    return (await access?.allows(entity, undefined, review))
      ? access?.principal
      : undefined;
  }

  /** Refs of the user who asks and of their groups. */
  async claimsOf(request: AnyRequest): Promise<string[]> {
    const { httpAuth, userInfo } = this.options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return ownershipEntityRefs;
  }

  async #readers(request: AnyRequest) {
    const { accessControl } = this.options;
    const [read, readReviews] = await Promise.all([
      accessControl.forRequest(request, performanceReadPermission),
      accessControl.forRequest(request, performanceReviewReadPermission),
    ]);
    return { read, readReviews };
  }
}
