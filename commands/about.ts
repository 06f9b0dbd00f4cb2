import type { CommandSpec } from '../src/chat/commands/index.js';
import { message } from '../src/chat/replies/index.js';

/** What Kaleido is, whose artwork it draws after, and what it keeps. */
export const about: CommandSpec = {
  name: 'about',
  execute: {
    options: [],
    examples: ['about'],
    async run(_values, { actor, core, t }) {
      const { version, licence, model, artwork, keepDays, ownPictures } = await core.about(actor);
      return message([
        { type: 'heading', text: t('about.title') },
        { type: 'text', text: t('about.what') },
        {
          type: 'facts',
          facts: [
            { label: t('about.version'), value: t('about.licensed', { name: version, licence }) },
            { label: t('about.model'), value: t('about.licensed', model) },
            { label: t('reply.policy_own_pictures'), value: t('reply.own_pictures', { who: ownPictures }) },
            { label: t('about.kept'), value: t('about.days', { days: keepDays ?? 0 }) },
          ],
        },
        { type: 'heading', text: t('about.artwork') },
        { type: 'list', items: artwork.map((set) => t('about.credit', set)) },
        { type: 'text', text: t('about.changed') },
        { type: 'heading', text: t('about.privacy') },
        { type: 'text', text: t('about.private') },
      ]);
    },
  },
};
