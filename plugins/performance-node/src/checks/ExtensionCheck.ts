import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { HumanDuration, JsonObject } from '@backstage/types';
import { VerdictState } from '@perf-governance/plugin-performance-common';

/**
 * What a check found of one entity.
 *
 * @public
 */
export interface ExtensionCheckResult {
  state: VerdictState;
  /** Why; shown beside the verdict. Say it wherever the state isn't `pass`. */
  message?: string;
  /** Where to see more: http or https. */
  url?: string;
}

/** @public */
export interface ExtensionCheckContext {
  /** The time to judge by. */
  now: Date;
  /** Aborted when time is up. */
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * A type of check that a backend module adds: `spec.extension.id` of a Check names it.
 *
 * @public
 */
export interface ExtensionCheck<TOptions = JsonObject> {
  /** Kebab-case, e.g. `documentation`. */
  id: string;
  /**
   * Makes sure of `spec.extension.options`, throwing what is wrong with them; a Zod schema will do. A
   * check with options it throws at has no data. Without one, options are passed on as they are.
   */
  optionsSchema?: { parse(options: unknown): TOptions };
  /** How old a result may become before it is judged again; an hour unless given. */
  frequency?: HumanDuration;
  /** How long judging one batch of entities may take; half a minute unless given. */
  timeout?: HumanDuration;
  /**
   * Judges entities that a check of this type applies to, at most 100 at a time.
   *
   * @returns results by entity ref, in lower case. An entity that is left out has no data, and so have
   *   all of a batch that throws or isn't done in time.
   */
  evaluate(
    entities: Entity[],
    options: TOptions,
    context: ExtensionCheckContext,
  ): Promise<Map<string, ExtensionCheckResult>>;
}
