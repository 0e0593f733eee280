import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  MetricQueryResult,
  MetricSource,
} from '@perf-governance/plugin-performance-node';
import { EntityStore } from '../catalog/EntityStore';
import { chunked } from '../database/chunked';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { MeasuringQuestion, measuringQuestions } from './measuringQuestions';
import { MeasurementRecord, MeasurementStore } from './MeasurementStore';

const ENTITIES_AT_ONCE = 500;
const QUESTIONS_PER_BATCH = 200;

/** A batch that takes longer is given up. */
const ANSWER_MILLIS = 60_000;

/** A question whose answer is due. */
interface DueQuestion extends MeasuringQuestion {
  /** Epoch milliseconds: end of the window to measure. */
  end: number;
  /** Of the same budget and query. */
  known?: MeasurementRecord;
}

/** Measures budgets from metric sources, and has entities judged by what came out. */
export class Measurements {
  constructor(
    private readonly options: {
      store: MeasurementStore;
      entities: EntityStore;
      definitions: DefinitionRegistry;
      evaluation: Pick<EvaluationService, 'writeAndEvaluateAll'>;
      sources: { get(name: string): MetricSource | undefined };
      clock: () => Date;
      logger: LoggerService;
    },
  ) {}

  /** Measures what is due, from all sources at the same time: a slow one delays only its own. */
  async measureDue(signal: AbortSignal): Promise<void> {
    const bySource = new Map<string, DueQuestion[]>();
    for await (const question of this.#due(signal)) {
      const { source } = question.measure;
      const questions = bySource.get(source);
      if (questions) {
        questions.push(question);
      } else {
        bySource.set(source, [question]);
      }
    }
    await Promise.all(
      Array.from(bySource, async ([source, questions]) => {
        try {
          await this.#measureFrom(source, questions, signal);
        } catch (error) {
          this.options.logger.error(
            `Could not measure budgets from '${source}': ${stringifyError(
              error,
            )}`,
          );
        }
      }),
    );
  }

  async *#due(signal: AbortSignal): AsyncGenerator<DueQuestion> {
    const { definitions, entities, sources, store, clock } = this.options;
    const now = clock().getTime();
    const isMeasured = (await definitions.listInForce()).some(
      definition => definition.kind === 'Budget' && definition.spec.measure,
    );
    let afterId: number | undefined;
    while (isMeasured && !signal.aborted) {
      const page = await entities.list({ afterId, limit: ENTITIES_AT_ONCE });
      const applicable = await definitions.applicableToEach(page);
      const stored = await store.current(page.map(({ id }) => id));
      for (const [index, entity] of page.entries()) {
        const known = stored.get(entity.id) ?? [];
        const asked = measuringQuestions(entity, applicable.definitions[index]);
        await store.remove(
          known.filter(
            one =>
              !asked.some(
                ({ definitionId }) => definitionId === one.definitionId,
              ),
          ),
        );
        yield* asked.flatMap(question => {
          const { delayMilliseconds = 0 } =
            sources.get(question.measure.source) ?? {};
          return dueAt(question, known, now - delayMilliseconds);
        });
      }
      if (page.length < ENTITIES_AT_ONCE) {
        return;
      }
      afterId = page[page.length - 1].id;
    }
  }

  async #measureFrom(
    name: string,
    questions: DueQuestion[],
    signal: AbortSignal,
  ): Promise<void> {
    const { evaluation, sources, store } = this.options;
    const source = sources.get(name);
    let unavailable: string | undefined;
    for (const batch of chunked(questions, QUESTIONS_PER_BATCH)) {
      signal.throwIfAborted();
      const answers =
        source && unavailable === undefined
          ? await ask(source, batch, signal)
          : unanswered(batch, unavailable ?? '');
      // One that answered nothing of a batch won't answer the next, and waiting for that takes long.
      unavailable = answers.every(({ error }) => error?.kind === 'unavailable')
        ? answers[0].error?.message
        : undefined;
      const records = batch.flatMap((question, index) => {
        const record = source
          ? recordOf(question, answers[index])
          : sourceless(question);
        return record && !isRepeat(record, question.known) ? [record] : [];
      });
      if (records.length > 0) {
        await evaluation.writeAndEvaluateAll(
          records.map(({ entityId }) => entityId),
          tx => store.put(records, tx),
        );
      }
    }
  }
}

/** @returns one answer for each question, in their order; those without a query have an empty one. */
async function ask(
  source: MetricSource,
  batch: DueQuestion[],
  signal: AbortSignal,
): Promise<MetricQueryResult[]> {
  const askable = batch.filter(({ query }) => query !== undefined);
  const tooLate = AbortSignal.timeout(ANSWER_MILLIS);
  const results = await source
    .queryRange(
      askable.map(({ query = '', measure, end }) => ({
        query,
        start: end - measure.everySeconds * 1000,
        end,
        stepSeconds: measure.everySeconds,
        counter: false,
      })),
      { signal: AbortSignal.any([signal, tooLate]) },
    )
    .catch(error => {
      if (!tooLate.aborted || signal.aborted) {
        throw error;
      }
      return unanswered(
        askable,
        `It has not answered within ${ANSWER_MILLIS / 1000} s.`,
      );
    });
  const byQuestion = new Map(
    askable.map((question, index) => [question, results[index]]),
  );
  return batch.map(
    question =>
      byQuestion.get(question) ?? {
        points: [],
        until: question.end,
        warnings: [],
      },
  );
}

function dueAt(
  question: MeasuringQuestion,
  stored: MeasurementRecord[],
  now: number,
): DueQuestion[] {
  const every = question.measure.everySeconds * 1000;
  const end = Math.floor(now / every) * every;
  const known = stored.find(
    one =>
      one.definitionId === question.definitionId &&
      one.fingerprint === question.fingerprint,
  );
  return known?.askedFor === end ? [] : [{ ...question, end, known }];
}

function unanswered(
  questions: readonly DueQuestion[],
  message: string,
): MetricQueryResult[] {
  return questions.map(({ end }) => ({
    points: [],
    until: end,
    warnings: [],
    error: { kind: 'unavailable', message },
  }));
}

/** What is known as yet. */
function recordSoFar({ known, ...question }: DueQuestion): MeasurementRecord {
  const { entityId, definitionId, environment, fingerprint } = question;
  return {
    entityId,
    definitionId,
    environment,
    fingerprint,
    askedFor: known?.askedFor,
    value: known?.value,
    measuredAt: known?.measuredAt,
  };
}

function sourceless(question: DueQuestion): MeasurementRecord {
  return {
    ...recordSoFar(question),
    reason: {
      code: 'no-source',
      message: `There is no usable metric source '${question.measure.source}'.`,
    },
  };
}

/** Whether nothing follows from a record that didn't from the one before; a value's age counts. */
function isRepeat(
  record: MeasurementRecord,
  known: MeasurementRecord | undefined,
): boolean {
  return (
    record.value === undefined &&
    record.askedFor === known?.askedFor &&
    record.reason?.code === known?.reason?.code &&
    record.reason?.message === known?.reason?.message
  );
}

/** @returns undefined while the source hasn't got everything of the window. */
function recordOf(
  question: DueQuestion,
  { points, until, error }: MetricQueryResult,
): MeasurementRecord | undefined {
  const { end, measure, problem } = question;
  const record = recordSoFar(question);
  if (problem) {
    return { ...record, askedFor: end, reason: problem };
  }
  if (error?.kind === 'unavailable') {
    // Asked again at the next opportunity.
    return {
      ...record,
      reason: { code: 'source-down', message: error.message },
    };
  }
  if (error) {
    return {
      ...record,
      askedFor: end,
      reason: { code: 'rejected', message: error.message },
    };
  }
  if (until < end) {
    return undefined;
  }
  const [point] = points.slice(-1);
  return point
    ? {
        ...record,
        askedFor: end,
        value: point.value * measure.factor,
        measuredAt: end,
      }
    : {
        ...record,
        askedFor: end,
        reason: {
          code: 'no-samples',
          message: 'The source has nothing of the window.',
        },
      };
}
