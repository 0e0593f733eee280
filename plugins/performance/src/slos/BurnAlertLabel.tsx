import { StateLabel } from '@perf-governance/plugin-performance-react';
import { BURN_ALERT_WORDS } from './burnAlertWords';

/** How urgent it is that an error budget burns: `page` wants somebody now, `ticket` this week. */
export function BurnAlertLabel(props: { severity: 'page' | 'ticket' }) {
  const { severity } = props;
  return (
    <StateLabel
      state={severity === 'page' ? 'fail' : 'warn'}
      word={BURN_ALERT_WORDS[severity]}
    />
  );
}
