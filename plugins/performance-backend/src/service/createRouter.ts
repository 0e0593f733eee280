import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { InputError } from '@backstage/errors';
import express, { Handler, Router } from 'express';
import { registerAnalysisRoutes } from '../analysis/registerAnalysisRoutes';
import { registerProposalRoutes } from '../analysis/registerProposalRoutes';
import { registerAttestationRoutes } from '../checks/registerAttestationRoutes';
import { registerCheckEvaluationRoutes } from '../checks/registerCheckEvaluationRoutes';
import { registerCheckResultRoutes } from '../checks/registerCheckResultRoutes';
import { registerComparisonRoutes } from '../comparison/registerComparisonRoutes';
import { registerDefinitionRoutes } from '../definitions/registerDefinitionRoutes';
import { registerDefinitionSourceRoutes } from '../definitions/registerDefinitionSourceRoutes';
import { registerDefinitionValidationRoutes } from '../definitions/registerDefinitionValidationRoutes';
import { registerEntityDefinitionRoutes } from '../definitions/registerEntityDefinitionRoutes';
import { registerFindingCommentRoutes } from '../findings/registerFindingCommentRoutes';
import { registerFindingListRoutes } from '../findings/registerFindingListRoutes';
import { registerFindingBulkRoutes } from '../findings/registerFindingBulkRoutes';
import { registerFindingRoutes } from '../findings/registerFindingRoutes';
import { registerFindingIssueRoutes } from '../issues/registerFindingIssueRoutes';
import { registerFindingTransferRoutes } from '../findings/registerFindingTransferRoutes';
import { registerDisputeRoutes } from '../disputes/registerDisputeRoutes';
import { registerBreakGlassRoutes } from '../gate/registerBreakGlassRoutes';
import { registerErrorBudgetRoutes } from '../errorBudgets/registerErrorBudgetRoutes';
import { registerReevaluationRoutes } from '../evaluation/registerReevaluationRoutes';
import { registerBindingRoutes } from '../findings/bindings/registerBindingRoutes';
import { registerGateRoutes } from '../gate/registerGateRoutes';
import { registerGuideRoutes } from '../guides/registerGuideRoutes';
import { registerGoalRoutes } from '../goals/registerGoalRoutes';
import { registerUploadRoutes } from '../ingestion/registerUploadRoutes';
import { registerEntityListRoutes } from '../rollups/registerEntityListRoutes';
import { registerRollupRoutes } from '../rollups/registerRollupRoutes';
import { registerPolicyRoutes } from '../policies/registerPolicyRoutes';
import { registerRunRoutes } from '../runs/registerRunRoutes';
import { registerReviewAnswerRoutes } from '../reviews/registerReviewAnswerRoutes';
import { registerReviewAttachmentRoutes } from '../reviews/registerReviewAttachmentRoutes';
import { registerReviewCommentRoutes } from '../reviews/registerReviewCommentRoutes';
import { registerReviewDocumentRoutes } from '../reviews/registerReviewDocumentRoutes';
import { registerReviewMilestoneRoutes } from '../reviews/registerReviewMilestoneRoutes';
import { registerReviewRiskRoutes } from '../reviews/registerReviewRiskRoutes';
import { registerReviewRoutes } from '../reviews/registerReviewRoutes';
import { registerReviewTemplateRoutes } from '../reviews/registerReviewTemplateRoutes';
import { spec } from '../schema/openapi.generated';
import { registerScorecardRoutes } from '../scorecards/registerScorecardRoutes';
import { explainAdjustmentBody } from '../slos/explainAdjustmentBody';
import { registerMetricSourceRoutes } from '../slos/registerMetricSourceRoutes';
import { registerSloAdjustmentRoutes } from '../slos/registerSloAdjustmentRoutes';
import { registerSloDetailRoutes } from '../slos/registerSloDetailRoutes';
import { registerSloRoutes } from '../slos/registerSloRoutes';
import { registerSloSampleRoutes } from '../slos/registerSloSampleRoutes';
import { registerEntitySummaryRoutes } from '../summary/registerEntitySummaryRoutes';
import { registerVerdictRoutes } from '../verdicts/registerVerdictRoutes';
import { registerWaiverRoutes } from '../waivers/registerWaiverRoutes';
import { PerformanceServices } from './createServices';
import { explainTooLarge } from './explainTooLarge';

/** PostgreSQL has no text with NUL in it, and nothing here has either. */
const refuseNul: Handler = (req, _res, next) => {
  if (req.url.includes('%00')) {
    throw new InputError('The URL holds a NUL character (%00): leave it out');
  }
  next();
};

/**
 * The HTTP API as its OpenAPI document describes it: requests that don't fit are refused before any
 * route sees them.
 *
 * @param options - `validateResponses` also holds the routes to it; for tests, as it costs time.
 */
export function createRouter(
  services: PerformanceServices,
  options: { validateResponses?: boolean } = {},
): Router {
  const router: Router = createValidatedOpenApiRouter<typeof spec>(spec, {
    middleware: [
      refuseNul,
      parsedBodies(services.ingestionConfig.maxRunBytes),
      explainAdjustmentBody,
    ],
    validatorOptions: { validateResponses: options.validateResponses ?? false },
  });
  registerUploadRoutes(router, services);
  registerRunRoutes(router, services);
  registerComparisonRoutes(router, services);
  registerGateRoutes(router, services);
  registerBreakGlassRoutes(router, services);
  registerErrorBudgetRoutes(router, services);
  registerWaiverRoutes(router, services);
  registerPolicyRoutes(router, services);
  registerDisputeRoutes(router, services);
  registerVerdictRoutes(router, services);
  registerReevaluationRoutes(router, services);
  registerRollupRoutes(router, services);
  registerEntityListRoutes(router, services);
  registerGoalRoutes(router, services);
  registerScorecardRoutes(router, services);
  registerSloRoutes(router, services);
  registerSloDetailRoutes(router, services);
  registerSloSampleRoutes(router, services);
  registerSloAdjustmentRoutes(router, services);
  registerMetricSourceRoutes(router, services);
  registerAttestationRoutes(router, services);
  registerCheckResultRoutes(router, services);
  registerCheckEvaluationRoutes(router, services);
  registerEntitySummaryRoutes(router, services);
  registerEntityDefinitionRoutes(router, services);
  registerDefinitionValidationRoutes(router, services);
  registerAnalysisRoutes(router, services);
  registerProposalRoutes(router, services);
  registerFindingListRoutes(router, services);
  registerFindingRoutes(router, services);
  registerFindingBulkRoutes(router, services);
  registerFindingCommentRoutes(router, services);
  registerFindingTransferRoutes(router, services);
  registerFindingIssueRoutes(router, services);
  registerBindingRoutes(router, services);
  registerReviewRoutes(router, services);
  registerReviewAnswerRoutes(router, services);
  registerReviewCommentRoutes(router, services);
  registerReviewAttachmentRoutes(router, services);
  registerReviewMilestoneRoutes(router, services);
  registerReviewTemplateRoutes(router, services);
  registerReviewRiskRoutes(router, services);
  registerReviewDocumentRoutes(router, services);
  registerGuideRoutes(router);
  registerDefinitionRoutes(router, services);
  registerDefinitionSourceRoutes(router, services);
  return router;
}

/** Where a file is sent as it is, for the route to read, whatever it says it is. */
const FILES = /^\/reports$|^\/reviews\/[^/]+\/attachments$/;

function parsedBodies(limit: number): Handler {
  const mayHoldNul = new WeakSet<object>();
  const parseJson = express.json({
    limit,
    verify: (req, _res, body) => {
      // The only way to write one in JSON.
      if (body.includes('\\u0000')) {
        mayHoldNul.add(req);
      }
    },
  });
  const parseCsv = express.text({ type: 'text/csv', limit });
  return (req, res, next) => {
    if (FILES.test(req.path)) {
      req.body = {};
      next();
    } else {
      const isCsv = req.is('text/csv');
      const parse = isCsv ? parseCsv : parseJson;
      parse(req, res, error => {
        const isSuspect = isCsv || mayHoldNul.has(req);
        // Parts of a run are stored as JSON, which escapes any text, and checked where they aren't.
        const depth = req.path === '/runs' ? 1 : Infinity;
        next(
          explainTooLarge(error) ??
            (isSuspect ? nulIn(req.body, 'The body', depth) : undefined),
        );
      });
    }
  };
}

/** @param depth - how far to look into it. */
function nulIn(
  body: unknown,
  where: string,
  depth: number,
): InputError | undefined {
  if (typeof body === 'string') {
    return body.includes('\0')
      ? new InputError(
          `${where}, ${JSON.stringify(
            body.slice(0, 100),
          )}, holds a NUL character: leave it out`,
        )
      : undefined;
  }
  for (const [name, part] of depth > 0 ? Object.entries(Object(body)) : []) {
    const error = nulIn(part, name, depth - 1);
    if (error) {
      return error;
    }
  }
  return undefined;
}
