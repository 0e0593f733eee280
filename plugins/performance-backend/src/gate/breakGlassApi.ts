import { components } from '@perf-governance/plugin-performance-common';
import { BreakGlass } from './BreakGlassStore';

/** An override as the API shows it. */
export function breakGlassToApi(
  override: BreakGlass,
  now: Date,
): components['schemas']['BreakGlass'] {
  const { id, reason, by, at, until, ended } = override;
  return {
    id,
    reason,
    by,
    at: at.toISOString(),
    until: until.toISOString(),
    active: !ended && until > now,
    ended: ended && { by: ended.by, at: ended.at.toISOString() },
  };
}
