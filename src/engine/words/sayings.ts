import { ownValue } from '../basics/index.js';
import { GREETING_WORDS, LANGUAGE_TABLES, OCCASION_WORDS } from './languages/index.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Phrases of a list, as prompts that say them are looked up. */
export function sayings(words: string | undefined): string[] {
  return (words ?? '')
    .split(/[\s|]+/)
    .filter((phrase) => phrase !== '')
    .map((phrase) => {
      const tokens = tokensOf(phrase.replaceAll('_', ' '));
      return keyOf(tokens, 0, tokens.length);
    });
}

/** Words and letters of the longest phrase. */
const MOST_TOKENS = 18;

let spoken: ReadonlyMap<string, readonly string[]> | undefined;

/** By phrase, the languages that have it, of those that more people speak first. */
function languagesOfSayings(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const language of ['en', ...Object.keys(LANGUAGE_TABLES)])
    for (const table of [ownValue(OCCASION_WORDS, language), ownValue(GREETING_WORDS, language)])
      for (const words of Object.values(table ?? {}))
        for (const key of sayings(words)) {
          const languages = found.get(key);
          if (!languages) found.set(key, [language]);
          else if (!languages.includes(language)) languages.push(language);
        }
  return found;
}

/** Languages in which a prompt begins with what people wish or say to each other, and nothing else up to a pause. */
export function languagesSaying(tokens: readonly Token[]): readonly string[] {
  const isPause = ({ kind }: Token) => kind === 'comma' || kind === 'break' || kind === 'emoji' || kind === 'shortcode';
  const pause = tokens.findIndex(isPause);
  const end = pause < 0 ? tokens.length : pause;
  if (end === 0 || end > MOST_TOKENS) return [];
  spoken ??= languagesOfSayings();
  return spoken.get(keyOf(tokens, 0, end)) ?? [];
}
