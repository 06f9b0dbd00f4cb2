import { readRegularFile } from '../../engine/basics/index.js';

import type { Bundle } from '../../engine/bundle/index.js';
import { CliError } from '../errors.js';

/** What to paint, and whose real canvases to compare it with. */
export interface PromptChoice {
  prompts: readonly string[];
  /** Concepts that the prompts name. */
  concepts: readonly string[];
}

/** Bytes of a file of prompts. */
const LARGEST_FILE = 1024 * 1024;
/** Things asked for unless told: two cores paint a table of so many in well under an hour. */
export const DEFAULT_PROMPTS = 16;

/**
 * The prompts of a run: those of a file, or “a cat” for concepts that both bundle and evaluator know.
 *
 * @param judged concepts that the evaluator has real canvases of
 * @throws KaleidoError `bad_option` where there is no prompt, or one that names no concept of the evaluator
 */
export async function choosePrompts(
  { prompts: file, promptCount }: { prompts?: string; promptCount?: number },
  { manifest }: Pick<Bundle, 'manifest'>,
  judged: readonly string[],
): Promise<PromptChoice> {
  const known = new Set(judged);
  if (file !== undefined) {
    const prompts = evenly(await readPrompts(file), promptCount);
    return { prompts, concepts: [...new Set(prompts.flatMap((prompt) => namedIn(prompt, known, file)))] };
  }
  const shared = manifest.concepts.filter((concept) => known.has(concept));
  if (shared.length === 0) {
    throw new CliError('bad_option', { why: 'no_shared_concept', option: 'evaluator' });
  }
  const concepts = evenly(shared, promptCount ?? DEFAULT_PROMPTS);
  // The article by the first letter, as in the captions that the networks were trained on.
  return { prompts: concepts.map((concept) => `${/^[aeiou]/.test(concept) ? 'an' : 'a'} ${concept}`), concepts };
}

/**
 * The prompts of a text file, one a line.
 * @throws KaleidoError `bad_option` where it cannot be read or holds none
 */
export async function readPrompts(file: string): Promise<string[]> {
  const text = await readRegularFile(file, LARGEST_FILE).catch((cause: unknown) => {
    throw new CliError('bad_option', { why: 'prompts_unreadable', option: 'prompts', path: file }, cause);
  });
  const prompts = text
    .toString()
    .split('\n')
    .flatMap((line) => line.trim() || []);
  if (prompts.length > 0) return prompts;
  throw new CliError('bad_option', { why: 'no_prompts', option: 'prompts', path: file });
}

/** Concepts of a prompt, singular or with an s; the longest first, so that a hot dog is no dog. */
function namedIn(prompt: string, known: ReadonlySet<string>, file: string): string[] {
  let rest = prompt.toLowerCase();
  const found: string[] = [];
  for (const concept of [...known].sort((a, b) => b.length - a.length)) {
    const words = new RegExp(`(?<!\\p{L})${concept.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}s?(?!\\p{L})`, 'gu');
    const without = rest.replace(words, '|');
    if (without !== rest) found.push(concept);
    rest = without;
  }
  if (found.length > 0) return found;
  throw new CliError('bad_option', { why: 'unknown_prompt', option: 'prompts', path: file, prompt });
}

function evenly<T>(items: readonly T[], count = items.length): T[] {
  const wanted = Math.min(count, items.length);
  return Array.from({ length: wanted }, (_, i) => items[Math.floor((i * items.length) / wanted)]!);
}
