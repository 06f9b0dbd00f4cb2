import {
  type Executable,
  matching,
  readValues,
  type SuggestContext,
  type Suggestion,
  suggestModels,
} from '../../src/chat/commands/index.js';
import { message, textMessage } from '../../src/chat/replies/index.js';
import type { Actor, Policy } from '../../src/core/index.js';
import { wholeServer } from './policy.js';

const ALL = 'all';

/** Shows or changes what may paint on the server or in a channel, and what paints where nobody chooses. */
export const models: Executable = {
  options: [
    { name: 'allowed', type: 'text', maxLength: 2000, suggest: suggestOffered },
    { name: 'usual', type: 'text', maxLength: 200, suggest: suggestModels },
    { name: 'channel', type: 'channel' },
  ],
  examples: ['admin models --allowed "dreams, kaleido" --usual dreams', 'admin models --allowed all'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const channelId = values.text('channel');
    const place: Actor = channelId === undefined ? wholeServer(actor) : { ...actor, channelId };
    const allowed = values.text('allowed');
    const usualModel = values.text('usual');
    const change: Policy = {
      ...(allowed === undefined ? {} : { models: namesIn(allowed) }),
      ...(usualModel === undefined ? {} : { usualModel }),
    };
    if (Object.keys(change).length > 0) {
      await core.setPolicy(actor, channelId === undefined ? 'space' : 'channel', change, channelId);
    }
    const now = await core.models(place);
    if (now.offered.length === 0) return textMessage(t('reply.no_models'));
    return message([
      {
        type: 'facts',
        facts: [
          { label: t('reply.policy_models'), value: now.allowed.join(', ') },
          { label: t('reply.policy_usual_model'), value: now.usual },
          { label: t('reply.offered_models'), value: now.offered.join(', ') },
        ],
      },
    ]);
  },
};

/** Names with commas between them; `all` for all that the host has. */
function namesIn(text: string): string[] {
  const names = text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
  return names.some((name) => name.toLowerCase() === ALL) ? [] : names;
}

/** Completes the last of a list with commas between them. */
async function suggestOffered({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const before = partial.split(',').map((name) => name.trim());
  const typed = before.pop() ?? '';
  const { offered } = await core.models(actor);
  const left = [...(before.length === 0 ? [ALL] : []), ...offered.filter((model) => !before.includes(model))];
  return matching(
    left.map((model) => [...before, model].join(', ')).map((value) => ({ value, label: value })),
    [...before, typed].join(', '),
  );
}
