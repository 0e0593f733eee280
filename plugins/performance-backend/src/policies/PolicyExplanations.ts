import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { Explanation } from '../verdicts/explanation';

const ROWS_PER_STATEMENT = 500;
/** A few per rule and stage; more where many verdicts are waived, each by a waiver of its own. */
const MAX_REMEMBERED = 50_000;

/** A group of verdicts that are explained alike. */
export interface ExplainedGroup {
  /** See `ExplanationRow`. */
  essence: string;
  /** Of one of the explanations. */
  explanation_id: number;
}

/** What of an explanation tells of policies. */
export interface PolicyExplanation {
  title: string;
  /** Ids of the policies that it tells of. */
  policies: readonly string[];
}

const NO_POLICIES: PolicyExplanation = { title: '', policies: [] };

/** Which policies explanations of verdicts tell of. Explanations never change. */
export class PolicyExplanations {
  readonly #known = new Map<string, PolicyExplanation>();

  constructor(private readonly knex: Knex) {}

  /** @returns a look-up by essence. */
  async of(
    groups: ExplainedGroup[],
  ): Promise<(group: ExplainedGroup) => PolicyExplanation> {
    if (this.#known.size > MAX_REMEMBERED) {
      this.#known.clear();
    }
    const unknown = new Map(
      groups
        .filter(({ essence }) => !this.#known.has(essence))
        .map(group => [group.essence, group.explanation_id]),
    );
    for (const part of chunked([...unknown.values()], ROWS_PER_STATEMENT)) {
      const rows: { essence: string; body: string }[] = await this.knex(
        'explanations',
      )
        .whereIn('id', part)
        .select('essence', 'body');
      for (const { essence, body } of rows) {
        const { title, enforcement } = jsonOf<Explanation>(body);
        this.#known.set(essence, {
          title,
          policies: enforcement.story.map(({ definitionId }) => definitionId),
        });
      }
    }
    return ({ essence }) => this.#known.get(essence) ?? NO_POLICIES;
  }
}

/**
 * Groups verdicts that are explained alike. Explanations may differ in the wording of a reason for every
 * verdict, so that the database adds them up before they come here.
 *
 * @param verdicts - grouped by `explanation_id` and other columns, with sums under names of their own.
 */
export function groupByEssence(
  knex: Knex,
  verdicts: Knex.QueryBuilder,
  columns: { by: string[]; sums: string[] },
): Knex.QueryBuilder {
  const grouped = columns.by.map(name => `counted.${name}`);
  return knex
    .from(verdicts.as('counted'))
    .join('explanations', 'explanations.id', 'counted.explanation_id')
    .groupBy('explanations.essence', ...grouped)
    .select('explanations.essence', ...grouped)
    .min({ explanation_id: 'explanations.id' })
    .sum(
      Object.fromEntries(columns.sums.map(name => [name, `counted.${name}`])),
    );
}
