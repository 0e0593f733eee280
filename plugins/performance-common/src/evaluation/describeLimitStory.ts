import { LimitContribution, Statistic } from '../model';
import { formatBound } from '../units';
import { describeRatchet } from './describeRatchet';
import { formatAge } from './formatAge';
import { formatLayer } from './formatLayer';
import { isSameLayer } from './isSameLayer';

type LimitKind = keyof LimitContribution['effect'];

/**
 * Tells in plain sentences who set each part of a verdict's limit, and what became of what the
 * other layers asked for.
 *
 * @example
 * p95 ≤ 300 ms, set by system checkout (checkout-latency), tightened from org’s ≤ 500 ms; component
 * pay’s own ≤ 600 ms has no effect without a waiver
 *
 * @returns A sentence for each part: fail limit, warn limit, minimum samples, maximum age.
 * @public
 */
export function describeLimitStory(verdict: {
  statistic?: Statistic;
  story: LimitContribution[];
}): string[] {
  const sentences: string[] = [];
  const { statistic = 'value', story } = verdict;
  for (const [kind, subject] of [
    ['fail', `${statistic} `],
    ['warn', `Warns unless ${statistic} `],
    ['minSamples', 'Needs '],
    ['maxAgeSeconds', 'Evidence may be '],
  ] as const) {
    const sentence = describeKind(kind, subject, story);
    if (sentence) {
      sentences.push(sentence);
    }
  }
  return sentences;
}

function describeKind(
  kind: LimitKind,
  subject: string,
  story: readonly LimitContribution[],
): string | undefined {
  const winner = story.findIndex(({ effect }) => effect[kind] === 'sets');
  if (winner < 0) {
    return undefined;
  }
  const { layer, name } = story[winner];
  const asked = formatAsked(kind, story[winner]);
  const { fail } = story[winner].asked;
  const ratchet =
    kind === 'fail' && fail && story[winner].ratchet
      ? `: ${describeRatchet(story[winner].ratchet, fail.unit)}`
      : '';
  const head = `${subject}${asked}, set by ${formatLayer(
    layer,
  )} (${name})${ratchet}`;
  const tightened: string[] = [];
  const remarks: string[] = [];
  story.forEach((contribution, index) => {
    const own = formatAsked(kind, contribution);
    const owner = formatLayer(contribution.layer);
    if (contribution.effect[kind] === 'no-effect') {
      remarks.push(`${owner}’s own ${own} has no effect without a waiver`);
    } else if (contribution.effect[kind] === 'overruled') {
      if (own === asked) {
        remarks.push(`${owner} (${contribution.name}) asks for the same`);
      } else if (index < winner && !isSameLayer(contribution.layer, layer)) {
        tightened.push(`${owner}’s ${own}`);
      } else {
        remarks.push(
          `${owner} (${contribution.name}) asks for ${own}, which is looser`,
        );
      }
    }
  });
  return [
    tightened.length === 0
      ? head
      : `${head}, tightened from ${tightened.join(' and ')}`,
    ...remarks,
  ].join('; ');
}

function formatAsked(kind: LimitKind, { asked }: LimitContribution): string {
  switch (kind) {
    case 'minSamples':
      return `at least ${asked.minSamples} samples`;
    case 'maxAgeSeconds':
      return `at most ${formatAge(asked.maxAgeSeconds ?? 0)} old`;
    default: {
      const bound = asked[kind];
      return bound ? formatBound(bound) : '';
    }
  }
}
