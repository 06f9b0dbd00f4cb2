import { type CommandSpec, REQUIRED_ID, readValues, toId } from '../src/chat/commands/index.js';

import { deletePanel } from '../src/chat/panels/index.js';

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
