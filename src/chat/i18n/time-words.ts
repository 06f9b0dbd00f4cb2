import { formattingLocale } from './locales.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in words, rounded to what people care about: `25 seconds`, `3 minutes`, `2 hours`. */
export function durationWords(locale: string, seconds: number): string {
  // Measured durations are not known to the second.
  const roughly = Math.max(5, Math.ceil(seconds / 5) * 5);
  if (roughly < 90) return unit(locale, 'second', roughly);
  if (seconds < 90 * MINUTE) return unit(locale, 'minute', Math.round(seconds / MINUTE));
  return unit(locale, 'hour', Math.round(seconds / HOUR));
}

/** How far `at` is from `now`, in words: `in 5 hours`, `3 minutes ago`, `tomorrow`. */
export function relativeWords(locale: string, at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(formattingLocale(locale), { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < MINUTE) return format.format(Math.trunc(seconds), 'second');
  if (size < HOUR) return format.format(Math.trunc(seconds / MINUTE), 'minute');
  if (size < DAY) return format.format(Math.round(seconds / HOUR), 'hour');
  return format.format(Math.trunc(seconds / DAY), 'day');
}

/** Date and time of day in a time zone: `23 Nov 2026, 00:00`. */
export function dateTime(at: Date, timeZone: string, locale: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(formattingLocale(locale), format).format(at);
}

function unit(locale: string, name: 'second' | 'minute' | 'hour', value: number): string {
  return new Intl.NumberFormat(formattingLocale(locale), { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    value,
  );
}
