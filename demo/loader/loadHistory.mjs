import { planHistory } from '../history/plan.mjs';
import { countDefinitions } from './countDefinitions.mjs';
import { deleteAll } from './deleteAll.mjs';
import { readHistoryState, writeHistoryState } from './historyState.mjs';
import { inParallel } from './inParallel.mjs';
import { loadFindings } from './loadFindings.mjs';
import { loadAnswers, loadDefinitions } from './loadGovernance.mjs';
import { loadReviews } from './loadReviews.mjs';
import { loadSlos } from './loadSlos.mjs';
import { readGovernance } from './readGovernance.mjs';

const DAY = 86_400_000;
const PARALLEL = 4;

/** Uploads one entity's runs in the order in which they happened. */
async function uploadAll(uploads, api, log) {
  const byEntity = new Map();
  for (const upload of uploads) {
    const queue = byEntity.get(upload.entityRef) ?? [];
    byEntity.set(upload.entityRef, [...queue, upload]);
  }
  // The longest first, so that none is left alone at the end.
  const queues = [...byEntity.values()].sort((a, b) => b.length - a.length);
  let done = 0;
  await inParallel(queues, PARALLEL, async queue => {
    for (const upload of queue) {
      await api.upload(upload);
      done += 1;
      if (done % 100 === 0) {
        log(`Loading the demo: ${done} of ${uploads.length} reports`);
      }
    }
  });
}

/**
 * Brings the demo's history into the backend, if a recent one isn't there already.
 *
 * @param options - `api`: a `PerformanceApi`; `reset`: delete what is there first; `now` (ms since
 *   1970); `log` is called with each line of progress.
 */
export async function loadHistory(options) {
  const { api, reset, now, log } = options;
  const state = readHistoryState();
  const recent = state && now - state.end < DAY;
  if (state?.complete && recent && !reset) {
    log('The demo is loaded already');
    return;
  }
  if (reset || (state && !recent)) {
    log('Making room for a new history');
    await deleteAll(api, log);
  }
  await api.waitForDefinitions(countDefinitions());
  const end = recent && !reset ? state.end : now;
  writeHistoryState({ end, complete: false });
  const governance = readGovernance(end);
  await loadDefinitions(api, governance.definitions);
  const uploads = planHistory(end);
  log(`Loading the demo: ${uploads.length} reports of ninety days`);
  await uploadAll(uploads, api, log);
  log('Loading the demo: attestations and waivers');
  await loadAnswers(api, governance);
  log('Loading the demo: what was measured for the SLOs');
  await loadSlos(api, end);
  log('Loading the demo: findings and reviews');
  await loadFindings(api, governance.findings, end);
  await loadReviews(api, governance.reviews, end);
  log("Loading the demo: what the catalog's relations say");
  await api.analyse();
  writeHistoryState({ end, complete: true });
}
