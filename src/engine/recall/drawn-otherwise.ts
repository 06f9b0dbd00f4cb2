/**
 * Pictures with more in them than the thing, which then is left over beside others or at who has it, or that show it
 * put away: rain, notes, sparkles, a flash, a furled umbrella. Looked at one by one.
 */
const LEFTOVERS: ReadonlySet<string> = new Set([
  ...['noto', 'noto-v1', 'fluent-emoji-flat', 'twemoji', 'emojione', 'streamline-emojis'].flatMap((set) => [
    `${set}:umbrella-with-rain-drops`,
    `${set}:closed-umbrella`,
    `${set}:camera-with-flash`,
  ]),
  'fluent-3d:2614',
  'fluent-3d:1f302',
  'fluent-3d:1f4f8',
  'noto-v1:microphone',
  'twemoji:microphone',
  'emojione:microphone',
  'twemoji:headphone',
  'noto-v1:headphone',
  'streamline-emojis:guitar',
  'streamline-emojis:sunglasses',
  'noto:dagger',
]);

/** Whether a picture of a thing goes ill with others and with somebody who has it. */
export const hasLeftovers = (slug: string): boolean => LEFTOVERS.has(slug);

/** Boards that show their underside and wheels, as nothing stands on, and seats that there is no room under. */
const FROM_BELOW: ReadonlySet<string> = new Set(['twemoji:skateboard']);
const CLOSED_BELOW: ReadonlySet<string> = new Set([
  ...['noto', 'noto-v1', 'fluent-emoji-flat', 'twemoji', 'emojione'].map((set) => `${set}:seat`),
  'fluent-3d:1f4ba',
]);

/** Whether a picture of a thing goes ill with who is on it. */
export const isFromBelow = (slug: string): boolean => FROM_BELOW.has(slug);

/** Whether a picture of a thing goes ill with who is below it. */
export const isClosedBelow = (slug: string): boolean => CLOSED_BELOW.has(slug);
