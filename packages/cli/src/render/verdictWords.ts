import {
  Bound,
  EffectiveBound,
  formatLabels,
  formatQuantity,
  formatQuantityPair,
  Layer,
  LimitContribution,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { toOneLine } from './toOneLine';

const OPERATOR_SIGNS: Record<Bound['operator'], string> = {
  '<=': '≤',
  '<': '<',
  '>=': '≥',
  '>': '>',
};

/** A value and the limit it is held against, with as many digits as telling them apart takes. */
export function valueAndLimit(verdict: Verdict): {
  value: string;
  limit: string;
} {
  const bound = decidingBound(verdict);
  if (!bound) {
    return {
      value:
        verdict.value === undefined
          ? ''
          : formatQuantity(verdict.value, verdict.unit),
      limit: '',
    };
  }
  const [value, limit] =
    verdict.value === undefined
      ? ['', formatQuantity(bound.value, bound.unit)]
      : formatQuantityPair(verdict.value, bound.value, bound.unit);
  return { value, limit: `${OPERATOR_SIGNS[bound.operator]} ${limit}` };
}

/** The limit that a verdict turns on: the warn limit where it is what was passed. */
export function decidingBound({
  state,
  limit,
}: Verdict): EffectiveBound | undefined {
  return state === 'warn' ? limit.warn ?? limit.fail : limit.fail ?? limit.warn;
}

/** `system checkout`; `organisation` for the outermost. */
export function layerWords(layer: Layer): string {
  if (layer.kind === 'org' || layer.entityRef === undefined) {
    return 'organisation';
  }
  const name = layer.entityRef.slice(layer.entityRef.indexOf('/') + 1);
  return `${layer.kind} ${name}`;
}

/** What a verdict is about: `p95 of http.request.duration`. */
export function statisticWords(verdict: Verdict): string {
  return `${verdict.statistic} of ${verdict.metric}`;
}

/** The labels a verdict is for; empty for "over everything". */
export function subjectWords(verdict: Verdict): string {
  return toOneLine(formatLabels(verdict.subject.labels));
}

/**
 * Who asked for which fail limit, outermost first: `organisation ≤ 500 ms → system checkout
 * ≤ 300 ms, in force; component checkout’s ≤ 600 ms has no effect without a waiver`.
 */
export function limitStory({ story }: Verdict): string {
  const kind = story.some(({ asked }) => asked.fail) ? 'fail' : 'warn';
  const effective = story.filter(
    ({ asked, effect }) => asked[kind] && effect[kind] !== 'no-effect',
  );
  const chain = effective
    .map(
      contribution =>
        `${layerWords(contribution.layer)} ${askedWords(contribution, kind)}${
          contribution.effect[kind] === 'sets' && effective.length > 1
            ? ', in force'
            : ''
        }`,
    )
    .join(' → ');
  const without = story
    .filter(({ effect }) => effect[kind] === 'no-effect')
    .map(
      contribution =>
        `${layerWords(contribution.layer)}’s ${askedWords(
          contribution,
          kind,
        )} has no effect without a waiver`,
    );
  return [chain, ...without].filter(part => part !== '').join('; ');
}

function askedWords(
  { asked }: LimitContribution,
  kind: 'fail' | 'warn',
): string {
  const bound = asked[kind];
  return bound
    ? `${OPERATOR_SIGNS[bound.operator]} ${formatQuantity(
        bound.value,
        bound.unit,
      )}`
    : '';
}
