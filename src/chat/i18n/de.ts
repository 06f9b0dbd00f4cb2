import { actions } from './de/actions.js';
import { card } from './de/card.js';
import { commands } from './de/commands.js';
import { discord } from './de/discord.js';
import { errors } from './de/errors.js';
import { home } from './de/home.js';
import { notices } from './de/notices.js';
import { slack } from './de/slack.js';
import type { MessageKey } from './en.js';

/** Alle Texte auf Deutsch. */
export const de: Readonly<Record<MessageKey, string>> = {
  ...actions,
  ...card,
  ...commands,
  ...discord,
  ...errors,
  ...home,
  ...notices,
  ...slack,
};
