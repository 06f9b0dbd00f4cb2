import type { CommandContext, OptionSpec, Values } from '../src/chat/commands/index.js';
import { badArgument } from '../src/chat/errors/index.js';
import type { PictureSource, ShownPicture } from '../src/chat/pictures/index.js';
import { errorMessage, type Reply } from '../src/chat/replies/index.js';
import { CoreError } from '../src/core/basics/index.js';
import { nameOf } from '../src/core/contents/index.js';
import type { BroughtPicture, ImagineInput } from '../src/core/index.js';
import { RANGES } from '../src/engine/basics/index.js';
import { namesOwn } from '../src/engine/words/index.js';

/** A picture to draw. */
export const THING: OptionSpec = { name: 'thing', type: 'picture' };
/** A picture counts as having a face unless somebody says otherwise. */
export const FACE: OptionSpec = { name: 'face', type: 'choice', choices: ['own', 'none'] };

/** A picture to begin from, and how much of it stays. */
export const IMAGE: OptionSpec = { name: 'image', type: 'picture' };
export const STRENGTH: OptionSpec = { name: 'strength', type: 'integer', ...RANGES.strength };

/** How much stays of the picture that a request begins from. @throws ArgumentError where it begins from none */
export function strengthOf(values: Values): number | undefined {
  const strength = values.number('strength');
  if (strength !== undefined && imageOf(values) === undefined) throw badArgument('image', { why: 'missing' });
  return strength;
}

/** What comes with a message is a thing, unless somebody says how much of it is to stay. */
function imageOf(values: Values): string | undefined {
  return values.text('image') ?? (values.number('strength') === undefined ? undefined : values.text('thing'));
}

export const isFaceless = (values: Values): boolean => values.text('face') === 'none';

/** `mascot=picture.png`: neither names nor what begins a URL have what stands in the other. */
const NAMED = /^([^=:/\\.]+)=([\s\S]+)$/;

/** The picture that an option's value stands for, and what to call it: as it says, or else as its file. */
export async function shownPicture(
  pictures: PictureSource,
  value: string,
): Promise<Omit<ShownPicture, 'fileName'> & { name: string }> {
  const [, said, reference = value] = NAMED.exec(value) ?? [];
  const { bytes, fileName } = await pictures.picture(reference);
  return { bytes, name: nameOf(said ?? fileName.replace(/\.[a-z0-9]{1,5}$/i, '')) };
}

/** Pictures that come with a prompt, if any, as options have them. */
export interface Attached {
  /** A thing. */
  value?: string | undefined;
  /** To begin from. */
  image?: string | undefined;
  isFaceless?: boolean;
  /** The prompt is what the thing is called, unless it names it. */
  isAllOfIt?: boolean;
}

/** What `THING`, `IMAGE` and `FACE` bring. */
export function broughtWith(values: Values): Attached {
  const [image, thing] = [imageOf(values), values.text('thing')];
  return { image, value: thing === image ? undefined : thing, isFaceless: isFaceless(values) };
}

/**
 * Asks for a grid of a prompt with the pictures that come with it: custom emojis in it, whose names then stand in their
 * places, and what was attached.
 */
export async function withOwnPictures(
  { pictures, t }: Pick<CommandContext, 'pictures' | 't'>,
  prompt: string,
  ask: (input: Pick<ImagineInput, 'prompt' | 'own'>) => Promise<Reply>,
  { value, image, isFaceless: faceless = false, isAllOfIt = false }: Attached = {},
): Promise<Reply> {
  const attached = value === undefined ? [] : [await shownPicture(pictures, value)];
  const whole = image === undefined ? [] : [await shownPicture(pictures, image)];
  const emojis = await pictures.emojis(prompt);
  const said: BroughtPicture[] = [];
  let words = prompt;
  for (const { text, name: called, reference } of emojis ?? []) {
    const name = nameOf(called);
    words = words.split(text).join(` ${name} `);
    if (reference !== null && !said.some((one) => one.name === name))
      said.push({ name, bytes: (await pictures.picture(reference)).bytes });
  }
  const things = [...attached, ...said].map((one) => ({ ...one, isFaceless: faceless }));
  const [shown] = things;
  if (isAllOfIt && attached.length > 0 && shown && !namesOwn(words, [shown])) {
    words = nameOf(words);
    shown.name = words;
  }
  const own: BroughtPicture[] = [...things, ...whole.map((one) => ({ ...one, isWhole: true as const }))];
  try {
    return await ask({ prompt: words.replace(/ {2,}/g, ' ').trim(), ...(own.length === 0 ? {} : { own }) });
  } catch (error) {
    const isBlind = emojis === null && error instanceof CoreError && error.is('nothing_known');
    if (!isBlind) throw error;
    return errorMessage(t('errors.emoji_unseen'));
  }
}
