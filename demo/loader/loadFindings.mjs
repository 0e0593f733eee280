import { decideOnWaiver } from './decideOnWaiver.mjs';

const ARCHITECT = 'user:default/anders.lindqvist';
const DAY = 86_400_000;

/** The day that is so many days from now, or before it. */
export function dayFrom(now, days) {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

/** Puts it from status to status, each time by who did it. */
async function take(api, id, steps) {
  for (const { by, ...step } of steps) {
    const person = await api.as(by);
    const { version } = await person.get(`/findings/${id}`);
    await person.send('POST', `/findings/${id}/status`, { version, ...step });
  }
}

async function bind(architect, id, entityRef, binding) {
  const { rule: ruleId, ...terms } = binding;
  const { version } = await architect.get(`/findings/${id}`);
  await architect.send('PUT', `/findings/${id}/binding`, {
    version,
    entityRef,
    ruleId,
    ...terms,
  });
}

/** Risks are accepted by waivers and nothing else. */
async function accept(api, id, entityRef, acceptance) {
  const { requestedBy, reason, days, decision } = acceptance;
  const person = await api.as(requestedBy);
  const waiver = await person.send('POST', '/waivers', {
    entityRef,
    ruleId: `finding:${id}`,
    environment: '*',
    reason,
    expiresAt: new Date(Date.now() + days * DAY).toISOString(),
  });
  await decideOnWaiver(api, waiver.id, decision);
}

async function loadFinding(api, finding, now) {
  const { entity, by = ARCHITECT, due, binding, acceptance } = finding;
  const { steps = [], comments = [], ...rest } = finding;
  const { title, category, severity, likelihood, effort, owner } = rest;
  const { affected, description, recommendation, links } = rest;
  const creator = await api.as(by);
  const { id } = await creator.send('POST', '/findings', {
    entityRef: entity,
    ...{ title, category, severity, likelihood, effort, owner },
    ...{ affected, description, recommendation, links },
    dueDate: due === undefined ? undefined : dayFrom(now, due),
  });
  await take(api, id, steps);
  for (const { by: author, body } of comments) {
    const person = await api.as(author);
    await person.send('POST', `/findings/${id}/comments`, { body });
  }
  if (binding) {
    await bind(creator, id, entity, binding);
  }
  if (acceptance) {
    await accept(api, id, entity, acceptance);
  }
}

/**
 * Records what the architects found, one after the other so that numbers are the same each time.
 * Those that are there already are left as they are.
 */
export async function loadFindings(api, findings, now) {
  const administrator = await api.as('user:default/priya.nair');
  const known = await administrator.list('/findings');
  for (const finding of findings) {
    const isThere = known.some(({ title }) => title === finding.title);
    if (!isThere) {
      await loadFinding(api, finding, now);
    }
  }
}
