import type { Executable } from '../../src/chat/commands/command.js';
import { readValues } from '../../src/chat/commands/values.js';
import { richMessage } from '../../src/chat/replies/replies.js';
import { richLine } from '../../src/chat/text/rich-text.js';

/** Gives a user more images until the day's quota starts afresh. */
export const grant: Executable = {
  options: [
    { name: 'user', type: 'user', isRequired: true },
    { name: 'images', type: 'integer', min: 1, max: 10_000, isRequired: true },
  ],
  positional: 'user',
  examples: ['quota grant @ada --images 20'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const user = values.requiredText('user');
    const images = values.requiredNumber('images');
    await core.grantQuota(actor, user, images);
    return richMessage(richLine(t, 'reply.quota_grant', { user: { kind: 'user', id: user }, images }));
  },
};
