import { Evaluation, EvaluationInput } from '../model';
import { resolveEntityRules } from './entityRules';
import { judge } from './judge';

/**
 * Turns the definitions and the facts of one entity into verdicts.
 *
 * Whoever judges the same entity again and again keeps the result of `resolveEntityRules` and calls
 * `judge`; this is the two in one.
 *
 * @throws InputError if a definition's filter predicate is not one.
 * @public
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const { definitions, facts, options } = input;
  return judge(resolveEntityRules(definitions, facts.subject), facts, options);
}
