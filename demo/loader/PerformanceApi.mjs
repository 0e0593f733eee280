import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from './signIn.mjs';

/** The plugin learns of the catalog's entities a little later than the catalog itself. */
const PATIENCE_MILLISECONDS = 90_000;

/** An answer of the API that isn't the one asked for. */
class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** What loading the demo needs of the public API. */
export class PerformanceApi {
  #url;
  #token;
  #people;

  /** @param options - `url` of the backend, `token` of an external caller. */
  constructor(options) {
    this.#url = options.url.replace(/\/$/, '');
    this.#token = options.token;
    this.#people = options.people ?? new Map();
  }

  /** The same on behalf of one of the demo's people, who signs in when first needed. */
  async as(userEntityRef) {
    if (!this.#people.has(userEntityRef)) {
      this.#people.set(userEntityRef, signIn(this.#url, userEntityRef));
    }
    return new PerformanceApi({
      url: this.#url,
      token: await this.#people.get(userEntityRef),
      people: this.#people,
    });
  }

  /** Uploads a report, or a run that is already normalised; both are safe to repeat. */
  async upload(run) {
    const body = run.body();
    const path = run.normalised ? '/runs' : `/reports?${reportQuery(run)}`;
    const type = run.normalised
      ? 'application/json'
      : 'application/octet-stream';
    try {
      await this.#patiently('POST', path, body, type);
    } catch (error) {
      throw new Error(`${run.entityRef}, ${run.externalId}: ${error.message}`);
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

  /** All items of a paged list. */
  async list(path) {
    const all = [];
    for (;;) {
      const separator = path.includes('?') ? '&' : '?';
      const { items, totalItems } = await this.get(
        `${path}${separator}limit=100&offset=${all.length}`,
      );
      all.push(...items);
      if (items.length === 0 || all.length >= totalItems) {
        return all;
      }
    }
  }

  /** @throws ApiError unless it is found. */
  async get(path) {
    return (await this.#expectOk('GET', path)).json();
  }

  /**
   * Sends JSON; waits for what is about an entity that the plugin doesn't know yet.
   *
   * @returns What is answered, if anything.
   * @throws ApiError if it is refused.
   */
  async send(method, path, value) {
    return this.#patiently(
      method,
      path,
      JSON.stringify(value),
      'application/json',
    );
  }

  /**
   * Sends CSV.
   *
   * @throws ApiError if it is refused.
   */
  async sendCsv(path, text) {
    return this.#patiently('POST', path, text, 'text/csv');
  }

  /** Has the catalog's relations analysed; where that is being done anyway, it will do. */
  async analyse() {
    try {
      await this.send('POST', '/analysis/runs', {});
    } catch (error) {
      if (error.status !== 409) {
        throw error;
      }
    }
  }

  /** Deletes it if it is there. */
  async delete(path) {
    const response = await this.#fetch('DELETE', path);
    if (!response.ok && response.status !== 404) {
      throw new ApiError(response.status, await reasonOf(response));
    }
    await response.arrayBuffer();
  }

  async #patiently(method, path, body, type) {
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      try {
        const response = await this.#expectOk(method, path, body, type);
        const text = await response.text();
        return text ? JSON.parse(text) : undefined;
      } catch (error) {
        if (error.status !== 404 || Date.now() > deadline) {
          throw error;
        }
      }
      await delay(1000);
    }
  }

  async #expectOk(method, path, body, type) {
    const response = await this.#fetch(method, path, body, type);
    if (!response.ok) {
      throw new ApiError(
        response.status,
        `${method} ${path}: ${await reasonOf(response)}`,
      );
    }
    return response;
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
  if (run.type) {
    query.set('type', run.type);
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
