/**
 * Names how critical an entity is: `"1"`, the most critical, to `"9"`.
 *
 * @public
 */
export const TIER_ANNOTATION = 'performance-governance.io/tier';

const TIER = /^[1-9]$/;

/**
 * @returns undefined where the text isn't a tier.
 */
export function readTier(text: string): number | undefined {
  const trimmed = text.trim();
  return TIER.test(trimmed) ? Number(trimmed) : undefined;
}
