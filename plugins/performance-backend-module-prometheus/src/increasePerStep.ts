import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** Nodes that say when a selector is looked at, which belongs behind its range. */
const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr']);

/** Selectors in these have a range already. */
const RANGES = new Set(['MatrixSelector', 'SubqueryExpr']);

/** A query as it is asked. */
export interface IncreaseQuery {
  query: string;
  /** What had a range of its own, and kept it. */
  unchanged: string[];
}

/**
 * Turns a PromQL query over counters into one over their increase per step, by wrapping each selector:
 * `sum(requests_total)` becomes `sum(increase(requests_total[300s]))`. Summing before taking the increase
 * would take the restart of one instance for one of all of them.
 *
 * Prometheus's grammar finds the selectors (https://prometheus.io/docs/prometheus/latest/querying/basics/).
 *
 * @returns undefined for what isn't PromQL.
 */
export function increasePerStep(
  query: string,
  stepSeconds: number,
): IncreaseQuery | undefined {
  const insertions: { at: number; text: string }[] = [];
  const unchanged = new Set<string>();
  let valid = true;
  parser.parse(query).iterate({
    enter: ({ type, node }) => {
      valid &&= !type.isError;
      if (type.name !== 'VectorSelector') {
        return;
      }
      const range = findRange(node);
      if (range) {
        unchanged.add(query.slice(range.from, range.to));
        return;
      }
      insertions.push(
        { at: node.from, text: 'increase(' },
        { at: node.to, text: `[${stepSeconds}s]` },
        { at: withModifiers(node).to, text: ')' },
      );
    },
  });
  if (!valid) {
    return undefined;
  }

  let [result, copied] = ['', 0];
  for (const { at, text } of insertions) {
    result += query.slice(copied, at) + text;
    copied = at;
  }
  return { query: result + query.slice(copied), unchanged: [...unchanged] };
}

function findRange(selector: SyntaxNode): SyntaxNode | undefined {
  for (let node = selector.parent; node; node = node.parent) {
    if (RANGES.has(node.type.name)) {
      return node;
    }
  }
  return undefined;
}

function withModifiers(selector: SyntaxNode): SyntaxNode {
  let node = selector;
  while (node.parent && MODIFIERS.has(node.parent.type.name)) {
    node = node.parent;
  }
  return node;
}
