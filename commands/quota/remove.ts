import { type Executable, readValues } from '../../src/chat/commands/index.js';

import { richMessage } from '../../src/chat/replies/index.js';
import { richLine } from '../../src/chat/text/index.js';
import { SUBJECT_OPTIONS, subjectLine, subjectOf } from './subject.js';

/** Takes away the limits that were set for a subject. */
export const remove: Executable = {
  options: SUBJECT_OPTIONS,
  examples: ['quota remove --user @ada'],
  async run(raw, { actor, core, t }) {
    const subject = subjectOf(readValues(raw));
    await core.removeQuota(actor, subject);
    return richMessage(richLine(t, 'reply.quota_removed', { subject: subjectLine(t, subject) }));
  },
};
