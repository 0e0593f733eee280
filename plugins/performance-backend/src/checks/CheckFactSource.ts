import {
  CheckResultFact,
  GovernanceFacts,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { AttestationRecord, AttestationStore } from './AttestationStore';
import {
  CheckResultRecord,
  CheckResultStore,
  ExtensionResultRecord,
  ExternalResultRecord,
} from './CheckResultStore';
import { selectRunSummaries } from './selectRunSummaries';

/** Tells evaluation what checks look at: runs, attestations and what others found. */
export class CheckFactSource implements EntityFactSource {
  constructor(
    private readonly options: {
      attestations: Pick<AttestationStore, 'current'>;
      externalResults: Pick<CheckResultStore<ExternalResultRecord>, 'current'>;
      extensionResults: Pick<
        CheckResultStore<ExtensionResultRecord>,
        'current'
      >;
    },
  ) {}

  async load(entityIds: number[], _now: Date, tx: Knex.Transaction) {
    const { attestations, externalResults, extensionResults } = this.options;
    const facts = new Map<number, GovernanceFacts>();
    const add = <T, K extends keyof GovernanceFacts>(
      name: K,
      byEntity: Map<number, T[]>,
      toFacts: (items: T[]) => GovernanceFacts[K],
    ) => {
      for (const [entityId, items] of byEntity) {
        facts.set(entityId, {
          ...facts.get(entityId),
          [name]: toFacts(items),
        });
      }
    };
    add(
      'runSummaries',
      await selectRunSummaries(entityIds, tx),
      items => items,
    );
    add('attestations', await attestations.current(entityIds, tx), items =>
      items.map(attestationFact),
    );
    add(
      'externalResults',
      await externalResults.current(entityIds, tx),
      items => items.map(checkResultFact),
    );
    add(
      'extensionResults',
      await extensionResults.current(entityIds, tx),
      items =>
        items.map(item => ({ ...checkResultFact(item), code: item.code })),
    );
    return facts;
  }
}

function attestationFact(record: AttestationRecord) {
  return {
    ...record,
    at: record.at.toISOString(),
    expiresAt: record.expiresAt.toISOString(),
  };
}

function checkResultFact(record: CheckResultRecord): CheckResultFact {
  const { check, state, message, url, at } = record;
  return { check, state, message, url, at: at.toISOString() };
}
