import { type CommandSpec, PRIVATE, readValues, suggestThings } from '../src/chat/commands/index.js';
import { acceptedReply } from '../src/chat/replies/index.js';
import { LONGEST_PROMPT, RANGES } from '../src/engine/basics/index.js';
import { FACE, isFaceless, withOwnPictures } from './own-pictures.js';

/** “A pack of wolves” is a prompt. */
const NOT_A_PACK_OF = /^(?!\s*of\s)/i;

/**
 * A thing in twelve moods.
 * @param styles of the bundle, 1–25
 */
export const packIn = (styles: readonly string[]): CommandSpec => ({
  name: 'pack',
  execute: {
    options: [
      {
        name: 'thing',
        type: 'text',
        maxLength: LONGEST_PROMPT,
        isRequired: true,
        pattern: NOT_A_PACK_OF,
        suggest: suggestThings,
      },
      { name: 'moods', type: 'text', maxLength: 300 },
      { name: 'style', type: 'choice', choices: styles },
      { name: 'palette', type: 'text', maxLength: 300 },
      { name: 'picture', type: 'picture' },
      FACE,
      { name: 'wiggle', type: 'flag' },
      { name: 'seed', type: 'integer', ...RANGES.seed },
      PRIVATE,
    ],
    positional: 'thing',
    examples: [
      'pack fox',
      'pack mug --moods "happy, crying, angry" --wiggle',
      'pack robot --palette "teal, white"',
      'pack our frog --picture frog.png',
    ],
    makesGrid: true,
    async run(raw, context) {
      const values = readValues(raw);
      const { actor, core, origin } = context;
      const palette = values.text('palette');
      const input = {
        moods: values.text('moods') ?? '',
        style: values.text('style'),
        pins: palette === undefined ? undefined : [`palette=${palette}`],
        isMoving: values.flag('wiggle'),
        seed: values.number('seed'),
        isPrivate: values.flag('private'),
      };
      return withOwnPictures(
        context,
        values.requiredText('thing'),
        async (own) => acceptedReply(context, await core.imagine(actor, { ...input, ...own }, origin)),
        { value: values.text('picture'), isFaceless: isFaceless(values), isAllOfIt: true },
      );
    },
  },
});
