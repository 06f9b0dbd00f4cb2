import { type Executable, readValues } from '../../src/chat/commands/index.js';

import { richMessage } from '../../src/chat/replies/index.js';
import { richLine } from '../../src/chat/text/index.js';

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
