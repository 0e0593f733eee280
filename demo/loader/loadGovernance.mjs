import { setTimeout as delay } from 'node:timers/promises';
import { decideOnWaiver } from './decideOnWaiver.mjs';
import { entityPath } from './entityPath.mjs';
import { inParallel } from './inParallel.mjs';

const PARALLEL = 4;
const DAY = 86_400_000;
const ADMINISTRATOR = 'user:default/priya.nair';

/** Policies that block before they have been watched for as long as it otherwise takes. */
const TRUSTED = {
  'org/policy/api-latency':
    'In force by hand since spring, and every failure so far was a real one.',
  'org/policy/peak-readiness':
    'Agreed with all teams in September; the sale has a date.',
};

/**
 * Creates something.
 *
 * @returns Whether it wasn't there yet.
 */
async function create(api, path, value) {
  try {
    await api.send('POST', path, value);
    return true;
  } catch (error) {
    if (error.status === 409) {
      return false;
    }
    throw error;
  }
}

/** Brings in the policies and goals; those already there get a new version if they changed. */
export async function loadDefinitions(api, texts) {
  const administrator = await api.as(ADMINISTRATOR);
  for (const content of texts) {
    const [, kind] = /^kind: (\w+)$/m.exec(content);
    const [, name] = /^ {2}name: (\S+)$/m.exec(content);
    if (!(await create(administrator, '/definitions', { content }))) {
      const id = encodeURIComponent(`org/${kind.toLowerCase()}/${name}`);
      await administrator.send('PUT', `/definitions/${id}`, { content });
    }
  }
  for (const [id, reason] of Object.entries(TRUSTED)) {
    const path = `/policies/${encodeURIComponent(id)}/trust-overrides`;
    await create(administrator, path, { reason });
  }
}

/** Has everybody sign what they answer for. */
async function attest(api, attestations) {
  const byEntity = new Map();
  for (const attestation of attestations) {
    const own = byEntity.get(attestation.entity) ?? [];
    byEntity.set(attestation.entity, [...own, attestation]);
  }
  await inParallel(byEntity, PARALLEL, async ([entity, own]) => {
    const path = `${entityPath(entity)}/attestations`;
    const { items } = await api.get(path);
    for (const { check, by, answer, comment } of own) {
      const asked = items.find(item => item.check === check);
      if (!asked) {
        throw new Error(`${entity} isn't asked about ${check}`);
      }
      const { statement } = asked;
      const person = await api.as(by);
      await person.send('PUT', `${path}/${check}`, {
        statement,
        answer,
        comment,
      });
    }
  });
}

async function pushResults(api, results) {
  await inParallel(results, PARALLEL, ({ entity, check, ...result }) =>
    api.send('PUT', `${entityPath(entity)}/check-results/${check}`, result),
  );
}

/** Asks for a waiver and has it decided, unless that happened in an earlier load. */
async function askForWaiver(api, waiver) {
  const { entity, rule, decision, days = 0, seconds = 0, ...request } = waiver;
  const { requestedBy, ...terms } = request;
  const known = await api.list(
    `/waivers?entityRef=${encodeURIComponent(
      entity,
    )}&ruleId=${encodeURIComponent(rule)}&requestedBy=${encodeURIComponent(
      requestedBy,
    )}`,
  );
  const isDone = known.some(({ status }) =>
    seconds > 0 || decision?.decision === 'reject'
      ? ['expired', 'approved', 'rejected'].includes(status)
      : ['requested', 'approved'].includes(status),
  );
  if (isDone) {
    return;
  }
  const person = await api.as(requestedBy);
  const { id } = await person.send('POST', '/waivers', {
    ...terms,
    entityRef: entity,
    ruleId: rule,
    expiresAt: new Date(Date.now() + days * DAY + seconds * 1000).toISOString(),
  });
  if (decision) {
    await decideOnWaiver(api, id, decision);
  }
  await delay(seconds * 1000);
}

/** Brings in what people answered and asked for, and what jobs found. Safe to repeat. */
export async function loadAnswers(api, governance) {
  await attest(api, governance.attestations);
  await pushResults(api, governance.results);
  await inParallel(governance.waivers, PARALLEL, waiver =>
    askForWaiver(api, waiver),
  );
}
