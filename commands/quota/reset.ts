import type { Executable } from '../../src/chat/command.js';
import { richMessage } from '../../src/chat/replies.js';
import { richLine } from '../../src/chat/rich-text.js';
import { readValues } from '../shared/values.js';

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
