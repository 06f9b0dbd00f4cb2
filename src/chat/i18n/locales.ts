import { de } from './de/index.js';
import { en, type MessageKey } from './en/index.js';

/** Catalogues by language; a language is one more file and one more line. */
export const CATALOGUES: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = { en, de };

const FALLBACK = 'en';

/** The languages that there are texts in, as BCP 47 tags. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/**
 * The language to answer in: the first of the tags whose language has a catalogue (`de-AT` has `de`), English
 * otherwise. Tags that are none are passed over: they come from platforms and people.
 */
export function negotiateLanguage(...tags: readonly (string | undefined)[]): string {
  for (const tag of tags) {
    const language = languageOf(tag);
    if (language !== undefined && Object.hasOwn(CATALOGUES, language)) return language;
  }
  return FALLBACK;
}

/**
 * The tag for numbers and dates: the given one where its language has a catalogue, so that an Austrian gets German
 * texts with Austrian numbers; the catalogue's own otherwise.
 */
export function formattingLocale(tag: string): string {
  const language = languageOf(tag);
  return language !== undefined && Object.hasOwn(CATALOGUES, language)
    ? new Intl.Locale(normalise(tag)).toString()
    : FALLBACK;
}

function languageOf(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return new Intl.Locale(normalise(tag)).language;
  } catch {
    return undefined;
  }
}

/** Slack and POSIX write `de_AT`. */
function normalise(tag: string): string {
  return tag.trim().replaceAll('_', '-');
}
