import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { performanceContributePermission } from '@perf-governance/plugin-performance-common';
import {
  parseSampleCsv,
  parseSampleTime,
} from '@perf-governance/plugin-performance-node';
import { Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { findSlo, FindSloOptions } from './findSlo';
import { PushedSample, PushedSamples } from './PushedSamples';
import { SloPresenter } from './SloPresenter';

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
        const rows = readSamples(req.body);
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

/** JSON, or the text of a CSV file. */
function readSamples(body: BodyOf<'pushSloSamples'> | string): PushedSample[] {
  if (typeof body !== 'string') {
    return body.samples.map(({ time, good, total }, index) => {
      const label = `Sample ${index + 1}`;
      return { at: timeOf(time, label), good, total, label };
    });
  }
  const { samples, problems } = parseSampleCsv(body);
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ line, message }) => `Line ${line} ${message}`).join('. '),
    );
  }
  if (samples.length === 0) {
    throw new InputError(
      'There are no samples: give time,good,total in each line',
    );
  }
  return samples.map(sample => ({
    ...sample,
    label: `Line ${sample.line}`,
  }));
}

function timeOf(time: string | number, label: string): number {
  const at = parseSampleTime(String(time));
  if (at === undefined) {
    throw new InputError(
      `${label}: '${time}' is no time such as 2026-11-22T16:20:00Z or 1795364400`,
    );
  }
  return at;
}
