import { Router } from 'express';
import { AnswerOf, PathOf } from '../service/operationTypes';
import { readGuide } from './readGuide';

/** `GET /guides/{guide}`: what the built-in practices link to; the same for everybody. */
export function registerGuideRoutes(router: Router): void {
  router.get<PathOf<'getGuide'>, AnswerOf<'getGuide', 200>>(
    '/guides/:guide',
    async (req, res) => {
      const { guide } = req.params;
      res.json({ name: guide, markdown: await readGuide(guide) });
    },
  );
}
