import { LANGUAGE_TABLES, type LanguageTable } from './languages/index.js';
import type { PromptReader } from './prompt-reading.js';

/** Letters that no language has a word of: what they may be is looked up everywhere. */
const UNKNOWN = 'qwxfgh';

/**
 * Reads a prompt of every language, so that nobody who asks waits until its words are gathered. Takes some tenths of a
 * second, and is for processes that will read many.
 */
export function readAhead(reader: PromptReader): void {
  for (const [language, table] of Object.entries(LANGUAGE_TABLES)) reader.read(promptIn(table), { locale: language });
}

/** “Two red cats and a UNKNOWN”, more or less. */
function promptIn({ numbers, colours, things = {}, and, articles, stands }: LanguageTable): string {
  const [thing = '', other = ''] = Object.values(things);
  const words = [numbers[2], colours.red, thing, and, articles, colours.blue, other, stands.on, UNKNOWN];
  return words.map((list) => list?.trim().split(/\s+/)[0]?.replaceAll('_', ' ')).join(' ');
}
