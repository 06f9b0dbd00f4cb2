import { actions } from './en/actions.js';
import { card } from './en/card.js';
import { commands } from './en/commands.js';
import { discord } from './en/discord.js';
import { errors } from './en/errors.js';
import { home } from './en/home.js';
import { notices } from './en/notices.js';
import { slack } from './en/slack.js';

/** All texts in English, the complete catalogue (ICU MessageFormat). */
export const en = { ...actions, ...card, ...commands, ...discord, ...errors, ...home, ...notices, ...slack } as const;

/** Key of a text; one that is not in the English catalogue is a compile error. */
export type MessageKey = keyof typeof en;

/** Whether a key made at run time, such as `command.<name>`, has a text. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
