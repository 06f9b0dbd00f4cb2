import type { Manifest } from '../engine/bundle/manifest.js';
import { unfamiliarWords } from '../engine/prompt-words.js';
import type { TextTokenizer } from '../engine/text-tokenizer.js';

/** Things named as examples of what a bundle knows. */
const EXAMPLES = 6;

/** What a user should know about a prompt before it is painted: what is cut off, cannot be read or was never learned. */
export function promptNotices(prompt: string, tokenizer: TextTokenizer, { concepts, words }: Manifest): string[] {
  const notices: string[] = [];
  const { cut } = tokenizer.encodePrompt(prompt);
  if (cut !== '') notices.push(`The prompt is too long for this bundle; it leaves out: ${cut}`);
  const unreadable = tokenizer.unreadableWords(prompt);
  if (unreadable.length > 0) notices.push(`This bundle cannot read: ${unreadable.join(', ')}`);
  const unfamiliar = unfamiliarWords(prompt, { words });
  if (unfamiliar.length > 0) {
    const examples = concepts.filter((_, k) => k % Math.ceil(concepts.length / EXAMPLES) === 0);
    notices.push(
      `This bundle has not learned ${unfamiliar.map((word) => `"${word}"`).join(', ')} and will guess. ` +
        `It knows ${concepts.length} things, such as ${examples.join(', ')}; \`kaleido doctor\` lists them all.`,
    );
  }
  return notices;
}
