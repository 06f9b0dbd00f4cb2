import type { CommandSpec } from '../../src/chat/commands/index.js';
import { grant } from './grant.js';
import { remove } from './remove.js';
import { reset } from './reset.js';
import { set } from './set.js';
import { show } from './show.js';

/** How much people may ask for. Everybody sees their own; changing any is for admins. */
export const quota: CommandSpec = { name: 'quota', subcommands: { show, set, remove, grant, reset } };
export { limitsText, subjectLine } from './subject.js';
