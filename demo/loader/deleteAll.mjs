import { entityPath } from './entityPath.mjs';
import { inParallel } from './inParallel.mjs';

const PARALLEL = 4;
const ADMINISTRATOR = 'user:default/priya.nair';
const REASON = 'The demo begins anew';

async function endWaivers(api) {
  const administrator = await api.as(ADMINISTRATOR);
  const waivers = await api.list('/waivers?status=requested&status=approved');
  for (const { id, status, requestedBy } of waivers) {
    const path = `/waivers/${encodeURIComponent(id)}`;
    if (status === 'approved') {
      await administrator.send('POST', `${path}/revocation`, {
        reason: REASON,
      });
    } else {
      const person = await api.as(requestedBy);
      await person.send('POST', `${path}/withdrawal`);
    }
  }
}

async function settleDisputes(api) {
  const administrator = await api.as(ADMINISTRATOR);
  for (const { id } of await api.list('/disputes?status=open')) {
    await administrator.send(
      'POST',
      `/disputes/${encodeURIComponent(id)}/resolution`,
      { outcome: 'rejected', note: REASON },
    );
  }
}

async function forgetAnswers(api) {
  const administrator = await api.as(ADMINISTRATOR);
  await inParallel(
    await api.list('/entities'),
    PARALLEL,
    async ({ entity: { entityRef } }) => {
      const path = entityPath(entityRef);
      const { items } = await administrator.get(`${path}/attestations`);
      for (const { check, answer } of items) {
        if (answer) {
          await administrator.delete(`${path}/attestations/${check}`);
        }
      }
      await administrator.delete(`${path}/break-glass`);
    },
  );
}

async function revokeMaintenance(api) {
  const administrator = await api.as(ADMINISTRATOR);
  for (const { id, revoked } of await api.list('/slo-adjustments')) {
    if (!revoked) {
      await administrator.send(
        'POST',
        `/slo-adjustments/${encodeURIComponent(id)}/revoke`,
        { reason: REASON },
      );
    }
  }
}

async function proposeAgain(api) {
  const administrator = await api.as(ADMINISTRATOR);
  for (const { id } of await api.list(
    '/analysis/proposals?status=suppressed',
  )) {
    await administrator.delete(`/analysis/proposals/${id}/suppression`);
  }
}

/** One after the other: numbers of duplicates and originals depend on each other. */
async function deleteRecords(api, path) {
  const administrator = await api.as(ADMINISTRATOR);
  for (const { id } of await administrator.list(path)) {
    await administrator.delete(`${path}/${id}`);
  }
}

/** Deletes or ends everything that was uploaded, defined, answered or asked for. */
export async function deleteAll(api, log) {
  await endWaivers(api);
  await deleteRecords(api, '/findings');
  await deleteRecords(api, '/reviews');
  await settleDisputes(api);
  await forgetAnswers(api);
  await revokeMaintenance(api);
  await proposeAgain(api);
  const definitions = await api.list('/definitions');
  await inParallel(
    definitions.filter(({ source }) => source.type === 'api'),
    PARALLEL,
    ({ id }) => api.delete(`/definitions/${encodeURIComponent(id)}`),
  );
  const runs = await api.list('/runs?order=asc');
  if (runs.length > 0) {
    log(`Deleting ${runs.length} runs`);
  }
  await inParallel(runs, PARALLEL, ({ id }) =>
    api.delete(`/runs/${encodeURIComponent(id)}`),
  );
}
