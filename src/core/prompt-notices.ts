import type { LatentContext } from '../engine/latents/context.js';
import { asCaptioned } from '../engine/words/as-captioned.js';
import { beyondBundle } from '../engine/words/beyond-bundle.js';

/** Things named as examples of what a bundle knows. */
const EXAMPLES = 6;

/**
 * What a user should know about a prompt before it is painted: what is cut off, cannot be read or was never learned.
 * @param whereListed a sentence that says where all that the bundle knows is listed, if anywhere
 */
export function promptNotices(
  prompt: string,
  { tokenizer, manifest }: Pick<LatentContext, 'tokenizer' | 'manifest'>,
  whereListed = '',
): string[] {
  const notices: string[] = [];
  const { cut } = tokenizer.encodePrompt(asCaptioned(prompt, manifest));
  if (cut !== '') notices.push(`The prompt is too long for this model; it leaves out: ${cut}`);
  const { words, areLeftOut, hasTooMany } = beyondBundle(prompt, manifest);
  const unreadable = tokenizer.unreadableWords(prompt).filter((word) => !words.includes(word.toLowerCase()));
  if (unreadable.length > 0) notices.push(`This model cannot read: ${unreadable.join(', ')}`);
  const listed = words.map((word) => `"${word}"`).join(', ');
  if (words.length > 0 && areLeftOut) notices.push(`This model has not learned ${listed} and leaves that out.`);
  else if (words.length > 0) {
    const { concepts } = manifest;
    const examples = concepts.filter((_, k) => k % Math.ceil(concepts.length / EXAMPLES) === 0);
    notices.push(
      `This model has not learned ${listed} and will guess. ` +
        `It knows ${concepts.length} things, such as ${examples.join(', ')}. ${whereListed}`.trimEnd(),
    );
  }
  if (hasTooMany) {
    notices.push(`This model paints at most ${manifest.limits.objects} things in a picture and may leave some out.`);
  }
  return notices;
}
