import { JOURNEY_LABEL, Labels } from '../model';
import { BudgetRule, RuleMember } from './budgetRules';
import { EntityRules } from './entityRules';
import { EvidenceIndex } from './EvidenceIndex';
import { matchesPattern } from './journeys';
import { labelsKey, labelsMatch, labelValue, sortLabels } from './labels';

/** What is judged, of whatever entity, with the budgets that are about it. */
export interface RuleSubject {
  /** `*` while no environment has been seen. */
  environment: string;
  /** Canonically sorted. A `per:` label nothing was seen for is `*`. */
  labels: Labels;
  /** See `labelsKey`. */
  labelsKey: string;
  /** Outermost layer first; empty if the entity is exempt from all of them. */
  members: RuleMember[];
  /** Why the entity is exempt, if it is from all of them. */
  exemption?: string;
}

interface Candidate {
  shape: string;
  environment: string;
  labels: Labels;
  /** Named by a definition, not merely seen in a run. */
  named: boolean;
  /** How far in the outermost layer is that asks for it. */
  rank: number;
  /** Most samples seen in a series. */
  samples: number;
}

/** The label value, and environment, of a subject that stands for those not seen yet. */
const UNSEEN = '*';

/** Sets of environments remembered for a rule: one that is named after pull requests grows for ever. */
const MAX_REMEMBERED = 200;

/** Of rules without `per`, by the environments seen; the same for all entities. */
const fixedSubjects = new WeakMap<BudgetRule, Map<string, RuleSubject[]>>();

/**
 * Lists what a rule judges: what definitions name goes before what was merely seen in runs, what outer
 * layers ask for before what inner ones do, so that nobody crowds it out, and many samples before few.
 */
export function listSubjects(
  rule: BudgetRule,
  rules: EntityRules,
  index: EvidenceIndex,
): readonly RuleSubject[] {
  if (rule.members.some(({ definition }) => definition.spec.per)) {
    return findSubjects(rule, rules, index);
  }
  let byEnvironments = fixedSubjects.get(rule);
  if (!byEnvironments) {
    byEnvironments = new Map();
    fixedSubjects.set(rule, byEnvironments);
  }
  let subjects = byEnvironments.get(index.environmentsKey);
  if (!subjects) {
    subjects = findSubjects(rule, rules, index);
    if (byEnvironments.size >= MAX_REMEMBERED) {
      byEnvironments.clear();
    }
    byEnvironments.set(index.environmentsKey, subjects);
  }
  return subjects;
}

function findSubjects(
  rule: BudgetRule,
  rules: EntityRules,
  index: EvidenceIndex,
): RuleSubject[] {
  const candidates = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    const key = `${candidate.environment}\0${labelsKey(candidate.labels)}`;
    const known = candidates.get(key);
    if (known) {
      known.named ||= candidate.named;
      known.rank = Math.min(known.rank, candidate.rank);
      known.samples = Math.max(known.samples, candidate.samples);
    } else {
      candidates.set(key, candidate);
    }
  };
  const active = rule.members.filter(member => member.exemption === undefined);
  for (const member of active) {
    for (const environment of environmentsOf(member, index)) {
      addCandidates(member, environment, rule, rules, index, add);
    }
  }
  const sorted = [...candidates.values()].sort(compareCandidates);
  const listed = (named: boolean) =>
    sorted
      .filter(candidate => candidate.named === named)
      .map(candidate => ({
        ...subjectOf(candidate),
        members: active.filter(member => covers(member, candidate)),
      }));
  return [
    ...listed(true),
    ...placeholders(rule, index, sorted),
    ...listed(false),
  ];
}

function environmentsOf(
  member: RuleMember,
  index: EvidenceIndex,
): readonly string[] {
  return member.definition.spec.environments ?? index.environments;
}

function addCandidates(
  member: RuleMember,
  environment: string,
  rule: BudgetRule,
  rules: EntityRules,
  index: EvidenceIndex,
  add: (candidate: Candidate) => void,
): void {
  const { shape, rank } = member;
  const { labels = {}, per } = member.definition.spec;
  if (!per) {
    add({ shape, environment, labels, named: true, rank, samples: 0 });
    return;
  }
  if (per.length === 1 && per[0] === JOURNEY_LABEL) {
    for (const journey of rules.journeys.keys()) {
      add({
        shape,
        environment,
        labels: { ...labels, [JOURNEY_LABEL]: journey },
        named: true,
        rank,
        samples: 0,
      });
    }
  }
  for (const { series: all } of index.runsWith(environment, rule.metric.name)) {
    for (const series of all) {
      for (const seen of combinations(series.labels, labels, per, rules)) {
        add({
          shape,
          environment,
          labels: seen,
          named: false,
          rank,
          samples: series.count ?? 0,
        });
      }
    }
  }
}

/** The subjects' labels that a series counts towards: several where it is in several journeys. */
function combinations(
  seen: Labels,
  fixed: Labels,
  per: string[],
  rules: EntityRules,
): Labels[] {
  for (const name in fixed) {
    if (!valuesOf(seen, name, rules).includes(fixed[name])) {
      return [];
    }
  }
  let found: Labels[] = [fixed];
  for (const name of per) {
    const values = valuesOf(seen, name, rules);
    found = found.flatMap(labels =>
      values.map(value => ({ ...labels, [name]: value })),
    );
  }
  return found;
}

function valuesOf(seen: Labels, name: string, rules: EntityRules): string[] {
  const own = labelValue(seen, name);
  if (own !== undefined) {
    return [own];
  }
  const values: string[] = [];
  if (name === JOURNEY_LABEL) {
    for (const [journey, matcher] of rules.journeys) {
      if (matcher.compiled.some(pattern => matchesPattern(pattern, seen))) {
        values.push(journey);
      }
    }
  }
  return values;
}

/** Whether a budget is about a subject, also one that only another budget names. */
function covers(
  member: RuleMember,
  candidate: Pick<Candidate, 'shape' | 'environment' | 'labels'>,
): boolean {
  const { environments, labels = {} } = member.definition.spec;
  return (
    member.shape === candidate.shape &&
    (!environments || environments.includes(candidate.environment)) &&
    labelsMatch(candidate.labels, labels)
  );
}

/**
 * One subject for each budget and environment without any: nothing seen yet, or the entity exempt.
 * No budget may vanish.
 */
function placeholders(
  rule: BudgetRule,
  index: EvidenceIndex,
  candidates: Candidate[],
): RuleSubject[] {
  const found = new Map<string, RuleSubject>();
  // Exempt ones last: what holds for the entity goes before what doesn't.
  const members = [...rule.members].sort(
    (a, b) =>
      Number(a.exemption !== undefined) - Number(b.exemption !== undefined),
  );
  for (const member of members) {
    const seen = environmentsOf(member, index);
    for (const environment of seen.length === 0 ? [UNSEEN] : seen) {
      if (isCovered(member, environment, candidates)) {
        continue;
      }
      const { labels = {}, per = [] } = member.definition.spec;
      const candidate: Candidate = {
        shape: member.shape,
        environment,
        labels: {
          ...labels,
          ...Object.fromEntries(per.map(name => [name, UNSEEN])),
        },
        named: true,
        rank: member.rank,
        samples: 0,
      };
      const key = `${environment}\0${labelsKey(candidate.labels)}`;
      const known = found.get(key);
      if (!known) {
        found.set(key, {
          ...subjectOf(candidate),
          members: member.exemption === undefined ? [member] : [],
          exemption: member.exemption,
        });
      } else if (member.exemption === undefined) {
        known.members.push(member);
      }
    }
  }
  return [...found.values()];
}

function isCovered(
  member: RuleMember,
  environment: string,
  candidates: Candidate[],
): boolean {
  return candidates.some(
    candidate =>
      (environment === UNSEEN || candidate.environment === environment) &&
      covers(member, candidate),
  );
}

function subjectOf({
  environment,
  labels,
}: Candidate): Pick<RuleSubject, 'environment' | 'labels' | 'labelsKey'> {
  return {
    environment,
    labels: Object.freeze(sortLabels(labels)),
    labelsKey: labelsKey(labels),
  };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    a.rank - b.rank ||
    b.samples - a.samples ||
    (a.environment < b.environment ? -1 : Number(a.environment > b.environment))
  );
}
