import type { Executable } from '../../src/chat/command.js';
import { message, textMessage } from '../../src/chat/replies.js';
import { dateTime } from '../shared/times.js';
import { readValues } from '../shared/values.js';

const USUAL_LENGTH = 10;

/** What admins and moderators changed lately. */
export const audit: Executable = {
  options: [{ name: 'limit', type: 'integer', min: 1, max: 25 }],
  async run(raw, { actor, core, t }) {
    const entries = await core.audit(actor, readValues(raw).number('limit') ?? USUAL_LENGTH);
    if (entries.length === 0) return textMessage(t('reply.no_audit'));
    const { timeZone } = await core.quota(actor);
    const items = entries.map(({ at, actorName, action, subject, before, after }) =>
      t('reply.audit_line', {
        when: dateTime(at, timeZone, actor.locale),
        who: actorName,
        action,
        subject,
        before: JSON.stringify(before ?? null),
        after: JSON.stringify(after ?? null),
      }),
    );
    return message([
      { type: 'heading', text: t('reply.audit', { zone: timeZone }) },
      { type: 'list', items },
    ]);
  },
};
