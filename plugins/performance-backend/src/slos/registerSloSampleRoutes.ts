import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  performanceContributePermission,
  SloSample,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { findSlo, FindSloOptions } from './findSlo';
import { PushedSamples } from './PushedSamples';
import { SloPresenter } from './SloPresenter';

/** Times as numbers are seconds up to the year 5138, and milliseconds beyond. */
const LATEST_SECONDS = 1e11;

/** `POST /slos/{id}/samples`. */
export function registerSloSampleRoutes(
  router: Router,
  options: FindSloOptions & {
    auditor: AuditorService;
    pushedSamples: PushedSamples;
    sloPresenter: SloPresenter;
  },
): void {
  const { accessControl, auditor, pushedSamples } = options;
  const { sloReader, sloPresenter } = options;

  router.post<
    PathOf<'pushSloSamples'>,
    AnswerOf<'pushSloSamples', 200>,
    BodyOf<'pushSloSamples'>,
    QueryOf<'pushSloSamples'>
  >('/slos/:sloId/samples', async (req, res) => {
    const { sloId } = req.params;
    const { slo, access, pushed } = await audited(
      auditor,
      { eventId: 'slo-samples-push', request: req, meta: { sloId } },
      async () => {
        const found = await findSlo(req, sloId, options);
        const contribute = await accessControl.forRequest(
          req,
          performanceContributePermission,
        );
        await contribute.assertAllowed(found.entity, found.slo.environment);
        const rows = req.body.samples.map(({ time, good, total }, index) => ({
          at: timeOf(time, index + 1),
          good,
          total,
          line: index + 1,
        }));
        return {
          slo: found.slo,
          access: found.access,
          pushed: await pushedSamples.push(found, rows, req.query.objective),
        };
      },
      ({ pushed: { stored, replaced } }) => ({ stored, replaced }),
    );
    const { stored, replaced, sloIds } = pushed;
    const slos = await Promise.all(sloIds.map(id => sloReader.get(id, access)));
    res.json({
      stored,
      replaced,
      slos: await sloPresenter.present(slos.map(one => one ?? slo)),
    });
  });
}

function timeOf(time: string | number, line: number): SloSample['at'] {
  const at =
    typeof time === 'number'
      ? time * (time > LATEST_SECONDS ? 1 : 1000)
      : Date.parse(time);
  if (!Number.isFinite(at)) {
    throw new InputError(
      `Line ${line}: '${time}' is no time: give ISO 8601, or seconds since 1970`,
    );
  }
  return at;
}
