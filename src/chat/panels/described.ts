import type { PictureDescription } from '../../engine/describe/index.js';
import { formatLatent } from '../../engine/latents/index.js';
import { type ButtonAction, button, fitsAction, formatPromptCode } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type Block, type MessageReply, message } from '../replies/index.js';
import { describedText, KIND_LOOKS, kindName } from '../text/index.js';

/** The latents that people see with their eyes. */
const SHOWN = ['boxes', 'palette'] as const;

/** What a picture shows, and a button that asks for the like where that is known. */
export function describedPanel(found: PictureDescription, t: Translate): MessageReply {
  const items = SHOWN.filter((kind) => found.latents[kind] !== undefined).map((kind) =>
    t('described.latent', {
      emoji: KIND_LOOKS[kind].emoji,
      kind: kindName(t, kind),
      text: formatLatent(kind, found.latents),
    }),
  );
  return message([...toldBlocks(found, t), { type: 'text', text: describedText(t, found) }, { type: 'list', items }], {
    actions: imagineIt(found, t).map((one) => [one]),
  });
}

/** What an engine says, or that it says nothing. */
function toldBlocks({ told, isUntold }: PictureDescription, t: Translate): Block[] {
  if (told !== undefined) return [{ type: 'text', text: t('described.told', told) }];
  return isUntold ? [{ type: 'text', text: t('described.untold') }] : [];
}

/**
 * The whole prompt, or as much of it as a button has room for: an engine's words, which whatever paints where nobody
 * chooses is asked for, or else Kaleido's own.
 */
function imagineIt({ prompt, thing, told }: PictureDescription, t: Translate): ButtonAction[] {
  const own = prompt === undefined || thing === undefined ? [] : [prompt, prompt.replace(/,[^,]*$/, ''), thing.display];
  const codes = [...(told === undefined ? [] : shorterAndShorter(told.words)), ...own].map(formatPromptCode);
  const code = codes.find((one) => fitsAction('imagine', one));
  return code === undefined ? [] : [button('imagine', code, [], '🖌️', t('action.imagine_it'), 'primary')];
}

/** A text, and what is left of it as one word after another goes from its end. */
function shorterAndShorter(text: string): string[] {
  const words = text.split(' ');
  return words.map((_, k) =>
    words
      .slice(0, words.length - k)
      .join(' ')
      .replace(/[,;.]+$/, ''),
  );
}
