import type { CommandSpec } from '../src/chat/command.js';
import { commandsChecked } from '../src/chat/command-check.js';
import { admin } from './admin.js';
import { cancel } from './cancel.js';
import { remove } from './delete.js';
import { deliver } from './deliver.js';
import { help } from './help.js';
import { history } from './history.js';
import { imagine } from './imagine.js';
import { latents } from './latents.js';
import { paint } from './paint.js';
import { pins } from './pins.js';
import { quota } from './quota.js';
import { reroll } from './reroll.js';
import { settings } from './settings.js';
import { show } from './show.js';
import { variations } from './variations.js';

/** Every command of the bot, in the order that help shows them. A new command is one file and one line here. */
export const commands: readonly CommandSpec[] = commandsChecked([
  imagine,
  reroll,
  variations,
  paint,
  latents,
  pins,
  show,
  deliver,
  history,
  cancel,
  remove,
  settings,
  quota,
  admin,
  help,
]);
