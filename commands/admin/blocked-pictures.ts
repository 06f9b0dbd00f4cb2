import { type Executable, readValues, toId } from '../../src/chat/commands/index.js';
import { badArgument } from '../../src/chat/errors/index.js';
import { dateTime } from '../../src/chat/i18n/index.js';
import { message, textMessage } from '../../src/chat/replies/index.js';
import { shownPicture } from '../own-pictures.js';

/** Keeps people from bringing a picture along: that of a message, or those that were brought to a grid. */
export const blockPicture: Executable = {
  options: [
    { name: 'picture', type: 'picture' },
    { name: 'id', type: 'text', maxLength: 40 },
  ],
  positional: 'id',
  messageMenu: 'menu.block_picture',
  examples: ['admin block-picture --picture insult.png', 'admin block-picture abcdefghjkmn'],
  async run(raw, { actor, core, pictures, t }) {
    const values = readValues(raw);
    const id = values.text('id');
    if (id !== undefined) {
      const names = await core.blockPicturesOf(actor, toId(id));
      const list = names.join(', ');
      return textMessage(names.length === 0 ? t('reply.no_pictures_of_grid') : t('reply.picture_blocked', { list }));
    }
    const picture = values.text('picture');
    if (picture === undefined) throw badArgument('picture', { why: 'missing' });
    const shown = await shownPicture(pictures, picture);
    await core.blockPicture(actor, shown);
    return textMessage(t('reply.picture_blocked', { list: shown.name }));
  },
};

/** What is blocked, and taking one back. */
export const blockedPictures: Executable = {
  options: [{ name: 'unblock', type: 'text', maxLength: 20 }],
  examples: ['admin blocked-pictures', 'admin blocked-pictures --unblock 9f3a61c2d4e58b07'],
  async run(raw, { actor, core, t }) {
    const hash = readValues(raw).text('unblock')?.trim().toLowerCase();
    if (hash !== undefined) {
      await core.unblockPicture(actor, hash);
      return textMessage(t('reply.picture_unblocked', { id: hash }));
    }
    const blocked = await core.blockedPictures(actor);
    if (blocked.length === 0) return textMessage(t('reply.no_blocked_pictures'));
    const { timeZone } = await core.quota(actor);
    const items = blocked.map(({ hash: id, name, createdAt }) =>
      t('reply.blocked_picture', { id, name, when: dateTime(createdAt, timeZone, actor.locale) }),
    );
    return message([
      { type: 'heading', text: t('reply.blocked_pictures') },
      { type: 'list', items },
    ]);
  },
};
