import type { CommandSpec } from '../src/chat/command.js';
import { textMessage } from '../src/chat/replies.js';
import { REQUIRED_ID, toId } from './shared/generation.js';
import { readValues } from './shared/values.js';

/** Deletes a grid with its pictures; the latest one is never meant silently. */
export const remove: CommandSpec = {
  name: 'delete',
  execute: {
    options: [REQUIRED_ID],
    positional: 'id',
    async run(raw, { actor, core, t }) {
      const id = toId(readValues(raw).requiredText('id'));
      await core.delete(actor, id);
      return textMessage(t('reply.deleted', { id }));
    },
  },
};
