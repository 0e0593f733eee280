import { components } from '@perf-governance/plugin-performance-common';
import { CheckResultRecord } from './CheckResultStore';

/** A result as the API shows it. */
export function checkResultToApi(
  result: CheckResultRecord,
): components['schemas']['CheckResult'] {
  const { check, state, message, url, at } = result;
  return { check, state, message, url, at: at.toISOString() };
}
