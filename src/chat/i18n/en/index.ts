import { about } from './about.js';
import { actions } from './actions.js';
import { card } from './card.js';
import { commands } from './commands.js';
import { described } from './described.js';
import { discord } from './discord.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { hostErrors } from './host-errors.js';
import { inputErrors } from './input-errors.js';
import { latents } from './latents.js';
import { notices } from './notices.js';
import { packs } from './packs.js';
import { slack } from './slack.js';

/** All texts in English, the complete catalogue (ICU MessageFormat). */
export const en = {
  ...about,
  ...actions,
  ...card,
  ...commands,
  ...described,
  ...discord,
  ...errors,
  ...home,
  ...hostErrors,
  ...inputErrors,
  ...latents,
  ...notices,
  ...packs,
  ...slack,
} as const;

/** Key of a text; one that is not in the English catalogue is a compile error. */
export type MessageKey = keyof typeof en;

/** Whether a key made at run time, such as `command.<name>`, has a text. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
export type { about } from './about.js';
export type { actions } from './actions.js';
export type { card } from './card.js';
export type { commands } from './commands.js';
export type { described } from './described.js';
export type { discord } from './discord.js';
export type { errors } from './errors.js';
export type { home } from './home.js';
export type { hostErrors } from './host-errors.js';
export type { inputErrors } from './input-errors.js';
export type { latents } from './latents.js';
export type { notices } from './notices.js';
export type { packs } from './packs.js';
export type { slack } from './slack.js';
