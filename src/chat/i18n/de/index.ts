import type { MessageKey } from '../en/index.js';
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

/** Alle Texte auf Deutsch. */
export const de: Readonly<Record<MessageKey, string>> = {
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
};
