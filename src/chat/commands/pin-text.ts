import { WRITTEN_KINDS } from '../../engine/latents/index.js';

/** Where the next pin begins: the values of kinds have commas, semicolons and spaces inside, so its name tells. */
const NEXT_PIN = new RegExp(`[\\s;,|]+(?=(?:${[...WRITTEN_KINDS.keys(), 'code'].join('|')})\\s*=)`, 'i');

/**
 * Several pins in one text, which is all that a slash command has room for: `palette=red,#ffcc00 boxes=cat 0,16,64,112`,
 * `house colours | code=…`. A name of a latent kind with an equals sign begins a new pin; so do `|` and a line break.
 */
export function splitPins(text: string): string[] {
  return text
    .split(/[|\n]/)
    .flatMap((part) => part.split(NEXT_PIN))
    .map((pin) => pin.trim())
    .filter((pin) => pin !== '');
}
