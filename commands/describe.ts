import { type CommandContext, type CommandSpec, readValues, type Values } from '../src/chat/commands/index.js';
import { badArgument } from '../src/chat/errors/index.js';
import { describedPanel } from '../src/chat/panels/index.js';
import { errorMessage, type Reply } from '../src/chat/replies/index.js';

/** What a picture shows: one that is attached or named, or a custom emoji. */
export const describe: CommandSpec = {
  name: 'describe',
  execute: {
    options: [
      { name: 'picture', type: 'picture' },
      { name: 'emoji', type: 'text', maxLength: 100 },
    ],
    positional: 'picture',
    messageMenu: 'menu.describe',
    examples: ['describe picture.png'],
    async run(raw, context) {
      const { actor, core, pictures, t } = context;
      const reference = await referenceOf(readValues(raw), context);
      if (typeof reference !== 'string') return reference;
      const { bytes } = await pictures.picture(reference);
      return describedPanel(await core.describe(actor, bytes), t);
    },
  },
};

/** What the platform finds the picture by; an emoji may stand wherever a picture is named in words. */
async function referenceOf(
  values: Values,
  { pictures, t }: Pick<CommandContext, 'pictures' | 't'>,
): Promise<string | Reply> {
  const picture = values.text('picture');
  const words = picture ?? values.text('emoji');
  if (words === undefined) throw badArgument('picture', { why: 'missing' });
  const emojis = await pictures.emojis(words);
  if (emojis === null) return errorMessage(t('errors.emoji_unseen'));
  const [emoji] = emojis;
  const reference = emoji === undefined ? picture : emoji.reference;
  return reference ?? errorMessage(t('errors.no_custom_emoji'));
}
