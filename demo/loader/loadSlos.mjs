import { setTimeout as delay } from 'node:timers/promises';
import { planMaintenance, planSamples } from '../history/slos.mjs';
import { inParallel } from './inParallel.mjs';

const PARALLEL = 4;
/** An SLO is there once its definition and its entity are known. */
const PATIENCE_MILLISECONDS = 90_000;

const keyOf = ({ entityRef, slo }) => `${entityRef} ${slo}`;

/**
 * Finds the SLOs that there is something to tell of.
 *
 * @returns Their ids, by entity and name.
 */
async function findSlos(api, wanted) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const slos = await api.list('/slos');
    const ids = new Map(
      slos.map(({ id, entity, definitionName }) => [
        keyOf({ entityRef: entity.entityRef, slo: definitionName }),
        id,
      ]),
    );
    const missing = wanted.find(one => !ids.has(keyOf(one)));
    if (!missing) {
      return ids;
    }
    if (Date.now() > deadline) {
      throw new Error(`there is no SLO ${missing.slo} of ${missing.entityRef}`);
    }
    await delay(500);
  }
}

async function addMaintenance(api, { by, reason, sloId, times }) {
  const person = await api.as(by);
  const { items } = await person.get(`/slo-adjustments?sloId=${sloId}`);
  const isThere = items.some(
    adjustment => adjustment.reason === reason && !adjustment.revoked,
  );
  if (!isThere) {
    await person.send('POST', '/slo-adjustments', {
      scope: { type: 'slo', sloId },
      times,
      reason,
    });
  }
}

/** Brings in what was measured for the SLOs up to `end`, and what was announced. Safe to repeat. */
export async function loadSlos(api, end) {
  const samples = planSamples(end);
  const ids = await findSlos(api, samples);
  // First, so that no budget looks spent by what was announced.
  for (const maintenance of planMaintenance(end)) {
    await addMaintenance(api, {
      ...maintenance,
      sloId: ids.get(keyOf(maintenance)),
    });
  }
  await inParallel(samples, PARALLEL, one => {
    const query = one.objective ? `?objective=${one.objective}` : '';
    return api.sendCsv(
      `/slos/${ids.get(keyOf(one))}/samples${query}`,
      one.csv(),
    );
  });
}
