import { randomInt } from 'node:crypto';
import { type CommandSpec, readValues } from '../../src/chat/commands/index.js';
import { acceptedReply, textMessage } from '../../src/chat/replies/index.js';
import type { Core } from '../../src/core/index.js';

/** Draws something that nobody thought of: any thing that the model knows, or one of those that fit some words. */
export const surprise: CommandSpec = {
  name: 'surprise',
  execute: {
    options: [{ name: 'among', type: 'text', maxLength: 100 }],
    examples: ['surprise', 'surprise --among hat'],
    makesGrid: true,
    async run(raw, context) {
      const { actor, core, origin, t } = context;
      const among = readValues(raw).text('among');
      const names = among === undefined ? anyPage(core) : core.findThings(actor, among, 1).names;
      const thing = oneOf(names);
      if (thing === undefined) return textMessage(t('reply.no_things', { search: among ?? '' }));
      // Quotas, blocklist and the queue are the use case's: a command reads values and makes a reply.
      return acceptedReply(context, await core.imagine(actor, { prompt: thing }, origin));
    },
  },
};

/** A page of things of any group. */
function anyPage(core: Core): readonly string[] {
  const group = oneOf(core.thingGroups())?.name ?? '';
  const { pages } = core.thingsOf(group, 1);
  return core.thingsOf(group, 1 + randomInt(pages)).names;
}

function oneOf<T>(all: readonly T[]): T | undefined {
  return all[all.length === 0 ? 0 : randomInt(all.length)];
}
