import type { Generation, QuotaReport, SavedPin } from '../../core/index.js';

import { presentKinds } from '../../engine/latents/index.js';
import { relativeWords, type Translate } from '../i18n/index.js';

import { type Block, type MessageReply, message } from '../replies/index.js';

import { kindName, shorten } from '../text/index.js';

const MAX_PROMPT = 80;

/** What a home page shows, to a reader of a language (BCP 47 tag). */
export interface HomeInput {
  history: readonly Generation[];
  savedPins: readonly SavedPin[];
  quota: QuotaReport;
  t: Translate;
  locale: string;
  now: Date;
}

/** A user's home page: recent grids, saved pins and what is left of today's quota. */
export function homePanel({ history, savedPins, quota, t, locale, now }: HomeInput): MessageReply {
  const grids = history.map(({ id, prompt, status, createdAt }) =>
    t('home.history.item', {
      when: relativeWords(locale, createdAt, now),
      prompt: shorten(prompt, MAX_PROMPT),
      state: t('home.state', { state: status }),
      id,
    }),
  );
  const pins = savedPins.map(({ name, owner, latents }) => {
    const kinds = presentKinds(latents).map((kind) => kindName(t, kind));
    return t('home.pins.item', { name, owner, kinds: kinds.join(', ') });
  });
  return message([
    { type: 'heading', text: t('home.title') },
    { type: 'text', text: t('home.how') },
    { type: 'heading', text: t('home.history') },
    listOr(grids, t('home.history.empty')),
    { type: 'heading', text: t('home.pins') },
    listOr(pins, t('home.pins.empty')),
    { type: 'heading', text: t('home.quota') },
    { type: 'facts', facts: quotaFacts(quota, t, locale, now) },
  ]);
}

function listOr(items: string[], empty: string): Block {
  return items.length === 0 ? { type: 'text', text: empty } : { type: 'list', items };
}

function quotaFacts({ usage, limits, resetsAt, timeZone }: QuotaReport, t: Translate, locale: string, now: Date) {
  const ofUser = limits.filter(({ subject }) => subject !== 'channel' && subject !== 'space');
  const images = tightest(ofUser.map(({ limits: { imagesPerDay } }) => imagesPerDay));
  const inFlight = tightest(ofUser.map((one) => one.limits.inFlight));
  return [
    {
      label: t('home.quota.images'),
      value: used(usage.images, images === undefined ? undefined : images + usage.granted, t),
    },
    ...(usage.granted > 0 ? [{ label: t('home.quota.granted'), value: String(usage.granted) }] : []),
    { label: t('home.quota.in_flight'), value: used(usage.inFlight, inFlight, t) },
    {
      label: t('home.quota.resets'),
      value: t('home.quota.resets_at', { when: relativeWords(locale, resetsAt, now), zone: timeZone }),
    },
  ];
}

function tightest(limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function used(count: number, allowed: number | undefined, t: Translate): string {
  return allowed === undefined
    ? t('home.quota.used', { used: count })
    : t('home.quota.used_of', { used: count, allowed });
}
