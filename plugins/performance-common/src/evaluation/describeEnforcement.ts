import { Enforcement, PolicyContribution } from '../model';
import { formatInstant } from './formatInstant';
import { formatLayer } from './formatLayer';

/**
 * Tells in a sentence which policy set the stage of a verdict, what comes next, and what became of
 * what the other policies ask for.
 *
 * @example
 * Stage warn, set by org (api-latency), block from 2027-03-01; component pay’s own observe (ours) has
 * no effect, for only outer policies may soften
 *
 * @public
 */
export function describeEnforcement({
  stage,
  definitionId,
  next,
  story,
}: Enforcement): string {
  const setter = story.find(part => part.definitionId === definitionId);
  const setBy = setter
    ? `set by ${formatLayer(setter.layer)} (${setter.name})`
    : 'as no policy says otherwise';
  const head = `Stage ${stage}, ${setBy}${
    next ? `, ${next.stage} from ${formatInstant(next.at)}` : ''
  }`;
  return [head, ...story.flatMap(part => remark(part))].join('; ');
}

function remark({
  layer,
  name,
  stage,
  next,
  effect,
}: PolicyContribution): string[] {
  const policy = `${formatLayer(layer)} (${name})`;
  switch (effect) {
    case 'overruled':
      return [`${policy} asks for ${stage}, which isn’t stronger`];
    case 'no-effect':
      return [
        `${formatLayer(
          layer,
        )}’s own ${stage} (${name}) has no effect, for only outer policies may soften`,
      ];
    case 'withheld':
      return [
        `${policy} asks for block, which counts as warn until the rule is trusted`,
      ];
    case 'not-yet':
      return next
        ? [`${policy} asks for ${next.stage} from ${formatInstant(next.at)}`]
        : [];
    default:
      return [];
  }
}
