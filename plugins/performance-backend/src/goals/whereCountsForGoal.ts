import {
  findingRuleId,
  FindingSelector,
  GoalDefinition,
  RISK_LEVELS,
  RuleSelector,
  sloRuleId,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';

/** The environment of verdicts that are about none, or that none has been seen for. */
const NO_ENVIRONMENT = '*';

/**
 * Narrows a query for current verdicts to those that count for a goal. What has no evidence in any
 * environment counts too: it would otherwise vanish from the denominator.
 *
 * @param verdicts - the name the query has for the table.
 */
export function whereCountsForGoal(
  knex: Knex,
  builder: Knex.QueryBuilder,
  verdicts: string,
  { id, spec }: GoalDefinition,
): void {
  const { rules, environments, label } = spec;
  builder.whereIn(
    `${verdicts}.entity_id`,
    knex('goal_entities').where('definition_id', id).select('entity_id'),
  );
  if (environments) {
    whereEnvironment(builder, verdicts, environments);
  }
  builder.where(either => {
    if (!rules) {
      either.whereIn(
        `${verdicts}.rule_id`,
        knex('rules').where('kind', 'budget').select('id'),
      );
    }
    for (const selector of rules ?? []) {
      either.orWhere(one => whereSelected(knex, one, verdicts, selector));
    }
  });
  if (label !== undefined) {
    whereHasLabel(knex, builder, verdicts, label);
  }
}

function whereEnvironment(
  builder: Knex.QueryBuilder,
  verdicts: string,
  environments: string[],
): void {
  builder.whereIn(`${verdicts}.environment`, [...environments, NO_ENVIRONMENT]);
}

function whereSelected(
  knex: Knex,
  builder: Knex.QueryBuilder,
  verdicts: string,
  selector: RuleSelector,
): void {
  const rules = knex('rules').select('id');
  if ('area' in selector) {
    rules.where('area', selector.area);
  } else if ('check' in selector) {
    rules.where('kind', 'check');
    wherePattern(rules, 'rule_key', `check:${selector.check}`);
  } else if ('slo' in selector) {
    rules.where('kind', 'slo').where(either => {
      wherePattern(either, 'rule_key', sloRuleId(selector.slo));
      // One of several objectives that stand for themselves.
      wherePattern(either, 'rule_key', `${sloRuleId(selector.slo)}:*`, 'or');
    });
  } else if ('finding' in selector) {
    rules.where('kind', 'finding');
    whereFinding(knex, rules, selector.finding);
  } else {
    const { metric, statistic, environments } = selector.budget;
    rules.where('kind', 'budget');
    wherePattern(rules, 'metric', metric);
    if (statistic !== undefined) {
      rules.where('statistic', statistic);
    }
    if (environments) {
      whereEnvironment(builder, verdicts, environments);
    }
  }
  builder.whereIn(`${verdicts}.rule_id`, rules);
}

function whereFinding(
  knex: Knex,
  rules: Knex.QueryBuilder,
  { atLeast, categories }: FindingSelector,
): void {
  if (!atLeast && !categories) {
    return;
  }
  const findings = knex('findings').select(
    knex.raw('? || findings.id', [findingRuleId('')]),
  );
  if (atLeast) {
    findings.where('risk', '>=', RISK_LEVELS.indexOf(atLeast));
  }
  if (categories) {
    findings.whereIn('category', categories);
  }
  rules.whereIn('rule_key', findings);
}

/** A `*` at the end stands for anything. */
function wherePattern(
  builder: Knex.QueryBuilder,
  column: string,
  pattern: string,
  combine: 'and' | 'or' = 'and',
): void {
  builder[combine === 'and' ? 'where' : 'orWhere'](one =>
    pattern.endsWith('*')
      ? one.whereRaw(`?? like ? escape '\\'`, [column, prefix(pattern)])
      : one.where(column, pattern),
  );
}

function prefix(pattern: string): string {
  return `${pattern.slice(0, -1).replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * Labels are stored as canonical JSON, in which a quote after `{` or `,` begins a name: within a value
 * it would be escaped.
 */
function whereHasLabel(
  knex: Knex,
  builder: Knex.QueryBuilder,
  verdicts: string,
  label: string,
): void {
  const name = `${JSON.stringify(label).replace(/[\\%_]/g, '\\$&')}:%`;
  builder.whereExists(
    knex('subjects')
      .whereRaw('subjects.id = ??', [`${verdicts}.subject_id`])
      .where(either =>
        either
          .whereRaw(`subjects.labels like ? escape '\\'`, [`{${name}`])
          .orWhereRaw(`subjects.labels like ? escape '\\'`, [`%,${name}`]),
      )
      .select(knex.raw('1')),
  );
}
