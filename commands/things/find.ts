import { type CommandContext, type Executable, readValues, suggestThings } from '../../src/chat/commands/index.js';

import { message, type Reply, text, textMessage } from '../../src/chat/replies/index.js';

import type { ThingsPage } from '../../src/core/index.js';

/** More words after the command's are a prompt that begins with it. */
const FEW_WORDS = /^\s*\S+(\s+\S+){0,3}\s*$/;

/**
 * What can be drawn: all groups with the number of their things, one group or what fits some words, with pictures.
 * @param groups of the bundle, 1–25
 */
export const findIn = (groups: readonly string[]): Executable => ({
  options: [
    { name: 'search', type: 'text', maxLength: 100, pattern: FEW_WORDS, suggest: suggestThings },
    { name: 'group', type: 'choice', choices: groups },
    { name: 'page', type: 'integer', min: 1, max: 1000 },
  ],
  positional: 'search',
  examples: ['things', 'things hat', ...groups.slice(0, 1).map((group) => `things --group ${group} --page 2`)],
  async run(raw, context) {
    const values = readValues(raw);
    const { actor, core, t } = context;
    const page = values.number('page') ?? 1;
    const search = values.text('search');
    const group = values.text('group');
    if (search !== undefined) {
      const found = core.findThings(actor, search, page);
      if (found.names.length === 0) return textMessage(t('reply.no_things', { search }));
      return pageReply(context, t('reply.things_found', { search }), found, `things "${search}"`);
    }
    if (group !== undefined) {
      const title = core.thingGroups().find(({ name }) => name === group)?.title ?? group;
      return pageReply(context, title, core.thingsOf(group, page), `things --group ${group}`);
    }
    const all = core.thingGroups();
    const items = all.map(({ name, title, count }) => t('reply.things_group', { name, title, count }));
    const count = all.reduce((sum, one) => sum + one.count, 0);
    return message([
      { type: 'heading', text: t('reply.things', { count }) },
      { type: 'list', items },
      text(t('reply.things_how', { group: all[0]?.name ?? '' })),
    ]);
  },
});

async function pageReply(
  { core, t }: CommandContext,
  title: string,
  { names, page, pages }: ThingsPage,
  call: string,
): Promise<Reply> {
  const more = page < pages ? [text(t('reply.things_more', { page, pages, call: `${call} --page ${page + 1}` }))] : [];
  return message([{ type: 'heading', text: title }, text(names.join(', ')), ...more], {
    pictures: [await core.thingsSheet(names)],
  });
}
