import type { Executable } from '../../src/chat/commands/command.js';
import { readValues } from '../../src/chat/commands/values.js';
import { richMessage } from '../../src/chat/replies/replies.js';
import { richLine } from '../../src/chat/text/rich-text.js';

/** Forgives what a user spent today. */
export const reset: Executable = {
  options: [{ name: 'user', type: 'user', isRequired: true }],
  positional: 'user',
  examples: ['quota reset @ada'],
  async run(raw, { actor, core, t }) {
    const user = readValues(raw).requiredText('user');
    await core.resetQuota(actor, user);
    return richMessage(richLine(t, 'reply.quota_reset', { user: { kind: 'user', id: user } }));
  },
};
