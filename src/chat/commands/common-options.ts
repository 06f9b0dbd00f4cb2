import type { Origin } from '../../core/index.js';
import { LONGEST_PROMPT, RANGES } from '../../engine/basics/index.js';
import { KIND_NAMES, kindNamed, LATENT_KINDS, type LatentKind, WRITTEN_KINDS } from '../../engine/latents/index.js';
import { SAMPLER_NAMES, type SamplerName } from '../../engine/samplers/index.js';
import { badArgument } from '../errors/index.js';
import type { OptionSpec } from './command.js';
import { suggestKinds } from './suggestions.js';
import type { Values } from './values.js';

/** What to draw. */
export const PROMPT: OptionSpec = { name: 'prompt', type: 'text', maxLength: LONGEST_PROMPT, isRequired: true };

/** A cell as people count them, from 1. */
export const CELL: OptionSpec = { name: 'cell', type: 'integer', ...RANGES.count };

/** One kind of latents, by its name or a former one. */
export const KIND: OptionSpec = {
  name: 'kind',
  type: 'choice',
  choices: Object.values(KIND_NAMES),
  formerly: Object.fromEntries([...WRITTEN_KINDS].map(([word, kind]) => [word, KIND_NAMES[kind]])),
};

/** Several kinds with commas or spaces between them. */
export const KINDS: OptionSpec = { name: 'kinds', type: 'text', maxLength: 200, suggest: suggestKinds };

/**
 * Whether only the actor sees the new grid. Of a private grid, or away from where others could see it, private is what
 * is meant unless its requester says otherwise.
 */
export const PRIVATE: OptionSpec = { name: 'private', type: 'flag' };

/** Where a new grid goes, with what the actor said of its privacy. */
export function withPrivacy(origin: Origin, values: Values): Origin {
  return { ...origin, isPrivate: values.flag('private') };
}

/** Cells are indices from 0 inside. */
export function toIndex(cell: number | undefined): number | null {
  return cell === undefined ? null : cell - 1;
}

/** The words of a list that has commas, semicolons or spaces between them. */
export function listOf(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
}

/**
 * Kinds as people write them.
 * @throws CoreError `bad_value` for a word that is no kind
 */
export function readKinds(text: string | undefined, option = 'kinds'): LatentKind[] {
  return listOf(text).map((word) => {
    const kind = kindNamed(word);
    if (kind !== undefined) return kind;
    throw badArgument(option, { why: 'not_choice', choices: LATENT_KINDS.map((kind) => KIND_NAMES[kind]) });
  });
}

/** Where the next pin begins: the values of kinds have commas, semicolons and spaces inside, so its name tells. */
const NEXT_PIN = new RegExp(`[\\s;,|]+(?=(?:${[...WRITTEN_KINDS.keys(), 'code'].join('|')})\\s*=)`, 'i');

/**
 * Several pins in one text, which is all that a slash command has room for:
 * `palette=red,#ffcc00 boxes=cat 0,16,64,112`,
 * `house colours | code=…`. A name of a latent kind with an equals sign begins a new pin; so do `|` and a line break.
 */
export function splitPins(text: string): string[] {
  return text
    .split(/[|\n]/)
    .flatMap((part) => part.split(NEXT_PIN))
    .map((pin) => pin.trim())
    .filter((pin) => pin !== '');
}

/** A checked choice as the engine's name. */
export function samplerOf(name: string | undefined): SamplerName | undefined {
  return SAMPLER_NAMES.find((one) => one === name);
}
