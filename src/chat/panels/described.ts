import type { PictureDescription } from '../../engine/describe/index.js';
import { formatLatent } from '../../engine/latents/index.js';
import { type ButtonAction, button, fitsAction, formatPromptCode } from '../cards/index.js';
import type { Translate } from '../i18n/index.js';
import { type MessageReply, message } from '../replies/index.js';
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
  return message(
    [
      { type: 'text', text: describedText(t, found) },
      { type: 'list', items },
    ],
    { actions: imagineIt(found, t).map((one) => [one]) },
  );
}

/** The whole prompt, or as much of it as a button has room for. */
function imagineIt({ prompt, thing }: PictureDescription, t: Translate): ButtonAction[] {
  if (prompt === undefined || thing === undefined) return [];
  const codes = [prompt, prompt.replace(/,[^,]*$/, ''), thing.display].map(formatPromptCode);
  const code = codes.find((one) => fitsAction('imagine', one));
  return code === undefined ? [] : [button('imagine', code, [], '🖌️', t('action.imagine_it'), 'primary')];
}
