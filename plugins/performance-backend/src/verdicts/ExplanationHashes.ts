import { Verdict } from '@perf-governance/plugin-performance-common';
import { ExplanationRow, explanationRow } from './explanation';

export type HashedExplanation = Omit<ExplanationRow, 'id'>;

/** Reasons may name ages; those of days past are of no use any more. */
const MAX_WORDINGS = 500;

/**
 * Hashes explanations. The engine gives verdicts of thousands of entities the same objects as limit,
 * story and enforcement, so that what was hashed once is found by their identity.
 */
export class ExplanationHashes {
  #byParts = new WeakMap<object, PartNode>();

  of(verdict: Verdict): HashedExplanation {
    const { limit, story, enforcement } = verdict;
    let node = childOf(this.#byParts, limit);
    node = childOf(node.children, story);
    node = childOf(node.children, enforcement);
    if (verdict.kind === 'check') {
      node = childOf(node.children, verdict.check);
    } else if (verdict.kind === 'slo') {
      node = childOf(node.children, verdict.slo);
    } else if (verdict.kind === 'finding') {
      node = childOf(node.children, verdict.finding);
    }
    const { definitionName, title, confirm, reason, waiver } = verdict;
    const { plain } = node;
    if (
      !reason &&
      !waiver &&
      plain?.definitionName === definitionName &&
      plain.title === title &&
      plain.confirm === confirm
    ) {
      return plain.hashed;
    }
    const wording = `${definitionName}\0${title}\0${confirm}\0${
      reason ? `${reason.code}\0${reason.message}` : ''
    }\0${waiver ? JSON.stringify(waiver) : ''}`;
    let hashed = node.byWording.get(wording);
    if (!hashed) {
      if (node.byWording.size >= MAX_WORDINGS) {
        node.byWording.clear();
      }
      hashed = explanationRow(verdict);
      node.byWording.set(wording, hashed);
    }
    if (!reason && !waiver) {
      node.plain = { definitionName, title, confirm, hashed };
    }
    return hashed;
  }
}

interface PartNode {
  children: WeakMap<object, PartNode>;
  byWording: Map<string, HashedExplanation>;
  /** The last without reason and waiver, as most are: found without making up a text. */
  plain?: Pick<Verdict, 'definitionName' | 'title' | 'confirm'> & {
    hashed: HashedExplanation;
  };
}

function childOf(parents: WeakMap<object, PartNode>, part: object): PartNode {
  let node = parents.get(part);
  if (!node) {
    node = { children: new WeakMap(), byWording: new Map() };
    parents.set(part, node);
  }
  return node;
}
