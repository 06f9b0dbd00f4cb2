import type { CommandSpec } from '../../src/chat/commands/index.js';
import { code } from './code.js';
import { edit } from './edit.js';
import { pin, unpin } from './pin.js';
import { show } from './show.js';
import { splice } from './splice.js';
import { use } from './use.js';

/** Everything about the latents of a grid. */
export const latents: CommandSpec = { name: 'latents', subcommands: { show, pin, unpin, edit, splice, use, code } };
