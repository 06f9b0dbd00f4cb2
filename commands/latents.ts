import type { CommandSpec } from '../src/chat/command.js';
import { code } from './latents/code.js';
import { edit } from './latents/edit.js';
import { pin, unpin } from './latents/pin.js';
import { show } from './latents/show.js';
import { splice } from './latents/splice.js';
import { use } from './latents/use.js';

/** Everything about the latents of a grid. */
export const latents: CommandSpec = { name: 'latents', subcommands: { show, pin, unpin, edit, splice, use, code } };
