import type { LatentContext } from '../../engine/context/index.js';
import type { Latents } from '../../engine/latents/index.js';

import { type PromptReading, type ReadingNote, type ReadOptions, readOptionsOf } from '../../engine/words/index.js';
import { CoreError } from '../basics/index.js';
import type { Generation } from '../types.js';
import { promptsOf } from './alternatives.js';

/** Things that are suggested in place of what nothing is known of. */
const MOST_NEAREST = 3;

/**
 * What a user should know of how a prompt was read: in the reading's own terms, or what of it the text encoder has no
 * room for.
 */
export type PromptNotice = ReadingNote | { type: 'cut'; said: string };

type Model = Pick<LatentContext, 'tokenizer' | 'reader'>;

/** What a user should know of prompts before they are painted; each thing once. */
export function promptNotices(prompts: readonly string[], options: ReadOptions, model: Model): PromptNotice[] {
  const notices = prompts.flatMap((prompt): PromptNotice[] => {
    const { notes, worded } = model.reader.read(prompt, options);
    const { cut } = model.tokenizer.encodePrompt(worded);
    return cut === '' ? [...notes] : [{ type: 'cut', said: cut }, ...notes];
  });
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

/** What a user should know of the prompts of a generation's cells, read as they were when it was accepted. */
export function generationNotices(generation: Generation, model: Model): PromptNotice[] {
  const { settings } = generation;
  const notices = promptNotices(promptsOf(generation), readOptionsOf(settings), model);
  return settings.painter === undefined ? notices : notices.filter(isOfAnyPainter);
}

/** Not what an engine that is told the words themselves may well know, and paint. */
export function isOfAnyPainter({ type }: PromptNotice): boolean {
  return type === 'read-as' || type === 'removed' || type === 'inseparable' || type === 'contradicted';
}

/**
 * Refuses prompts that nothing is known of: what would be painted then has nothing to do with them. A description that
 * is given, boxes that name something known, or a picture to begin from say well enough what to paint.
 *
 * @param given what every cell is given
 * @throws CoreError `nothing_known` about the first such prompt
 */
export function requireKnown(
  prompts: readonly string[],
  options: ReadOptions,
  given: Latents,
  { reader }: Pick<Model, 'reader'>,
): void {
  const isNamed = given.description !== undefined || given.boxes?.some(({ label }) => isKnown(reader.read(label)));
  if (isNamed || options.own?.some(({ isWhole }) => isWhole)) return;
  for (const prompt of prompts) {
    const reading = reader.read(prompt, options);
    if (isKnown(reading)) continue;
    const { notes } = reading;
    const unknown = notes.flatMap((note) => (note.type === 'unknown' ? [note] : []));
    const excluded = notes.flatMap((note) => (note.type === 'contradicted' ? [note.said] : []));
    const unwritten = notes.flatMap((note) => (note.type === 'left-out' && note.why === 'text' ? [note.said] : []));
    throw new CoreError('nothing_known', {
      words: unknown.map(({ said }) => said),
      nearest: [...new Set(unknown.flatMap(({ nearest }) => nearest))].slice(0, MOST_NEAREST),
      ...(excluded.length > 0 ? { excluded } : {}),
      ...(unwritten.length > 0 && unknown.length === 0 ? { unwritten } : {}),
    });
  }
}

function isKnown({ things }: PromptReading): boolean {
  return things.length > 0;
}
