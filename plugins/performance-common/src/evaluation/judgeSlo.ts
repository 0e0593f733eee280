import {
  EffectiveLimit,
  SloFact,
  SloVerdict,
  VerdictReason,
  VerdictState,
} from '../model';
import { holds } from './boundOrder';
import { formatAge } from './formatAge';
import { GovernanceIndex } from './GovernanceIndex';
import { limitsOfSlos } from './ruleLimits';
import { SLO_AREA, SloRule } from './sloRules';

const NO_LABELS = Object.freeze({});
const NO_LIMIT: EffectiveLimit = Object.freeze({});
const NO_STORY = Object.freeze([]) as unknown as SloVerdict['story'];

interface Outcome {
  state: VerdictState;
  reason?: VerdictReason;
  value?: number;
}

/**
 * Judges an SLO by how it stands.
 *
 * @param now - Milliseconds.
 */
export function judgeSlo(
  rule: SloRule,
  entityRef: string,
  slos: readonly SloFact[],
  governance: GovernanceIndex,
  now: number,
): SloVerdict {
  const { ruleId, environment, members, measured, slo, policies } = rule;
  const { enforcement, limiting } = policies
    .planFor(environment)
    .at(now, definitionId => governance.trustedFrom(definitionId, ruleId));
  const holding = members.filter(({ exemption }) => exemption === undefined);
  const { limit, story } =
    holding.length > 0
      ? limitsOfSlos(holding, limiting, slo)
      : { limit: NO_LIMIT, story: NO_STORY };
  const outcome =
    holding.length > 0
      ? judgeFact(sloFactOf(rule, slos), limit, now)
      : outcomeOf(
          'not-applicable',
          'exempt',
          members.find(({ definition }) => definition === measured)
            ?.exemption ?? '',
        );
  const subject = { entityRef, environment, labels: NO_LABELS };
  const verdict: SloVerdict = {
    ruleId,
    kind: 'slo',
    definitionName: rule.name,
    title: rule.title,
    area: SLO_AREA,
    subject,
    state: outcome.state,
    reason: outcome.reason,
    value: outcome.value,
    limit,
    story,
    confirm: 1,
    enforcement,
    unit: 'ratio',
    slo,
  };
  const waiver = governance.waiver(ruleId, subject, outcome);
  if (waiver) {
    verdict.waiver = waiver;
  }
  return verdict;
}

/**
 * How the SLO of a rule stands, as far as is known.
 *
 * @public
 */
export function sloFactOf(
  { measured, objective, environment }: SloRule,
  slos: readonly SloFact[],
): SloFact | undefined {
  return slos.find(
    fact =>
      fact.definitionId === measured.id &&
      fact.objective === objective &&
      fact.environment === environment,
  );
}

/**
 * The same for a verdict that has been judged by it.
 *
 * @public
 */
export function sloFactOfVerdict(
  { slo, story, subject }: SloVerdict,
  slos: readonly SloFact[],
): SloFact | undefined {
  return slos.find(
    fact =>
      fact.objective === slo.objective &&
      fact.environment === subject.environment &&
      story.some(({ definitionId }) => definitionId === fact.definitionId),
  );
}

function judgeFact(
  fact: SloFact | undefined,
  limit: EffectiveLimit,
  now: number,
): Outcome {
  if (!fact) {
    return outcomeOf('no-data', 'no-samples', 'It has not been measured yet.');
  }
  const { measuredAt, attainment } = fact;
  const { maxAgeSeconds } = limit;
  if (maxAgeSeconds && measuredAt !== undefined) {
    const ageSeconds = (now - Date.parse(measuredAt)) / 1000;
    if (ageSeconds > maxAgeSeconds.value) {
      return outcomeOf(
        'no-data',
        'too-old',
        `The newest sample is ${formatAge(ageSeconds)} old; at most ${formatAge(
          maxAgeSeconds.value,
        )} are allowed.`,
      );
    }
  }
  const state = stateOf(fact, limit);
  if (state === 'no-data') {
    return {
      state,
      reason: fact.reason ?? {
        code: 'no-samples',
        message: 'Nothing is known of it.',
      },
    };
  }
  return {
    state,
    reason: state === 'warn' ? burning(fact) : undefined,
    value: attainment,
  };
}

/** What is known may be of another target: that of before a definition changed. */
function stateOf(
  { state, target, attainment }: SloFact,
  { fail }: EffectiveLimit,
): SloFact['state'] {
  if (!fail || state === 'no-data' || attainment === undefined) {
    return state;
  }
  if (target === fail.value) {
    return state;
  }
  if (!holds(fail, attainment)) {
    return 'fail';
  }
  return state === 'fail' ? 'pass' : state;
}

/** Without numbers: many verdicts share their reasons, and rates change all the time. */
function burning({ severity }: SloFact): VerdictReason {
  return {
    code: 'burning',
    message:
      severity === 'page'
        ? 'Its error budget burns so fast that somebody should look at once.'
        : 'Its error budget burns faster than it should.',
  };
}

function outcomeOf(
  state: VerdictState,
  code: string,
  message: string,
): Outcome {
  return { state, reason: { code, message } };
}
