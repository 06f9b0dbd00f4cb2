import { ownValue } from '../../../engine/basics/index.js';

/**
 * Slack's names of the emoji that mean something on a grid; Slack tells names, never characters. A skin tone
 * (`name::skin-tone-2`) makes no difference.
 */
const EMOJI: Readonly<Record<string, string>> = {
  repeat: '🔁',
  arrows_counterclockwise: '🔄',
  one: '1️⃣',
  two: '2️⃣',
  three: '3️⃣',
  four: '4️⃣',
  five: '5️⃣',
  six: '6️⃣',
  seven: '7️⃣',
  eight: '8️⃣',
  nine: '9️⃣',
  pushpin: '📌',
  art: '🎨',
  package: '📦',
  memo: '📝',
  pencil: '📝',
  bubbles: '🫧',
  jigsaw: '🧩',
  wastebasket: '🗑️',
};

/** The character of a reaction's name; undefined for one that means nothing here. */
export const emojiOf = (name: string): string | undefined => {
  const plain = name.replace(/::skin-tone-\d$/, '');
  return ownValue(EMOJI, plain);
};
