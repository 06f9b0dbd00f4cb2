import type { QuotaDecision, QuotaQuestion } from '../ports.js';
import type { QuotaLimits, QuotaPolicy, QuotaSubject, QuotaUsage } from '../types.js';

type Field = keyof QuotaLimits;

const FIELDS: readonly Field[] = ['imagesPerDay', 'inFlight', 'costPerDay'];
/** In the order that they are told in. */
const SUBJECTS: readonly QuotaSubject[] = ['user', 'role', 'default', 'channel', 'space'];

/** One limit and the policy that sets it. */
interface Limit {
  subject: QuotaSubject;
  subjectId: string;
  value: number;
}

type Asked = Pick<QuotaQuestion, 'actor' | 'policies'>;

/**
 * Whether a request may be paid. For the user, limit by limit: the user's own policy counts, else the most generous of
 * the roles', else the default; grants add to the user's images. Besides, the channel's and the space's limits must
 * allow it. 0 means none at all, plans included, which cost nothing otherwise; of costs, nothing that has a price.
 * Where no policy sets a limit there is none.
 */
export function decideQuota(question: QuotaQuestion): QuotaDecision {
  const { user, channel, space } = question;
  const checks = [
    ...FIELDS.map((field) => ({ field, limit: userLimit(question, field), usage: user })),
    ...FIELDS.map((field) => ({ field, limit: placeLimit(question, 'channel', field), usage: channel })),
    ...FIELDS.map((field) => ({ field, limit: placeLimit(question, 'space', field), usage: space })),
  ];
  for (const { field, limit, usage } of checks) {
    if (limit === undefined) continue;
    const allowed = limit.value + (field === 'imagesPerDay' ? usage.granted : 0);
    const { used, asked } = countOf(field, question, usage);
    // What costs nothing goes on where nothing may be spent.
    const isClosed = allowed === 0 && field !== 'costPerDay';
    if (isClosed || (asked > 0 && used + asked > allowed)) {
      return { isAllowed: false, subject: limit.subject, limit: field, allowed, used };
    }
  }
  return { isAllowed: true };
}

function countOf(field: Field, { images, cost }: QuotaQuestion, usage: QuotaUsage): { used: number; asked: number } {
  switch (field) {
    case 'imagesPerDay':
      return { used: usage.images, asked: images };
    case 'inFlight':
      return { used: usage.inFlight, asked: 1 };
    case 'costPerDay':
      return { used: usage.cost, asked: cost };
  }
}

/** The limits that bind a user, each with the policy that sets it, the user's before the place's. */
export function bindingLimits(asked: Asked): { subject: QuotaSubject; subjectId: string; limits: QuotaLimits }[] {
  const bySubject = new Map<string, { subject: QuotaSubject; subjectId: string; limits: QuotaLimits }>();
  for (const field of FIELDS) {
    for (const limit of [
      userLimit(asked, field),
      placeLimit(asked, 'channel', field),
      placeLimit(asked, 'space', field),
    ]) {
      if (limit === undefined) continue;
      const { subject, subjectId, value } = limit;
      const key = `${subject}/${subjectId}`;
      const known = bySubject.get(key) ?? { subject, subjectId, limits: {} };
      known.limits[field] = value;
      bySubject.set(key, known);
    }
  }
  return [...bySubject.values()].sort((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject));
}

/**
 * Policies with what the host has set for spaces that have set no default, or only half of one.
 * @param fallback limits of each user
 */
export function withDefaultQuota(policies: readonly QuotaPolicy[], fallback: QuotaLimits): QuotaPolicy[] {
  const others = policies.filter(({ subject }) => subject !== 'default');
  const own = policies.find(({ subject }) => subject === 'default');
  return [
    ...others,
    {
      subject: 'default',
      subjectId: '',
      imagesPerDay: own?.imagesPerDay ?? fallback.imagesPerDay,
      inFlight: own?.inFlight ?? fallback.inFlight,
      costPerDay: own?.costPerDay ?? fallback.costPerDay,
    },
  ];
}

function userLimit({ actor, policies }: Asked, field: Field): Limit | undefined {
  const find = (subject: QuotaSubject, ids: readonly string[]) => limitsOf(policies, subject, ids, field);
  const [own] = find('user', [actor.userId]);
  const [role] = find('role', actor.roleIds).sort((a, b) => b.value - a.value);
  const [fallback] = find('default', ['']);
  return own ?? role ?? fallback;
}

function placeLimit({ actor, policies }: Asked, subject: 'channel' | 'space', field: Field): Limit | undefined {
  return limitsOf(policies, subject, [subject === 'channel' ? actor.channelId : ''], field)[0];
}

function limitsOf(
  policies: readonly QuotaPolicy[],
  subject: QuotaSubject,
  ids: readonly string[],
  field: Field,
): Limit[] {
  return policies.flatMap((policy) => {
    const value = policy[field];
    if (policy.subject !== subject || value === undefined || !ids.includes(policy.subjectId)) return [];
    return [{ subject, subjectId: policy.subjectId, value }];
  });
}
