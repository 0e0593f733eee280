import { setTimeout as delay } from 'node:timers/promises';

/** The plugin learns of the catalog's entities a little later than the catalog itself. */
const PATIENCE_MILLISECONDS = 90_000;

/** What loading the demo needs of the public API. */
export class PerformanceApi {
  #url;
  #token;

  /** @param options - `url` of the backend, `token` of an external caller. */
  constructor(options) {
    this.#url = options.url.replace(/\/$/, '');
    this.#token = options.token;
  }

  /** Uploads a report, or a run that is already normalised; both are safe to repeat. */
  async upload(run) {
    const body = run.body();
    const path = run.normalised ? '/runs' : `/reports?${reportQuery(run)}`;
    const type = run.normalised
      ? 'application/json'
      : 'application/octet-stream';
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const response = await this.#fetch('POST', path, body, type);
      if (response.ok) {
        await response.arrayBuffer();
        return;
      }
      if (response.status !== 404 || Date.now() > deadline) {
        throw new Error(
          `${run.entityRef}, ${run.externalId}: ${await reasonOf(response)}`,
        );
      }
      await response.arrayBuffer();
      await delay(1000);
    }
  }

  /**
   * Waits until definitions are in force; before, runs would be judged by none.
   *
   * @param count - How many there must be at least.
   */
  async waitForDefinitions(count) {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const response = await this.#fetch('GET', '/definitions?limit=1');
      const found = response.ok ? (await response.json()).totalItems : 0;
      if (found >= count) {
        return;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `only ${found} of ${count} definitions came into force; GET /api/performance/definition-sources says why`,
        );
      }
      await delay(500);
    }
  }

  /** Ids of all runs. */
  async runIds() {
    const ids = [];
    for (;;) {
      const { items, totalItems } = await this.#get(
        `/runs?limit=100&offset=${ids.length}&order=asc`,
      );
      ids.push(...items.map(run => run.id));
      if (items.length === 0 || ids.length >= totalItems) {
        return ids;
      }
    }
  }

  /** Ids of the definitions that were made through the API. */
  async ownDefinitionIds() {
    const ids = [];
    for (let offset = 0; ; ) {
      const { items, totalItems } = await this.#get(
        `/definitions?limit=100&offset=${offset}`,
      );
      offset += items.length;
      for (const definition of items) {
        if (definition.source.type === 'api') {
          ids.push(definition.id);
        }
      }
      if (items.length === 0 || offset >= totalItems) {
        return ids;
      }
    }
  }

  async deleteRun(id) {
    await this.#delete(`/runs/${encodeURIComponent(id)}`);
  }

  async deleteDefinition(id) {
    await this.#delete(`/definitions/${encodeURIComponent(id)}`);
  }

  async #get(path) {
    const response = await this.#fetch('GET', path);
    if (!response.ok) {
      throw new Error(await reasonOf(response));
    }
    return response.json();
  }

  async #delete(path) {
    const response = await this.#fetch('DELETE', path);
    if (!response.ok && response.status !== 404) {
      throw new Error(await reasonOf(response));
    }
    await response.arrayBuffer();
  }

  async #fetch(method, path, body, type) {
    return fetch(`${this.#url}/api/performance${path}`, {
      method,
      body,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(type && { 'content-type': type }),
      },
    });
  }
}

function reportQuery(run) {
  const { entityRef, environment, branch, commit, ciUrl, release } = run;
  const query = new URLSearchParams({
    entityRef,
    environment,
    branch,
    commit,
    ciUrl,
    startedAt: new Date(run.startedAt).toISOString(),
    externalId: run.externalId,
  });
  if (release) {
    query.set('release', release);
  }
  return query;
}

async function reasonOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error.message;
  } catch {
    return `${response.status} ${text.slice(0, 200)}`;
  }
}
