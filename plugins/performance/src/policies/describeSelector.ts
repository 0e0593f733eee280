import { refTitle } from '../filters/refTitle';

const REFS = new Set(['owner', 'system', 'domain']);

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** A predicate over entities in words, e.g. `kind Component and spec.type service`. */
function predicateWords(predicate: unknown): string {
  if (typeof predicate !== 'object' || predicate === null) {
    return String(predicate);
  }
  return Object.entries(predicate)
    .map(([path, value]) =>
      typeof value === 'object'
        ? `${path} ${JSON.stringify(value)}`
        : `${path} ${value}`,
    )
    .join(' and ');
}

/**
 * The part of the catalog that a selector, as it is written in a definition, is about:
 * `owner payments, tag tier-1`.
 */
export function describeSelector(
  selector: Readonly<Record<string, unknown>> | undefined,
): string {
  const parts = Object.entries(selector ?? {});
  if (parts.length === 0) {
    return 'everything';
  }
  return parts
    .map(([name, value]) =>
      name === 'entity'
        ? predicateWords(value)
        : `${name} ${listOf(value)
            .map(item => (REFS.has(name) ? refTitle(item) : item))
            .join(' or ')}`,
    )
    .join(', ');
}
