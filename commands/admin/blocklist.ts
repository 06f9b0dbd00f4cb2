import {
  type Executable,
  matching,
  readValues,
  type SuggestContext,
  type Suggestion,
} from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import { message, text } from '../../src/chat/replies/index.js';
import type { Actor, Policy } from '../../src/core/index.js';
import { wholeServer } from './policy.js';

const TERM = { type: 'text', maxLength: 100 } as const;
/** Terms with commas or semicolons between them, of whatever script. */
const TERMS = { type: 'text', maxLength: 4000 } as const;
const BETWEEN = /[,;\n、，；،؛]/u;

/** The terms of one list, for options that take one out of it. */
function suggestTerms(list: 'blocked' | 'allowed') {
  return async ({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> => {
    const { [list]: terms } = await core.policy(actor);
    return matching(
      terms.map((term) => ({ value: term, label: term })),
      partial,
    );
  };
}

/**
 * Shows or changes the terms that are blocked, or allowed although the built-in list has them, on the server or in a
 * channel.
 */
export const blocklist: Executable = {
  options: [
    { ...TERMS, name: 'block' },
    { ...TERM, name: 'unblock', suggest: suggestTerms('blocked') },
    { ...TERMS, name: 'allow' },
    { ...TERM, name: 'disallow', suggest: suggestTerms('allowed') },
    { name: 'channel', type: 'channel' },
  ],
  examples: ['admin blocklist --block "rival brand"', 'admin blocklist --block "Blödmann, Trottel, дурак"'],
  async run(raw, { actor, core, t }) {
    const values = readValues(raw);
    const channelId = values.text('channel');
    const place: Actor = channelId === undefined ? wholeServer(actor) : { ...actor, channelId };
    const before = await core.policy(place);
    const blocked = changed(before.blocked, values.text('block'), values.text('unblock'), 'unblock');
    const allowed = changed(before.allowed, values.text('allow'), values.text('disallow'), 'disallow');
    const change: Policy = { ...(blocked && { blocked }), ...(allowed && { allowed }) };
    if (Object.keys(change).length > 0) {
      await core.setPolicy(actor, channelId === undefined ? 'space' : 'channel', change, channelId);
    }
    const now = { ...before, ...change };
    return message([
      text(t('reply.blocklist', { builtin: String(now.useBuiltInBlocklist) })),
      {
        type: 'facts',
        facts: [
          { label: t('reply.policy_blocked'), value: now.blocked.join(', ') || '–' },
          { label: t('reply.policy_allowed'), value: now.allowed.join(', ') || '–' },
        ],
      },
    ]);
  },
};

/** The list with terms more or one less; undefined when nothing was asked. @param added one or several */
function changed(
  list: readonly string[],
  added: string | undefined,
  removed: string | undefined,
  option: string,
): string[] | undefined {
  if (added === undefined && removed === undefined) return undefined;
  const isRemoved = (term: string) => term.toLowerCase() === removed?.toLowerCase();
  if (removed !== undefined && !list.some(isRemoved)) {
    throw badArgument(option, { why: 'not_choice', choices: list });
  }
  const more = (added ?? '').split(BETWEEN).flatMap((term) => (term.trim() === '' ? [] : [term.trim()]));
  const all = [...list.filter((term) => !isRemoved(term)), ...more];
  // What is added again is written as it was added last.
  return [...new Map(all.map((term) => [term.toLowerCase(), term])).values()];
}
