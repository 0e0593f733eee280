import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { Explanation } from '../verdicts/explanation';

const ROWS_PER_STATEMENT = 500;
/** A few per rule and stage, many more where every verdict has a reason of its own. */
const MAX_REMEMBERED = 200_000;

/** Which policies an explanation of a verdict tells of. Explanations never change. */
export class PolicyExplanations {
  readonly #policies = new Map<number, readonly string[]>();

  constructor(private readonly knex: Knex) {}

  /** @returns ids of policies by id of explanation. */
  async policiesOf(
    explanationIds: Iterable<number>,
  ): Promise<Map<number, readonly string[]>> {
    const ids = [...new Set(explanationIds)];
    if (this.#policies.size + ids.length > MAX_REMEMBERED) {
      this.#policies.clear();
    }
    const unknown = ids.filter(id => !this.#policies.has(id));
    for (const part of chunked(unknown, ROWS_PER_STATEMENT)) {
      const rows: { id: number; body: string }[] = await this.knex(
        'explanations',
      )
        .whereIn('id', part)
        .select('id', 'body');
      for (const { id, body } of rows) {
        const { enforcement } = jsonOf<Explanation>(body);
        this.#policies.set(
          id,
          enforcement.story.map(({ definitionId }) => definitionId),
        );
      }
    }
    return new Map(ids.map(id => [id, this.#policies.get(id) ?? []]));
  }
}
