import {
  type CommandContext,
  type Executable,
  type OptionSpec,
  readValues,
  type Values,
} from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import { type MessageReply, message } from '../../src/chat/replies/index.js';

import type { Actor, Policy } from '../../src/core/index.js';
import { OWN_PICTURES } from '../../src/core/names/index.js';
import { RANGES } from '../../src/engine/basics/index.js';
import { RULE_LABELS, rulesNamed, ruleText, UNSET } from './rules.js';

const RULES: readonly OptionSpec[] = [
  { name: 'enabled', type: 'flag' },
  { name: 'spoiler', type: 'flag' },
  { name: 'private', type: 'flag' },
  { name: 'reroll-votes', type: 'integer', min: 1, max: 50 },
  { name: 'own-pictures', type: 'choice', choices: OWN_PICTURES },
  { name: 'builtin-blocklist', type: 'flag' },
  { name: 'keep-days', type: 'integer', ...RANGES.keepDays },
  UNSET,
];

/** Shows or changes the rules of the whole server; channels may have their own. */
export const policy: Executable = {
  options: RULES,
  examples: [
    'admin policy --reroll-votes 3',
    'admin policy --no-enabled',
    'admin policy --own-pictures admins',
    'admin policy --unset reroll-votes',
  ],
  async run(raw, context) {
    const change = changeOf(readValues(raw));
    const { actor, core } = context;
    if (Object.keys(change).length > 0) await core.setPolicy(actor, 'space', change);
    const own = await core.ownPolicy(actor, 'space');
    return policyReply(context, wholeServer(actor), own, context.t('reply.policy_space'));
  },
};

/** Shows or changes the rules of one channel, which override the server's: the one named, or the one it is said in. */
export const channels: Executable = {
  options: [{ name: 'channel', type: 'channel' }, ...RULES],
  positional: 'channel',
  examples: ['admin channels #memes --spoiler', 'admin channels #memes --unset all'],
  async run(raw, context) {
    const values = readValues(raw);
    const change = changeOf(values);
    const { actor, core, t } = context;
    const channelId = values.text('channel') ?? actor.channelId;
    if (Object.keys(change).length > 0) await core.setPolicy(actor, 'channel', change, channelId);
    const own = await core.ownPolicy(actor, 'channel', channelId);
    return policyReply(context, { ...actor, channelId }, own, t('reply.policy_channel', { channel: channelId }));
  },
};

/** No channel has the empty id: the policy that holds there is the server's own. */
export function wholeServer(actor: Actor): Actor {
  return { ...actor, channelId: '' };
}

/** @throws CoreError `bad_value` for a rule that is set and taken back at once */
function changeOf(values: Values): Policy {
  const [isEnabled, isSpoiler, isPrivate] = ['enabled', 'spoiler', 'private'].map((name) => values.flag(name));
  const rerollVotes = values.number('reroll-votes');
  const ownPictures = OWN_PICTURES.find((who) => who === values.text('own-pictures'));
  const useBuiltInBlocklist = values.flag('builtin-blocklist');
  const keepDays = values.number('keep-days');
  const set: Policy = {
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...(isSpoiler === undefined ? {} : { isSpoiler }),
    ...(isPrivate === undefined ? {} : { isPrivate }),
    ...(rerollVotes === undefined ? {} : { rerollVotes }),
    ...(ownPictures === undefined ? {} : { ownPictures }),
    ...(keepDays === undefined ? {} : { keepDays }),
    ...(useBuiltInBlocklist === undefined ? {} : { useBuiltInBlocklist }),
  };
  const unset = rulesNamed(values.text('unset'));
  if (unset.some((rule) => rule in set)) throw badArgument('unset', { why: 'twice' });
  return { ...set, ...Object.fromEntries(unset.map((rule) => [rule, undefined])) };
}

/** What holds in a place, and which of it is set there itself. */
async function policyReply(
  { core, t }: CommandContext,
  place: Actor,
  own: Policy,
  title: string,
): Promise<MessageReply> {
  const [now, { offered }] = await Promise.all([core.policy(place), core.models(place)]);
  const rules = (Object.keys(RULE_LABELS) as (keyof Policy)[]).filter(
    (rule) => offered.length > 0 || (rule !== 'models' && rule !== 'usualModel'),
  );
  const facts = rules.map((rule) => ({
    label: t(RULE_LABELS[rule]),
    value: t('reply.policy_value', { value: ruleText(rule, now[rule], t), isOwn: String(own[rule] !== undefined) }),
  }));
  return message([
    { type: 'heading', text: title },
    { type: 'facts', facts },
  ]);
}
