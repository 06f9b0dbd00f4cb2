const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, in the reader's language: `3 hours ago`. */
export function ago(then: Date, now: Date, locale: string): string {
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  const format = new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(-Math.floor(seconds), 'second');
}

/** Date and time of day in a time zone: `23 Nov 2026, 00:00`. */
export function dateTime(at: Date, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(tag(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/** Platforms and people may give a tag that Intl refuses. */
function tag(locale: string): string {
  try {
    return new Intl.Locale(locale).toString();
  } catch {
    return 'en';
  }
}
