import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** Nodes that say when a selector is looked at, which belongs behind its range. */
const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr']);

/** Selectors in these have a range already. */
const RANGES = new Set(['MatrixSelector', 'SubqueryExpr']);

/**
 * A query over counters as it is asked.
 *
 * @public
 */
export interface IncreaseQuery {
  query: string;
  /** What had a range of its own, and kept it. */
  unchanged: string[];
}

/**
 * Turns a PromQL query over counters into one over their increase, by wrapping each selector:
 * `sum(requests_total)` becomes `sum(increase(requests_total[5m]))`. Summing before taking the increase
 * would take the restart of one instance for one of all of them.
 *
 * Prometheus's grammar finds the selectors (https://prometheus.io/docs/prometheus/latest/querying/basics/).
 *
 * @param range - As PromQL writes it, `5m`.
 * @returns undefined for what isn't PromQL.
 * @public
 */
export function increaseOver(
  query: string,
  range: string,
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
      const ownRange = findRange(node);
      if (ownRange) {
        unchanged.add(query.slice(ownRange.from, ownRange.to));
        return;
      }
      insertions.push(
        { at: node.from, text: 'increase(' },
        { at: node.to, text: `[${range}]` },
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
