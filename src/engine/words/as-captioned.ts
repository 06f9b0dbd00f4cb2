import type { NamingManifest } from './language.js';
import { readPrompt } from './reading.js';
import { worded } from './worded.js';

/**
 * A prompt as the text encoder is to read it: English stays as it is typed, and a prompt in another of the bundle's languages is put in the plain English
 * of the prompts that the bundle has learned from. One that names nothing the bundle knows stays as it is.
 */
export function asCaptioned(prompt: string, manifest: NamingManifest): string {
  const reading = readPrompt(prompt, manifest);
  return reading.language.isEnglish || reading.things.length === 0 ? prompt : worded(reading);
}
