import { SloTimeWindow } from '../model';
import { TimeStretch } from './SloCounter';
import { windowAt } from './windowAt';

/**
 * The window that an SLO is judged by at a time: at the very moment a calendar window ends, the one that
 * is complete. Of the next no time has passed, so nothing could be said of it.
 *
 * @param now - Epoch milliseconds.
 * @throws Error where the zone or the start is none.
 * @public
 */
export function judgedWindow(
  timeWindow: SloTimeWindow,
  now: number,
): TimeStretch {
  const window = windowAt(timeWindow, now);
  return timeWindow.type === 'calendar' && window.from === now
    ? windowAt(timeWindow, now - 1)
    : window;
}
