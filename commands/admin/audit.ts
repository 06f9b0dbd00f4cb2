import { type Executable, readValues } from '../../src/chat/commands/index.js';
import { dateTime } from '../../src/chat/i18n/index.js';
import { message, text, textMessage } from '../../src/chat/replies/index.js';
import { richLine } from '../../src/chat/text/index.js';

import { auditLine } from './audit-line.js';

const USUAL_LENGTH = 10;

/** What admins and moderators changed, a page of it, newest first. */
export const audit: Executable = {
  options: [
    { name: 'limit', type: 'integer', min: 1, max: 25 },
    { name: 'page', type: 'integer', min: 1, max: 1000 },
  ],
  examples: ['admin audit', 'admin audit --page 2'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const limit = values.number('limit') ?? USUAL_LENGTH;
    const page = values.number('page') ?? 1;
    // One more than are shown, which tells whether there is another page.
    const found = await core.audit(actor, limit + 1, (page - 1) * limit);
    const entries = found.slice(0, limit);
    if (entries.length === 0) return textMessage(page === 1 ? t('reply.no_audit') : t('reply.no_audit_page'));
    const { timeZone } = await core.quota(actor);
    const items = entries.map((entry) =>
      richLine(t, 'reply.audit_line', {
        when: dateTime(entry.at, timeZone, actor.locale),
        what: auditLine(entry, t),
      }),
    );
    const next = limit === USUAL_LENGTH ? `--page ${page + 1}` : `--limit ${limit} --page ${page + 1}`;
    return message([
      { type: 'heading', text: t('reply.audit', { zone: timeZone }) },
      { type: 'rich-list', items },
      ...(found.length > limit ? [text(t('reply.audit_more', { next }))] : []),
    ]);
  },
};
