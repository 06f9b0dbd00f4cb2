import type { CommandSpec } from '../src/chat/commands/command.js';
import { REQUIRED_ID, toId } from '../src/chat/commands/generation-option.js';
import { readValues } from '../src/chat/commands/values.js';
import { deletePanel } from '../src/chat/panels/delete.js';

/** Asks whether a grid is to be deleted with its pictures; the latest one is never meant silently. */
export const remove: CommandSpec = {
  name: 'delete',
  execute: {
    options: [REQUIRED_ID],
    positional: 'id',
    async run(raw, { actor, core, t }) {
      const id = toId(readValues(raw).requiredText('id'));
      return deletePanel(await core.deletable(actor, id), t);
    },
  },
};
