import { AnalysedEntity } from '../model';

const MARKDOWN = /[\\`*_[\]<>#|~]/g;

/** What people call an entity. */
export function titleOf({ title, entityRef }: AnalysedEntity): string {
  return title ?? entityRef.slice(entityRef.indexOf('/') + 1);
}

/** The same in Markdown, in bold; whatever its title holds is text. */
export function nameOf(entity: AnalysedEntity): string {
  return `**${titleOf(entity).replace(MARKDOWN, '\\$&')}**`;
}

/** `1 entity`, `2 entities`. */
export function count(
  number: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(parts: string[]): string {
  return parts.length > 1
    ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
    : parts.join('');
}

/** `p95` of 0.95, `p99.9` of 0.999. */
export function percentileOf(level: number): string {
  return `p${Number((level * 100).toFixed(2))}`;
}

/** `9.56 %` of 0.09562. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
