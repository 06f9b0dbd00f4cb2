import { type CommandSpec, ID, readValues, toId } from '../src/chat/commands/index.js';
import { relativeWords } from '../src/chat/i18n/index.js';
import { message, text, textMessage } from '../src/chat/replies/index.js';
import { shorten } from '../src/chat/text/index.js';
import { timeOfDay } from '../src/core/basics/index.js';

const USUAL_LENGTH = 10;
/** Of a prompt in the list. */
const LONGEST_PROMPT = 120;

/** What was made before, newest first. */
export const history: CommandSpec = {
  name: 'history',
  execute: {
    options: [
      { name: 'everyone', type: 'flag' },
      { name: 'limit', type: 'integer', min: 1, max: 25 },
      { ...ID, name: 'before' },
    ],
    examples: ['history', 'history --everyone --limit 25'],
    async run(raw, { actor, core, t }) {
      const values = readValues(raw);
      const limit = values.number('limit') ?? USUAL_LENGTH;
      const before = values.text('before');
      const query = {
        mine: !values.flag('everyone'),
        limit,
        ...(before === undefined ? {} : { before: toId(before) }),
      };
      const found = await core.history(actor, query);
      if (found.length === 0) return textMessage(t('reply.no_history'));
      const items = found.map(({ id, prompt, status, createdAt, settings }) =>
        t('reply.history_line', {
          id,
          status,
          prompt: shorten(prompt, LONGEST_PROMPT),
          count: settings.count,
          when: relativeWords(actor.locale, createdAt, timeOfDay()),
        }),
      );
      const last = found.at(-1);
      const more = found.length === limit && last !== undefined ? [text(t('reply.history_more', { id: last.id }))] : [];
      return message([{ type: 'heading', text: t('reply.history') }, { type: 'list', items }, ...more]);
    },
  },
};
