const LOCAL_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:([ T])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** A local time as written: how it separates date and time, and what it means. */
export interface LocalTime {
  /** `2026-01-01T00:00:00`. */
  iso: string;
  /** OpenSLO's own form: a date, a space and a time with seconds. */
  isPlain: boolean;
}

/** Reads a time without a zone; `undefined` if it isn't one or is no day of the calendar. */
export function readLocalTime(text: string): LocalTime | undefined {
  const parts = LOCAL_TIME.exec(text);
  if (!parts) {
    return undefined;
  }
  const [, year, month, day, separator] = parts;
  const [hour = '00', minute = '00', second = '00'] = parts.slice(5);
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = new Date(`${iso}Z`);
  // A day that the month lacks would otherwise be one of the next month.
  const exists =
    !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso);
  return exists
    ? { iso, isPlain: separator === ' ' && parts[7] !== undefined }
    : undefined;
}

/** Whether it is a name in the IANA Time Zone Database, and not an offset. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
