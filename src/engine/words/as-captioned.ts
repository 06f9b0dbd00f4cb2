import { hasNames, type NamingManifest } from './language.js';
import { readPrompt } from './reading.js';
import { worded } from './worded.js';

/**
 * A prompt as the bundle's captions would word it. They have little else than names of things, in the singular but for English, colours in the
 * dictionary form, English numbers and one word for “and”, and whatever else the text encoder reads it takes for one of these: of “le chat noir” it
 * makes a lion, of “a happy dog” a happy face. A prompt that names nothing the bundle knows stays as it is, and so do all for a bundle whose captions are
 * in whatever words, as it has no `names`.
 */
export function asCaptioned(prompt: string, manifest: NamingManifest): string {
  const { things, phrases, language } = readPrompt(prompt, manifest);
  return hasNames(manifest) && things.length > 0 ? worded(phrases, language) : prompt;
}
