import type { Executable } from '../../src/chat/command.js';
import { textMessage } from '../../src/chat/replies.js';
import { readValues } from '../shared/values.js';

/** Forgives what a user spent today. */
export const reset: Executable = {
  options: [{ name: 'user', type: 'user', isRequired: true }],
  positional: 'user',
  examples: ['quota reset @ada'],
  async run(raw, { actor, core, t }) {
    const user = readValues(raw).requiredText('user');
    await core.resetQuota(actor, user);
    return textMessage(t('reply.quota_reset', { user }));
  },
};
