import type { NamingManifest } from './language.js';
import { readPrompt } from './reading.js';

/**
 * A prompt as the bundle's captions would word it: they have names in the singular, colours in the dictionary form, English numbers and one word for
 * “and”, so that of “les deux chats noirs” a prior that has read nothing else makes a lion. Only words change that the prompt's language knows; what
 * is in English, or in no language of the bundle, stays as it is.
 */
export function asCaptioned(prompt: string, manifest: NamingManifest): string {
  const { isEnglish, captioned } = readPrompt(prompt, manifest);
  const isWorded = !isEnglish && captioned.length > 0;
  return isWorded ? captioned.join(' ').replaceAll(' ,', ',') : prompt;
}
