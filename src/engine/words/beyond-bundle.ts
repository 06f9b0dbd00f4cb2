import type { NamingManifest } from './language.js';
import { readPrompt } from './reading.js';
import { withoutAccents, wordsOf } from './spelling.js';

/** What of a prompt is beyond a bundle. */
export interface BeyondBundle {
  /**
   * Words that the bundle's prompts never had, in any form, as the user wrote them but in lower case: each once, in order. None for a bundle
   * that does not list its words.
   */
  words: string[];
  /** Whether the text encoder does not see them, as the rest is put in English. Otherwise it guesses at them. */
  areLeftOut: boolean;
  /** Whether it names more things than a picture can have. */
  hasTooMany: boolean;
}

/** What of a prompt the bundle has not learned. */
export function beyondBundle(prompt: string, manifest: NamingManifest): BeyondBundle {
  const { unknown, things, total, language } = readPrompt(prompt, manifest);
  const parts = wordsOf(prompt).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);
  const words = parts.filter((word) => unknown.has(withoutAccents(word)));
  return {
    words: [...new Set(words)],
    areLeftOut: !language.isEnglish && things.length > 0,
    hasTooMany: total > manifest.limits.objects,
  };
}
