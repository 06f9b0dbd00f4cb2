import { z } from 'zod';
import type { MessageKey } from '../../src/chat/i18n/en/index.js';
import type { Translate } from '../../src/chat/i18n/index.js';
import { joined, type Mention, type RichLine, richLine } from '../../src/chat/text/index.js';
import type { AuditEntry, Policy } from '../../src/core/index.js';
import { FORGOTTEN, OWN_PICTURES, QUOTA_SUBJECTS } from '../../src/core/names/index.js';
import { ownValue } from '../../src/engine/basics/index.js';
import { limitsText, subjectLine } from '../quota/index.js';
import { RULE_LABELS, ruleText } from './rules.js';

const limit = z.number().optional();
const limits = z
  .looseObject({ imagesPerDay: limit, inFlight: limit, costPerDay: limit, unit: z.string().optional() })
  .nullable();
const subjects = z.enum(QUOTA_SUBJECTS);
const usage = z.looseObject({ images: z.number(), granted: z.number() });
const flag = z.boolean().optional();
const terms = z.array(z.string()).optional();
const policy: z.ZodType<Policy> = z.looseObject({
  isEnabled: flag,
  isSpoiler: flag,
  isPrivate: flag,
  rerollVotes: z.number().optional(),
  models: terms,
  usualModel: z.string().optional(),
  ownPictures: z.enum(OWN_PICTURES).optional(),
  blocked: terms,
  allowed: terms,
  useBuiltInBlocklist: flag,
  keepDays: z.number().optional(),
});

/** An entry of the audit as a sentence. What a later version wrote, and this one cannot read, is told by its names. */
export function auditLine(entry: AuditEntry, t: Translate): RichLine {
  const sentence = ownValue(SENTENCES, entry.action);
  try {
    if (sentence !== undefined) return sentence(entry, t);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
  }
  return richLine(t, 'audit.other', { who: entry.actorName, action: entry.action, subject: entry.subject });
}

type Sentence = (entry: AuditEntry, t: Translate) => RichLine;

const SENTENCES: Readonly<Partial<Record<string, Sentence>>> = Object.assign(Object.create(null), {
  'quota.set': ({ actorName: who, subject, before, after }, t) =>
    richLine(t, 'audit.quota_set', {
      who,
      subject: subjectOf(subject, t),
      limits: limitsIn(after, t),
      before: limitsIn(before, t),
    }),
  'quota.remove': ({ actorName: who, subject, before }, t) =>
    richLine(t, 'audit.quota_remove', { who, subject: subjectOf(subject, t), before: limitsIn(before, t) }),
  'quota.grant': ({ actorName: who, subject, before, after }, t) => {
    const images = usage.parse(after).granted - usage.parse(before).granted;
    return richLine(t, 'audit.quota_grant', { who, subject: subjectOf(subject, t), images });
  },
  'quota.reset': ({ actorName: who, subject, before }, t) =>
    richLine(t, 'audit.quota_reset', { who, subject: subjectOf(subject, t), images: usage.parse(before).images }),
  'quota.time-zone': ({ actorName: who, before, after }, t) =>
    richLine(t, 'audit.time_zone', {
      who,
      zone: String(after ?? 'none'),
      before: String(before ?? 'none'),
    }),
  'policy.set': ({ actorName: who, subject, before, after }, t) =>
    richLine(t, 'audit.policy_set', {
      who,
      place: placeOf(subject, t),
      changes: changesOf(policy.parse(before ?? {}), policy.parse(after ?? {}), t),
    }),
  'generation.cancel': (entry, t) => gridSentence('audit.cancel', entry, t),
  'generation.delete': (entry, t) => gridSentence('audit.delete', entry, t),
  'pin.save': named('audit.pin_save'),
  'pin.delete': named('audit.pin_delete'),
  'picture.block': named('audit.picture_block'),
  'picture.unblock': named('audit.picture_unblock'),
  'thing.add': named('audit.thing_add'),
  'thing.rename': named('audit.thing_rename'),
  'thing.remove': named('audit.thing_remove'),
} satisfies Record<string, Sentence>);

/** What is told of something by its name, and of what it is called then. */
function named(key: MessageKey): Sentence {
  return ({ actorName: who, subject, after }, t) =>
    richLine(t, key, { who, name: subject.replace(/^(?:saved pin|picture|thing) /, ''), to: String(after) });
}

function gridSentence(key: MessageKey, { actorName: who, subject }: AuditEntry, t: Translate): RichLine {
  const [, id = subject, user] = /^generation (\S+) of user (.+)$/.exec(subject) ?? [];
  return richLine(t, key, { who, id, user: user === undefined ? '–' : mention('user', user) });
}

const mention = (kind: Mention['kind'], id: string): Mention | string => (id === FORGOTTEN ? id : { kind, id });

/** Whom a limit is for. */
function subjectOf(subject: string, t: Translate): RichLine {
  const [, kind = subject, subjectId = ''] = /^(user|role|channel) (.+)$/.exec(subject) ?? [];
  return subjectLine(t, { subject: subjects.parse(kind), subjectId });
}

function placeOf(subject: string, t: Translate): RichLine {
  const [, id] = /^channel (.+)$/.exec(subject) ?? [];
  return id === undefined ? [t('audit.server')] : [mention('channel', id)];
}

/** `none` where nothing was set. */
function limitsIn(value: unknown, t: Translate): string {
  const found = limits.parse(value ?? null);
  return found === null ? 'none' : limitsText(t, found, found.unit);
}

/** Each rule that differs, with what it was and is. */
function changesOf(before: Policy, after: Policy, t: Translate): RichLine {
  const names = Object.keys(RULE_LABELS) as (keyof Policy)[];
  const changes = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const lines = changes.map((name) =>
    richLine(t, 'audit.change', {
      rule: t(RULE_LABELS[name]),
      before: ruleText(name, before[name], t),
      after: ruleText(name, after[name], t),
    }),
  );
  return lines.length === 0 ? [t('audit.no_change')] : joined(lines, '; ');
}
