import type { OptionSpec, Values } from '../../src/chat/commands/index.js';

import { badArgument } from '../../src/chat/errors/index.js';
import type { Translate } from '../../src/chat/i18n/index.js';
import { type RichLine, richLine } from '../../src/chat/text/index.js';
import type { QuotaLimits, QuotaPolicy } from '../../src/core/index.js';
import { PARTS_A_UNIT } from '../../src/core/names/index.js';

/** Whom a policy is for; without any, each user who has none of their own. */
export const SUBJECT_OPTIONS: readonly OptionSpec[] = [
  { name: 'user', type: 'user' },
  { name: 'role', type: 'role' },
  { name: 'channel', type: 'channel' },
  { name: 'together', type: 'flag' },
];

type Subject = Pick<QuotaPolicy, 'subject' | 'subjectId'>;

/**
 * The subject that the options name.
 * @throws CoreError `bad_value` when they name two
 */
export function subjectOf(values: Values): Subject {
  const named = (['user', 'role', 'channel'] as const).flatMap((subject): Subject[] => {
    const subjectId = values.text(subject);
    return subjectId === undefined ? [] : [{ subject, subjectId }];
  });
  if (values.flag('together')) named.push({ subject: 'space', subjectId: '' });
  const [first = { subject: 'default', subjectId: '' }, second] = named;
  if (second === undefined) return first;
  throw badArgument(second.subject, { why: 'one_of', choices: ['user', 'role', 'channel', 'together'] });
}

/** `each user`, `user 4711` */
export function subjectText(t: Translate, { subject, subjectId }: Subject): string {
  return t('reply.quota_subject', { subject, id: subjectId });
}

/** The same, with whom it is for as the platform shows them. */
export function subjectLine(t: Translate, { subject, subjectId }: Subject): RichLine {
  if (subject === 'default' || subject === 'space') return [subjectText(t, { subject, subjectId })];
  return richLine(t, 'reply.quota_subject', { subject, id: { kind: subject, id: subjectId } });
}

/** `20 images a day, 3 at a time, 2.5 USD a day` @param unit what prices are in */
export function limitsText(t: Translate, { imagesPerDay, inFlight, costPerDay }: QuotaLimits, unit = ''): string {
  const parts = [
    ...(imagesPerDay === undefined ? [] : [t('reply.quota_images', { images: imagesPerDay })]),
    ...(inFlight === undefined ? [] : [t('reply.quota_in_flight', { inFlight })]),
    ...(costPerDay === undefined ? [] : [t('reply.quota_cost', { cost: costText(costPerDay, unit) })]),
  ];
  return parts.length === 0 ? t('reply.quota_unlimited') : parts.join(', ');
}

/** `0.04 USD` @param cost in thousandths of the unit */
export function costText(cost: number, unit: string): string {
  const units = Math.trunc(cost / PARTS_A_UNIT);
  const parts = String(cost % PARTS_A_UNIT)
    .padStart(3, '0')
    .replace(/0$/, '');
  return `${cost % PARTS_A_UNIT === 0 ? units : `${units}.${parts}`} ${unit}`.trim();
}
