import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { selectChanges } from '../src/verdicts/selectChanges';
import { benchStates, Scale } from './catalog';
import { forgetVerdicts } from './databases';
import { Figures, figuresOf, secondsOf } from './measure';
import { BenchBackend, startBackend } from './startBackend';

const ROUNDS = 3;

export interface EvaluationFigures {
  verdicts: number;
  /** Verdicts per second. */
  allNew: Figures;
  /** Verdicts per second. */
  unchanged: Figures;
}

/**
 * Evaluates everything with nothing stored, by a backend that has just started, and again with
 * everything as it was.
 */
export async function measureEvaluation(
  knex: Knex,
  scale: Scale,
  now: Date,
): Promise<EvaluationFigures> {
  const allNew: number[] = [];
  const unchanged: number[] = [];
  let verdicts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await forgetVerdicts(knex);
    const backend = await startBackend(knex, now);
    const { evaluation } = backend.services;
    const first = await secondsOf(() => evaluation.reevaluateEntities('all'));
    verdicts = await checkVerdicts(knex, scale);
    const second = await secondsOf(() => evaluation.reevaluateEntities('all'));
    allNew.push(verdicts / first);
    unchanged.push(verdicts / second);
    await backend.stop();
  }
  return {
    verdicts,
    allNew: figuresOf(allNew),
    unchanged: figuresOf(unchanged),
  };
}

/** Evaluates everything by two backends at once, and compares with what one made of it. */
export async function compareReplicas(
  connect: () => Knex,
  now: Date,
): Promise<{ identical: boolean; seconds: number }> {
  const connections = [connect(), connect()];
  const [knex] = connections;
  const alone = await contentOf(knex);
  await forgetVerdicts(knex);
  const replicas: BenchBackend[] = [];
  for (const connection of connections) {
    replicas.push(await startBackend(connection, now));
  }
  const seconds = await secondsOf(() =>
    Promise.all(
      replicas.map(({ services }) =>
        services.evaluation.reevaluateEntities('all'),
      ),
    ),
  );
  const together = await contentOf(knex);
  await Promise.all(replicas.map(replica => replica.stop()));
  await Promise.all(connections.map(connection => connection.destroy()));
  return { identical: alone === together, seconds };
}

/** What verdicts, their history and counters say, without the ids of rows. */
async function contentOf(knex: Knex): Promise<string> {
  const hash = createHash('sha256');
  const named = (table: string | Knex.Raw) =>
    knex
      .from(table)
      .join('rules', 'rules.id', 'named.rule_id')
      .join('subjects', 'subjects.id', 'named.subject_id')
      .orderBy(['subjects.entity_id', 'rules.rule_key'])
      .select('subjects.entity_id', 'rules.rule_key', 'named.state');
  for (const query of [
    named('verdicts as named').select(
      'value',
      'since',
      'confirmed',
      'stage',
      'waived',
    ),
    named(selectChanges(knex, 'named')).select(
      'value',
      'at',
      'cause',
      'confirmed',
    ),
    knex('entity_counts').orderBy(['entity_id', 'environment', 'area']),
    knex('trend_changes').orderBy(['entity_id', 'day', 'environment', 'area']),
    knex('scorecard_results')
      .orderBy(['entity_id', 'definition_id'])
      .select('entity_id', 'definition_id', 'level_name', 'score'),
  ]) {
    hash.update(JSON.stringify(await query));
  }
  return hash.digest('hex');
}

/** @throws if verdicts aren't what plain arithmetic says. */
async function checkVerdicts(knex: Knex, scale: Scale): Promise<number> {
  const rows: { state: number; count: number | string }[] = await knex(
    'verdicts',
  )
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const found = Object.fromEntries(
    rows.map(({ state, count }) => [state, Number(count)]),
  );
  const { fail, warn, pass } = benchStates(scale);
  if (found[0] !== fail || found[1] !== warn || found[3] !== pass) {
    throw new Error(
      `Expected ${JSON.stringify({ fail, warn, pass })}, got ${JSON.stringify(
        found,
      )}`,
    );
  }
  return fail + warn + pass;
}
