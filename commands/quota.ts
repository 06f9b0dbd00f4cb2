import type { CommandSpec } from '../src/chat/command.js';
import { grant } from './quota/grant.js';
import { remove } from './quota/remove.js';
import { reset } from './quota/reset.js';
import { set } from './quota/set.js';
import { show } from './quota/show.js';

/** How much people may ask for. Everybody sees their own; changing any is for admins. */
export const quota: CommandSpec = { name: 'quota', subcommands: { show, set, remove, grant, reset } };
