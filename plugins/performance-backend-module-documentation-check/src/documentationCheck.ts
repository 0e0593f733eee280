import { EntityLink, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ExtensionCheck,
  ExtensionCheckResult,
} from '@perf-governance/plugin-performance-node';
import { z } from 'zod';

const optionsSchema = z.strictObject({
  /** Types of `metadata.links` that an entity needs, e.g. `runbook`. */
  links: z.array(z.string().min(1)).min(1),
});

/** Hosts that templates are written with: domains set aside by RFC 2606, and `localhost`. */
const PLACEHOLDER_HOST =
  /(^|\.)(example\.(com|net|org)|invalid|localhost|test)$/;

/**
 * Whether an entity links to documentation of certain types, at addresses that somebody else can
 * open. It asks nobody else: the addresses aren't visited.
 */
export const documentationCheck: ExtensionCheck<z.infer<typeof optionsSchema>> =
  {
    id: 'documentation',
    optionsSchema,
    async evaluate(entities, options) {
      return new Map(
        entities.map(entity => [
          stringifyEntityRef(entity),
          judgeLinks(entity.metadata.links ?? [], options.links),
        ]),
      );
    },
  };

function judgeLinks(
  links: EntityLink[],
  types: string[],
): ExtensionCheckResult {
  const problems: string[] = [];
  for (const type of types) {
    const typed = links.filter(link => link.type === type);
    if (typed.length === 0) {
      problems.push(`metadata.links has none of the type '${type}'`);
    } else if (!typed.some(({ url }) => isUsable(url))) {
      problems.push(
        `the ${type} at ${typed[0].url} is a placeholder or opens on one machine only`,
      );
    }
  }
  if (problems.length > 0) {
    return { state: 'fail', message: `${problems.join('; ')}.` };
  }
  const first = links.find(
    ({ type, url }) => type === types[0] && isUsable(url),
  );
  return { state: 'pass', url: first?.url };
}

function isUsable(url: string): boolean {
  if (!URL.canParse(url)) {
    return false;
  }
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && !PLACEHOLDER_HOST.test(hostname);
}
