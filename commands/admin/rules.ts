import {
  listOf,
  matching,
  type OptionSpec,
  type SuggestContext,
  type Suggestion,
} from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import type { MessageKey } from '../../src/chat/i18n/en/index.js';
import type { Translate } from '../../src/chat/i18n/index.js';
import type { Policy } from '../../src/core/index.js';

/** What each rule of a server or channel is called. */
export const RULE_LABELS: Readonly<Record<keyof Policy, MessageKey>> = {
  isEnabled: 'reply.policy_enabled',
  isSpoiler: 'reply.policy_spoiler',
  isPrivate: 'reply.policy_private',
  rerollVotes: 'reply.policy_votes',
  ownPictures: 'reply.policy_own_pictures',
  models: 'reply.policy_models',
  usualModel: 'reply.policy_usual_model',
  useBuiltInBlocklist: 'reply.policy_builtin',
  blocked: 'reply.policy_blocked',
  allowed: 'reply.policy_allowed',
  keepDays: 'reply.policy_keep_days',
};

/** Rules by the names of the options that set them; those of the lists by what `blocklist` calls them. */
const NAMES: ReadonlyMap<string, keyof Policy> = new Map([
  ['enabled', 'isEnabled'],
  ['spoiler', 'isSpoiler'],
  ['private', 'isPrivate'],
  ['reroll-votes', 'rerollVotes'],
  ['own-pictures', 'ownPictures'],
  ['builtin-blocklist', 'useBuiltInBlocklist'],
  ['keep-days', 'keepDays'],
  ['models', 'models'],
  ['usual-model', 'usualModel'],
  ['blocked', 'blocked'],
  ['allowed', 'allowed'],
]);
const ALL = 'all';

/** Takes rules back, so that what is inherited holds again. */
export const UNSET: OptionSpec = { name: 'unset', type: 'text', maxLength: 200, suggest: suggestRules };

async function suggestRules({ partial }: SuggestContext): Promise<Suggestion[]> {
  return matching(
    [ALL, ...NAMES.keys()].map((name) => ({ value: name, label: name })),
    partial,
  );
}

/**
 * The rules that a list names.
 * @throws CoreError `bad_value` for a word that names none
 */
export function rulesNamed(text: string | undefined): (keyof Policy)[] {
  const words = listOf(text).map((word) => word.toLowerCase());
  if (words.includes(ALL)) return [...NAMES.values()];
  return words.map((word) => {
    const rule = NAMES.get(word);
    if (rule !== undefined) return rule;
    throw badArgument('unset', { why: 'not_choice', choices: [ALL, ...NAMES.keys()] });
  });
}

/** What a rule says; a word for what is inherited when it says nothing. */
export function ruleText(rule: keyof Policy, value: Policy[keyof Policy], t: Translate): string {
  if (rule === 'models' && Array.isArray(value)) return value.join(', ') || t('reply.all_models');
  if (rule === 'usualModel' && typeof value === 'string') return value || t('reply.first_model');
  if (typeof value === 'string') return t('reply.own_pictures', { who: value });
  if (value === undefined) return t('audit.inherited');
  if (typeof value === 'boolean') return t('reply.yes_no', { value: String(value) });
  return typeof value === 'number' ? String(value) : value.join(', ') || '–';
}
