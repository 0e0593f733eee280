import { formatDay, formatExactTime, formatRelativeTime } from '../../format';

/**
 * An instant as one reads it, exact on hover.
 *
 * @public
 */
export function RelativeTime(props: {
  /** ISO 8601. */
  instant: string;
  /** `3 days ago`, or `12 Nov`. */
  variant?: 'relative' | 'day';
}) {
  const { instant, variant = 'relative' } = props;
  const now = new Date();
  return (
    <time dateTime={instant} title={formatExactTime(instant)}>
      {variant === 'day'
        ? formatDay(instant, now)
        : formatRelativeTime(instant, now)}
    </time>
  );
}
