import { AuditorService } from '@backstage/backend-plugin-api';
import {
  performanceFindingCreatePermission,
  performanceReviewConductPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf } from '../service/operationTypes';
import { readReason } from '../service/readReason';
import { ReviewAccess } from './ReviewAccess';
import { riskToApi } from './reviewApi';
import { RiskDesk } from './RiskDesk';

interface RiskPath {
  reviewId: string;
  question: string;
  index: string;
}

/** Routes below `/reviews/{reviewId}/risks`. */
export function registerReviewRiskRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    reviewAccess: ReviewAccess;
    riskDesk: RiskDesk;
  },
): void {
  const { auditor, reviewAccess, riskDesk } = options;

  const find = async (req: Request<RiskPath, any, any, any, any>) => {
    const { reviewId, question, index } = req.params;
    const found = await reviewAccess.findFor(
      req,
      reviewId,
      performanceReviewConductPermission,
    );
    return { ...found, key: { question, index: Number(index) } };
  };

  router.post<
    RiskPath,
    AnswerOf<'makeReviewFinding', 201>,
    BodyOf<'makeReviewFinding'>
  >('/reviews/:reviewId/risks/:question/:index/finding', async (req, res) => {
    const risk = await audited(
      auditor,
      {
        eventId: 'review-risk-finding',
        request: req,
        meta: { ...req.params },
      },
      async () => {
        const { key, by, ...found } = await find(req);
        await reviewAccess.assertMay(
          req,
          performanceFindingCreatePermission,
          found,
        );
        const { review, entity } = found;
        return riskDesk.makeFinding(review.id, key, entity, req.body, by);
      },
      ({ decision }) => ({ findingId: decision?.findingId ?? '' }),
    );
    res.status(201).json({
      findingId: risk.decision?.findingId ?? '',
      risk: riskToApi(risk),
    });
  });

  router.post<
    RiskPath,
    AnswerOf<'dismissReviewRisk', 200>,
    BodyOf<'dismissReviewRisk'>
  >('/reviews/:reviewId/risks/:question/:index/dismissal', async (req, res) => {
    const risk = await audited(
      auditor,
      {
        eventId: 'review-risk-dismiss',
        request: req,
        meta: { ...req.params, reason: req.body.reason },
      },
      async () => {
        const { review, key, by } = await find(req);
        const reason = readReason(req.body.reason);
        return riskDesk.dismiss(review.id, key, { by, reason });
      },
    );
    res.json(riskToApi(risk));
  });

  router.delete<RiskPath, AnswerOf<'restoreReviewRisk', 200>>(
    '/reviews/:reviewId/risks/:question/:index/dismissal',
    async (req, res) => {
      const risk = await audited(
        auditor,
        {
          eventId: 'review-risk-restore',
          request: req,
          meta: { ...req.params },
        },
        async () => {
          const { review, key, by } = await find(req);
          return riskDesk.restore(review.id, key, by);
        },
      );
      res.json(riskToApi(risk));
    },
  );
}
