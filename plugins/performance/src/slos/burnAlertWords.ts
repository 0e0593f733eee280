/** How urgent it is that an error budget burns, as people read it. */
export const BURN_ALERT_WORDS: Readonly<Record<'page' | 'ticket', string>> = {
  page: 'Fast burn',
  ticket: 'Slow burn',
};
