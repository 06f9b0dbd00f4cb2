import type { CommandContext, Executable, OptionSpec } from '../../src/chat/command.js';
import { message } from '../../src/chat/replies.js';
import type { MessageReply } from '../../src/chat/reply.js';
import type { Actor, Policy } from '../../src/core/types.js';
import { readValues, type Values } from '../shared/values.js';

const RULES: readonly OptionSpec[] = [
  { name: 'enabled', type: 'flag' },
  { name: 'spoiler', type: 'flag' },
  { name: 'private', type: 'flag' },
  { name: 'reroll-votes', type: 'integer', min: 1, max: 50 },
  { name: 'builtin-blocklist', type: 'flag' },
];

/** Shows or changes the rules of the whole server; channels may have their own. */
export const policy: Executable = {
  options: RULES,
  examples: ['admin policy --reroll-votes 3', 'admin policy --no-enabled'],
  async run(raw, context) {
    const change = changeOf(readValues(raw));
    const { actor, core } = context;
    if (Object.keys(change).length > 0) await core.setPolicy(actor, 'space', change);
    return policyReply(context, wholeServer(actor), context.t('reply.policy_space'));
  },
};

/** Shows or changes the rules of one channel, which override the server's: the one named, or the one it is said in. */
export const channels: Executable = {
  options: [{ name: 'channel', type: 'channel' }, ...RULES],
  positional: 'channel',
  examples: ['admin channels #memes --spoiler'],
  async run(raw, context) {
    const values = readValues(raw);
    const change = changeOf(values);
    const { actor, core, t } = context;
    const channelId = values.text('channel') ?? actor.channelId;
    if (Object.keys(change).length > 0) await core.setPolicy(actor, 'channel', change, channelId);
    return policyReply(context, { ...actor, channelId }, t('reply.policy_channel', { channel: channelId }));
  },
};

/** No channel has the empty id: the policy that holds there is the server's own. */
export function wholeServer(actor: Actor): Actor {
  return { ...actor, channelId: '' };
}

function changeOf(values: Values): Policy {
  const [isEnabled, isSpoiler, isPrivate] = ['enabled', 'spoiler', 'private'].map((name) => values.flag(name));
  const rerollVotes = values.number('reroll-votes');
  const useBuiltInBlocklist = values.flag('builtin-blocklist');
  return {
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...(isSpoiler === undefined ? {} : { isSpoiler }),
    ...(isPrivate === undefined ? {} : { isPrivate }),
    ...(rerollVotes === undefined ? {} : { rerollVotes }),
    ...(useBuiltInBlocklist === undefined ? {} : { useBuiltInBlocklist }),
  };
}

async function policyReply({ core, t }: CommandContext, actor: Actor, title: string): Promise<MessageReply> {
  const now = await core.policy(actor);
  const yesNo = (value: boolean) => t('reply.yes_no', { value: String(value) });
  const facts = [
    { label: t('reply.policy_enabled'), value: yesNo(now.isEnabled) },
    { label: t('reply.policy_spoiler'), value: yesNo(now.isSpoiler) },
    { label: t('reply.policy_private'), value: yesNo(now.isPrivate) },
    { label: t('reply.policy_votes'), value: String(now.rerollVotes) },
    { label: t('reply.policy_builtin'), value: yesNo(now.useBuiltInBlocklist) },
    { label: t('reply.policy_blocked'), value: now.blocked.join(', ') || '–' },
    { label: t('reply.policy_allowed'), value: now.allowed.join(', ') || '–' },
  ];
  return message([
    { type: 'heading', text: title },
    { type: 'facts', facts },
  ]);
}
