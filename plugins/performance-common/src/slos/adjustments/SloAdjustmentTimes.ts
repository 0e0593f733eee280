/**
 * When an adjustment holds: once, or again and again.
 *
 * @public
 */
export type SloAdjustmentTimes =
  | {
      type: 'once';
      /** ISO 8601 with a zone, from inclusive, to exclusive. */
      from: string;
      to: string;
    }
  | {
      type: 'recurring';
      /** RFC 5545's recurrence rule without its start: `FREQ=WEEKLY;BYDAY=SU`. */
      rrule: string;
      /** Local time without a zone at which the first one starts. */
      from: string;
      durationSeconds: number;
      /** IANA. */
      timeZone: string;
    };
