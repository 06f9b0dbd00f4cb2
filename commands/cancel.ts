import { type CommandSpec, ID, readValues, toId } from '../src/chat/commands/index.js';

import { textMessage } from '../src/chat/replies/index.js';
import { CoreError } from '../src/core/basics/index.js';

/** Stops a generation that waits or runs: the given one, or the actor's newest here. */
export const cancel: CommandSpec = {
  name: 'cancel',
  execute: {
    options: [ID],
    positional: 'id',
    async run(raw, { actor, core, t }) {
      const given = readValues(raw).text('id');
      const id = given === undefined ? (await core.newestUnfinished(actor))?.id : toId(given);
      if (id === undefined) throw new CoreError('nothing_to_cancel');
      const outcome = await core.cancel(actor, id);
      return textMessage(t(outcome === 'cancelled' ? 'reply.cancelled' : 'reply.stopping', { id }));
    },
  },
};
