import { badArgument } from '../../src/chat/argument-errors.js';
import type { OptionSpec } from '../../src/chat/command.js';
import { LATENT_KINDS, type LatentKind } from '../../src/engine/latents/latents.js';
import { suggestKinds } from './suggestions.js';

/** Longest prompt that the engine takes, in characters. */
const LONGEST_PROMPT = 4000;

/** What to draw. */
export const PROMPT: OptionSpec = { name: 'prompt', type: 'text', maxLength: LONGEST_PROMPT, isRequired: true };

/** A cell as people count them, from 1. */
export const CELL: OptionSpec = { name: 'cell', type: 'integer', min: 1, max: 9 };

export const KIND: OptionSpec = { name: 'kind', type: 'choice', choices: LATENT_KINDS };

/** Several kinds with commas or spaces between them. */
export const KINDS: OptionSpec = { name: 'kinds', type: 'text', maxLength: 200, suggest: suggestKinds };

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
    const kind = LATENT_KINDS.find((one) => one === word.toLowerCase());
    if (kind !== undefined) return kind;
    throw badArgument(option, { reason: 'not_choice', values: { choices: LATENT_KINDS.join(', ') } });
  });
}
