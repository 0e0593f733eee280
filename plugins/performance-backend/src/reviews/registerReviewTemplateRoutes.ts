import { AuditorService } from '@backstage/backend-plugin-api';
import {
  components,
  performanceReadPermission,
  performanceReviewConductPermission,
  questionsOf,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Access, AccessControl } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { ReviewAccess } from './ReviewAccess';
import { ReviewPresenter } from './ReviewPresenter';
import { ReviewStore } from './ReviewStore';
import { ReviewTemplates, templateTitle } from './ReviewTemplates';
import { TemplateMove } from './TemplateMove';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes of `/review-templates`, and of moving a review to what its template says by now. */
export function registerReviewTemplateRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    reviewAccess: ReviewAccess;
    reviewPresenter: ReviewPresenter;
    reviewStore: ReviewStore;
    reviewTemplates: ReviewTemplates;
    templateMove: TemplateMove;
  },
): void {
  const { accessControl, auditor, entityStore } = options;
  const { reviewAccess, reviewPresenter, reviewStore } = options;
  const { reviewTemplates, templateMove } = options;

  /** The organisation's are for everyone who may read anything, an entity's for who may read the entity. */
  const isVisible = async (
    { layer }: ReviewTemplateDefinition,
    access: Access,
  ): Promise<boolean> => {
    if (layer.entityRef === undefined) {
      return access.scope !== 'none';
    }
    const entity = await entityStore.getByRef(layer.entityRef);
    return entity !== undefined && access.allows(entity);
  };

  const findTemplates = async (access: Access, entityRef?: string) => {
    const entity =
      entityRef === undefined
        ? undefined
        : await entityStore.getByRef(entityRef);
    return entity && !entity.retired && (await access.allows(entity))
      ? reviewTemplates.forEntity(entity)
      : reviewTemplates.list();
  };

  const findUpdate = async (req: AnyRequest, reviewId: string) => {
    const found = await reviewAccess.find(req, reviewId);
    const [contents] = await reviewStore.contents([found.review]);
    return { found, contents, update: await templateMove.find(contents) };
  };

  router.get<
    {},
    AnswerOf<'listReviewTemplates', 200>,
    never,
    QueryOf<'listReviewTemplates'>
  >('/review-templates', async (req, res) => {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const items: components['schemas']['ReviewTemplate'][] = [];
    for (const template of await findTemplates(access, req.query.entityRef)) {
      if (await isVisible(template, access)) {
        items.push(templateToApi(template));
      }
    }
    items.sort((a, b) => (a.title < b.title ? -1 : 1));
    res.json({ items });
  });

  router.get<
    PathOf<'getReviewTemplateUpdate'>,
    AnswerOf<'getReviewTemplateUpdate', 200>
  >('/reviews/:reviewId/template-update', async (req, res) => {
    const { contents, update } = await findUpdate(req, req.params.reviewId);
    res.json(
      update
        ? {
            available: true,
            id: update.id,
            ...templateMove.compare(contents, update),
          }
        : { available: false },
    );
  });

  router.post<
    PathOf<'updateReviewTemplate'>,
    AnswerOf<'updateReviewTemplate', 200>,
    BodyOf<'updateReviewTemplate'>
  >('/reviews/:reviewId/template-update', async (req, res) => {
    const { reviewId } = req.params;
    await audited(
      auditor,
      {
        eventId: 'review-template-update',
        request: req,
        meta: { reviewId, to: req.body.to },
      },
      async () => {
        const { found, update } = await findUpdate(req, reviewId);
        const by = await reviewAccess.assertMay(
          req,
          performanceReviewConductPermission,
          found,
        );
        await templateMove.move(found.review.id, req.body, update, by);
      },
    );
    res.json(
      await reviewPresenter.detail(req, await reviewAccess.find(req, reviewId)),
    );
  });
}

function templateToApi(
  template: ReviewTemplateDefinition,
): components['schemas']['ReviewTemplate'] {
  const { id, metadata, spec, layer } = template;
  return {
    definitionId: id,
    name: metadata.name,
    title: templateTitle(template),
    description: metadata.description,
    version: spec.version,
    layer,
    questions: questionsOf(spec).length,
    areas: spec.areas.map(({ title }) => title),
    reviewAfterSeconds: spec.reviewAfterSeconds,
  };
}
