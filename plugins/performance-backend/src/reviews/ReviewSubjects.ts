import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  performanceReviewCreatePermission,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { Request } from 'express';
import { AccessControl } from '../access/Access';
import {
  CatalogProjection,
  PROJECTED_KINDS,
} from '../catalog/CatalogProjection';
import { ProjectedEntity } from '../catalog/EntityStore';
import { BodyOf } from '../service/operationTypes';
import { readEntityRef } from './readEntityRef';
import { ReviewTemplates } from './ReviewTemplates';

type AnyRequest = Request<any, any, any, any, any>;
type SubjectRequest = BodyOf<'createReview'>['subject'];

/** What somebody may begin a review of. */
export interface ReviewableSubject {
  /** The subject, or what a planned one is going to be part of. */
  entity: ProjectedEntity;
  /** Of a subject that isn't in the catalog yet. */
  plannedRef?: string;
  /** What people call it. */
  title: string;
  /** Those that it can be reviewed by, outermost layer first. */
  templates: ReviewTemplateDefinition[];
  /** Who asks. */
  by: string;
}

/** Finds what reviews are to be of. */
export class ReviewSubjects {
  constructor(
    private readonly options: {
      accessControl: AccessControl;
      projection: Pick<CatalogProjection, 'ensure'>;
      templates: ReviewTemplates;
    },
  ) {}

  /**
   * @throws NotFoundError where there is no such entity, or the caller may not see it; NotAllowedError where
   *   they may not begin a review of it; InputError where `within` is missing, or too much.
   */
  async find(
    request: AnyRequest,
    subject: SubjectRequest,
  ): Promise<ReviewableSubject> {
    const { templates } = this.options;
    const entityRef = readRef(subject.entityRef);
    const existing = await this.#present(entityRef);
    if (existing) {
      const by = await this.#assertMayReview(request, existing).catch(error => {
        // Worded like what isn't there at all, so that nobody learns of it.
        throw error instanceof NotFoundError ? unseen(entityRef) : error;
      });
      if (subject.within !== undefined) {
        throw new InputError(
          `${entityRef} is in the catalog already: leave 'within' out`,
        );
      }
      return {
        entity: existing,
        title: existing.title ?? existing.name,
        templates: await templates.forEntity(existing),
        by,
      };
    }
    if (subject.within === undefined) {
      throw unseen(entityRef);
    }
    const within = await this.#present(readRef(subject.within));
    if (!within) {
      throw new NotFoundError(
        `There is no entity '${subject.within}' that you may see`,
      );
    }
    return {
      by: await this.#assertMayReview(request, within),
      entity: within,
      plannedRef: entityRef,
      title:
        subject.title === undefined
          ? parseEntityRef(entityRef).name
          : readTitle(subject.title),
      templates: await templates.forPlannedWithin(within),
    };
  }

  async #present(entityRef: string): Promise<ProjectedEntity | undefined> {
    const entity = await this.options.projection.ensure(entityRef);
    return entity?.retired ? undefined : entity;
  }

  async #assertMayReview(
    request: AnyRequest,
    entity: ProjectedEntity,
  ): Promise<string> {
    const access = await this.options.accessControl.forRequest(
      request,
      performanceReviewCreatePermission,
    );
    await access.assertAllowed(entity);
    return access.principal;
  }
}

function unseen(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no entity '${entityRef}' that you may see; for something planned, say in 'within' what it is going to be part of`,
  );
}

function readRef(text: string): string {
  return readEntityRef(text, {
    kinds: PROJECTED_KINDS,
    defaultKind: 'component',
  });
}

/** In one line, and without what no title holds. */
function readTitle(text: string): string {
  const title = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (title === '') {
    throw new InputError('A title says something');
  }
  return title;
}
