import type { CommandSpec } from '../src/chat/commands/index.js';
import { forgetPanel } from '../src/chat/panels/index.js';

/** Asks whether all that is kept of whoever asks is to be deleted. */
export const forgetMe: CommandSpec = {
  name: 'forget-me',
  execute: {
    options: [],
    examples: ['forget-me'],
    run: async (_, { actor, core, t }) => forgetPanel(actor, await core.keptOf(actor), t),
  },
};
