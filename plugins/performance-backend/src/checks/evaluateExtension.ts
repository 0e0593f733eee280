import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { durationToMilliseconds, JsonObject } from '@backstage/types';
import { VERDICT_STATES } from '@perf-governance/plugin-performance-common';
import { ExtensionCheckResult } from '@perf-governance/plugin-performance-node';
import { ProjectedEntity } from '../catalog/EntityStore';
import { InstalledCheckType } from './CheckTypes';

const DEFAULT_TIMEOUT = { seconds: 30 };

/** What results show of a message; more of it is of no use there. */
const MAX_MESSAGE_LENGTH = 2000;

/** What became of asking a module about one entity. */
export interface ExtensionOutcome extends ExtensionCheckResult {
  /** Why there is no result. */
  code?: 'no-result' | 'not-installed';
}

/**
 * Has a module judge entities. Whatever goes wrong there is no data with the reason, never a pass and
 * never an error here.
 *
 * @returns a result for each entity, by its id.
 */
export async function evaluateExtension(
  type: InstalledCheckType | undefined,
  input: {
    id: string;
    options: JsonObject;
    entities: ProjectedEntity[];
    now: Date;
    logger: LoggerService;
  },
): Promise<Map<number, ExtensionOutcome>> {
  const { id, options, entities, now, logger } = input;
  const noData = (code: ExtensionOutcome['code'], message: string) =>
    new Map<number, ExtensionOutcome>(
      entities.map(entity => [
        entity.id,
        {
          state: 'no-data',
          code,
          message: storable(message),
        },
      ]),
    );
  if (!type) {
    return noData(
      'not-installed',
      `No module of the backend adds checks of the type '${id}': install the one that does, or correct the id`,
    );
  }
  let results: Map<string, ExtensionCheckResult>;
  try {
    results = await inTime(
      durationToMilliseconds(type.timeout ?? DEFAULT_TIMEOUT),
      signal =>
        type.evaluate(
          entities.map(({ fact }) => fact.entity),
          options,
          { now, signal, logger },
        ),
    );
  } catch (error) {
    logger.warn(
      `A check of the type '${id}' failed for ${
        entities.length
      } entities: ${stringifyError(error)}`,
    );
    return noData('no-result', `The check failed: ${stringifyError(error)}`);
  }
  return new Map(
    entities.map(entity => [
      entity.id,
      readResult(results.get(entity.entityRef)),
    ]),
  );
}

/** Modules are others' code: what they return is looked at before it is stored. */
function readResult(
  result: ExtensionCheckResult | undefined,
): ExtensionOutcome {
  if (!result) {
    return {
      state: 'no-data',
      code: 'no-result',
      message: 'The check said nothing of this entity',
    };
  }
  const { state, message, url } = result;
  if (!VERDICT_STATES.includes(state)) {
    return {
      state: 'no-data',
      code: 'no-result',
      message: `The check gave the state '${state}', which there is not`,
    };
  }
  return {
    state,
    message: message && storable(message),
    url: url !== undefined && isWebAddress(url) ? url : undefined,
  };
}

/** PostgreSQL has no text with NUL in it. */
function storable(message: string): string {
  return message.replaceAll('\0', '').slice(0, MAX_MESSAGE_LENGTH);
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

async function inTime<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`not done within ${milliseconds / 1000} s`);
      controller.abort(error);
      reject(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(controller.signal), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
