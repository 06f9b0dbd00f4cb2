import type { Action, SelectAction } from '../../chat/cards/index.js';
import { actionName } from './window/index.js';

/** What a line at the prompt means. */
export type Line =
  | { type: 'empty' }
  | { type: 'exit' }
  /** `3`, `!3`, `press 3`, `3=1,2`, `press reroll` */
  | { type: 'press'; action: Action; values: string[] }
  /** `3` of a menu, which is to show what can be chosen */
  | { type: 'menu'; menu: SelectAction; number: number }
  /** A number or name that nothing on the page has, or an option that a menu lacks. */
  | { type: 'wrong-press'; pressed: string }
  /** `+🔁`, `-🎨 k3v9…` */
  | { type: 'react'; emoji: string; isAdded: boolean; id: string | null }
  | { type: 'command'; text: string };

const EXIT = /^\/?(exit|quit)$/i;
const PRESS = /^(?:!|press\s+)?(\d{1,3})(?:\s*=\s*([\d,\s]*))?$/i;
const PRESS_NAME = /^(?:!|press\s+)(\S.*)$/i;
// A bare pictograph may lack the mark (U+FE0F) that makes it an emoji: terminals and keyboards differ.
const EMOJI = String.raw`\p{RGI_Emoji}|\p{Extended_Pictographic}|\d\u20e3`;
// A literal with the v flag needs a newer compile target than Node 20, which knows it.
const REACTION = new RegExp(`^([+\\-])\\s*(${EMOJI})(?:\\s+#?([0-9a-z]{12}))?$`, 'iv');

/**
 * Reads a line.
 * @param actions what the latest page offers, in the order of its numbers
 */
export function readLine(text: string, actions: readonly Action[]): Line {
  const line = text.trim();
  if (line === '') return { type: 'empty' };
  if (EXIT.test(line)) return { type: 'exit' };
  const reaction = REACTION.exec(line);
  if (reaction !== null) {
    const [, sign, emoji, id] = reaction;
    return { type: 'react', emoji: emoji!, isAdded: sign === '+', id: id?.toLowerCase() ?? null };
  }
  const press = PRESS.exec(line);
  if (press !== null) return readPress(line, actions, actions[Number(press[1]) - 1], press[2]);
  const name = PRESS_NAME.exec(line)?.[1]?.trim().toLowerCase();
  return name === undefined
    ? { type: 'command', text: line }
    : readPress(line, actions, byName(actions, name), undefined);
}

function readPress(
  pressed: string,
  actions: readonly Action[],
  action: Action | undefined,
  chosen: string | undefined,
): Line {
  if (action === undefined) return { type: 'wrong-press', pressed };
  if (action.type === 'button') {
    return chosen === undefined ? { type: 'press', action, values: [] } : { type: 'wrong-press', pressed };
  }
  // An empty choice (`3=`) takes back everything where that is allowed.
  if (chosen === undefined) return { type: 'menu', menu: action, number: actions.indexOf(action) + 1 };
  const numbers = [...new Set(chosen.split(/[\s,]+/).filter((part) => part !== ''))].map(Number);
  const values = numbers.flatMap((number) => action.options[number - 1]?.value ?? []);
  const isPossible = values.length === numbers.length && values.length >= action.min && values.length <= action.max;
  return isPossible ? { type: 'press', action, values } : { type: 'wrong-press', pressed };
}

/** The one action with that name, or whose name begins so. */
function byName(actions: readonly Action[], name: string): Action | undefined {
  const names = actions.map((action) => ({ action, name: actionName(action).toLowerCase() }));
  const exact = names.filter((one) => one.name === name || one.name.endsWith(` ${name}`));
  const begun = names.filter((one) => one.name.replace(/^\P{L}+/u, '').startsWith(name));
  const found = exact.length > 0 ? exact : begun;
  return found.length === 1 ? found[0]?.action : undefined;
}
