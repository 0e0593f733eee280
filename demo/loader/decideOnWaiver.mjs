/** Decides on somebody's request, as whoever did. */
export async function decideOnWaiver(api, id, { by, ...decided }) {
  const approver = await api.as(by);
  await approver.send('POST', '/waivers/decisions', { ids: [id], ...decided });
}
