import { Stage } from '@perf-governance/plugin-performance-common';

/**
 * What comes of a failure, as people read it. Verbs, so that the stage `warn` isn't taken for the
 * state.
 *
 * @public
 */
export const STAGE_WORDS: Record<Stage, string> = {
  observe: 'Observes',
  notify: 'Notifies',
  warn: 'Warns',
  block: 'Blocks',
};
