import { components } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { Access } from '../access/Access';
import { countByPolicy } from './countByPolicy';
import { PolicyExplanations } from './PolicyExplanations';

type PolicyCounts = Map<string, components['schemas']['PolicyCounts'][]>;

/**
 * Counts the current verdicts that each policy is about. Counting reads all of them, so what is counted
 * for those who see everything is remembered until an evaluation, of whichever replica, leads to
 * anything else than before: then the fingerprint of its entity is another one.
 */
export class PolicyCounter {
  #counted: { state: string; counts: PolicyCounts } | undefined;

  constructor(
    private readonly options: {
      knex: Knex;
      explanations: PolicyExplanations;
    },
  ) {}

  /** @returns by definition id, the strongest stage first, as far as the caller may see them. */
  async count(access: Access): Promise<PolicyCounts> {
    const { knex, explanations } = this.options;
    if (access.scope !== 'all') {
      return countByPolicy(knex, explanations, access);
    }
    // Read before the verdicts: at worst they are newer than it says, and then counted again next time.
    const state = await this.#state();
    if (this.#counted?.state !== state) {
      this.#counted = {
        state,
        counts: await countByPolicy(knex, explanations, access),
      };
    }
    return this.#counted.counts;
  }

  /** Of all entities; of ten thousand, half a megabyte is read. */
  async #state(): Promise<string> {
    const rows: { entity_id: number; fingerprint: string }[] =
      await this.options
        .knex('entity_evaluations')
        .orderBy('entity_id')
        .select('entity_id', 'fingerprint');
    const hash = createHash('sha256');
    for (const { entity_id, fingerprint } of rows) {
      hash.update(`${entity_id} ${fingerprint}\n`);
    }
    return hash.digest('base64');
  }
}
