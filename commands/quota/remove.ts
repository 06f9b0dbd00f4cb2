import type { Executable } from '../../src/chat/command.js';
import { textMessage } from '../../src/chat/replies.js';
import { readValues } from '../shared/values.js';
import { SUBJECT_OPTIONS, subjectOf, subjectText } from './subject.js';

/** Takes away the limits that were set for a subject. */
export const remove: Executable = {
  options: SUBJECT_OPTIONS,
  examples: ['quota remove --user @ada'],
  async run(raw, { actor, core, t }) {
    const subject = subjectOf(readValues(raw));
    await core.removeQuota(actor, subject);
    return textMessage(t('reply.quota_removed', { subject: subjectText(t, subject) }));
  },
};
