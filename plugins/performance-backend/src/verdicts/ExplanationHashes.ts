import { Verdict } from '@perf-governance/plugin-performance-common';
import { hash as digest } from 'node:crypto';
import { ExplanationRow, explanationRow } from './explanation';

export type HashedExplanation = Omit<ExplanationRow, 'id'>;

/** Reasons may name ages; those of days past are of no use any more. */
const MAX_WORDINGS = 500;

/** 132 bits. */
const ESSENCE_LENGTH = 22;

/**
 * Hashes explanations. The engine gives verdicts of thousands of entities the same objects as limit,
 * story and enforcement, so that what was hashed once is found by their identity.
 */
export class ExplanationHashes {
  #byParts = new WeakMap<object, PartNode>();

  of(verdict: Verdict): HashedExplanation {
    return this.#find(verdict).hashed;
  }

  /** A short text that stands for the verdict's rule, and its explanation but for the reason's wording. */
  essenceWithRule(verdict: Verdict): string {
    const { ruleId, area } = verdict;
    const found = this.#find(verdict);
    if (found.ofRule?.ruleId !== ruleId || found.ofRule.area !== area) {
      const text = `${ruleId}\0${area}\0${found.hashed.essence}`;
      const essence = digest('sha256', text, 'base64').slice(0, ESSENCE_LENGTH);
      found.ofRule = { ruleId, area, essence };
    }
    return found.ofRule.essence;
  }

  #find(verdict: Verdict): Found {
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
      return plain.found;
    }
    const wording = `${definitionName}\0${title}\0${confirm}\0${
      reason ? `${reason.code}\0${reason.message}` : ''
    }\0${waiver ? JSON.stringify(waiver) : ''}`;
    let found = node.byWording.get(wording);
    if (!found) {
      if (node.byWording.size >= MAX_WORDINGS) {
        node.byWording.clear();
      }
      found = { hashed: explanationRow(verdict) };
      node.byWording.set(wording, found);
    }
    if (!reason && !waiver) {
      node.plain = { definitionName, title, confirm, found };
    }
    return found;
  }
}

interface Found {
  hashed: HashedExplanation;
  /** Of the rule that it was asked for last: hardly any explanation is one of two rules. */
  ofRule?: Pick<Verdict, 'ruleId' | 'area'> & { essence: string };
}

interface PartNode {
  children: WeakMap<object, PartNode>;
  byWording: Map<string, Found>;
  /** The last without reason and waiver, as most are: found without making up a text. */
  plain?: Pick<Verdict, 'definitionName' | 'title' | 'confirm'> & {
    found: Found;
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
