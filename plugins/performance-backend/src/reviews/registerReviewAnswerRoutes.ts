import { AuditorService } from '@backstage/backend-plugin-api';
import { performanceReviewAnswerPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { AnswerDesk } from './AnswerDesk';
import { EvidenceChecker } from './EvidenceChecker';
import { ReviewAccess } from './ReviewAccess';
import { answerToApi, riskToApi } from './reviewApi';
import { reviewStanding } from './reviewStanding';
import { ReviewStore } from './ReviewStore';
import { tidyAnswer } from './tidyAnswer';

/** Routes below `/reviews/{reviewId}/answers`. */
export function registerReviewAnswerRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    answerDesk: AnswerDesk;
    evidenceChecker: EvidenceChecker;
    reviewAccess: ReviewAccess;
    reviewStore: ReviewStore;
  },
): void {
  const { auditor, answerDesk, evidenceChecker } = options;
  const { reviewAccess, reviewStore } = options;

  router.put<
    PathOf<'answerReviewQuestion'>,
    AnswerOf<'answerReviewQuestion', 200>,
    BodyOf<'answerReviewQuestion'>
  >('/reviews/:reviewId/answers/:question', async (req, res) => {
    const { reviewId, question } = req.params;
    const { version } = req.body;
    const contents = await audited(
      auditor,
      {
        eventId: 'review-answer',
        severityLevel: 'low',
        request: req,
        meta: { reviewId, question, version },
      },
      async () => {
        const { review, by } = await reviewAccess.findFor(
          req,
          reviewId,
          performanceReviewAnswerPermission,
        );
        const answer = tidyAnswer(question, req.body.answer);
        if (answer.evidence) {
          const [{ answers }] = await reviewStore.contents([review]);
          const current = answers.find(other => other.question === question);
          await evidenceChecker.check(
            req,
            review,
            answer.evidence,
            current?.evidence ?? [],
          );
        }
        return answerDesk.answer(review.id, answer, version, by);
      },
    );
    const saved = contents.answers.find(answer => answer.question === question);
    const { risks, progress, problems } = reviewStanding(contents);
    res.json({
      answer: saved ? answerToApi(saved) : { question, version: 0 },
      risks: risks.map(riskToApi),
      progress,
      problems,
    });
  });

  router.post<
    PathOf<'confirmReviewAnswer'>,
    AnswerOf<'confirmReviewAnswer', 200>,
    BodyOf<'confirmReviewAnswer'>
  >('/reviews/:reviewId/answers/:question/confirmation', async (req, res) => {
    const { reviewId, question } = req.params;
    const { version, note } = req.body;
    const confirmed = await audited(
      auditor,
      {
        eventId: 'review-confirm',
        request: req,
        meta: { reviewId, question, note },
      },
      async () => {
        const found = await reviewAccess.findFor(
          req,
          reviewId,
          performanceReviewAnswerPermission,
        );
        return answerDesk.confirm(
          found,
          question,
          { version, note: note?.trim() || undefined },
          found.by,
        );
      },
    );
    res.json(answerToApi(confirmed));
  });
}
