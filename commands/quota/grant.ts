import { type Executable, readValues } from '../../src/chat/commands/index.js';

import { richMessage } from '../../src/chat/replies/index.js';
import { richLine } from '../../src/chat/text/index.js';

/** Gives a user more images until the day's quota starts afresh. */
export const grant: Executable = {
  options: [
    { name: 'user', type: 'user', isRequired: true },
    { name: 'images', type: 'integer', min: 1, max: 10_000, isRequired: true },
  ],
  positional: 'user',
  examples: ['quota grant @ada --images 20'],
  async run(raw, { actor, core, origin, t }) {
    const values = readValues(raw);
    const user = values.requiredText('user');
    const images = values.requiredNumber('images');
    await core.grantQuota(actor, user, images, origin.idempotencyKey);
    return richMessage(richLine(t, 'reply.quota_grant', { user: { kind: 'user', id: user }, images }));
  },
};
