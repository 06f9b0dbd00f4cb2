import type { Generation, Progress, QueuePosition } from '../../core/index.js';
import { failureText } from '../errors/index.js';
import type { MessageKey } from '../i18n/en/index.js';
import { durationWords, type Translate } from '../i18n/index.js';
import type { Card } from './card.js';
import { moodWord } from './pack-actions.js';

/** Part of the bar that planning fills; painting fills the rest. */
const PLANNING_SHARE = 0.2;

/** What a status depends on. */
export interface StatusInput {
  generation: Generation;
  position: QueuePosition | undefined;
  progress: Progress | undefined;
  t: Translate;
  locale: string;
  now: Date;
}

/** What is going on or went wrong, in one sentence; null when the picture says it all. */
export function statusText({ generation, position, progress, t, locale, now }: StatusInput): string | null {
  const { count } = generation.settings;
  if (generation.cancelRequestedAt !== null && isRunning(generation)) return t('card.stopping');
  switch (generation.status) {
    case 'queued':
      if (isPutAside(generation)) return t('card.painter_away');
      return position === undefined ? t('card.accepted') : waitingText(position, t, locale);
    case 'planning':
    case 'painting': {
      const phase = progress?.phase ?? generation.status;
      if (phase === 'waiting') return t('card.storage_away');
      if (phase === 'painter_away') return t('card.painter_away');
      if (generation.origin === 'upscale') return t('card.upscaling');
      if (phase === 'planning') return t('card.planning', { count });
      return progress === undefined
        ? t('card.painting_soon', { count })
        : t('card.painting', { count, step: progress.step, steps: progress.steps });
    }
    case 'planned':
      return t('card.planned', { count: generation.cells.length });
    case 'done':
      return null;
    case 'failed':
      return withDecided(t('card.failed', { why: failureText(generation.failure, { t, locale, now }) }), generation, t);
    case 'cancelled':
      return withDecided(t('card.cancelled'), generation, t);
    case 'deleted':
      return t('card.deleted');
  }
}

/** Latents stay when the painting of them is stopped or fails: they can be used, and their codes replay them. */
function withDecided(text: string, { cells }: Generation, t: Translate): string {
  return cells.length === 0 ? text : `${text} ${t('card.decided')}`;
}

/** 0–1 while something runs, null otherwise. */
export function progressFraction(generation: Generation, progress: Progress | undefined): number | null {
  if (!isRunning(generation) || isAway(progress)) return null;
  if (progress === undefined) return generation.status === 'painting' ? PLANNING_SHARE : 0;
  const done = progress.steps > 0 ? Math.min(1, Math.max(0, progress.step / progress.steps)) : 0;
  return progress.phase === 'planning' ? PLANNING_SHARE * done : PLANNING_SHARE + (1 - PLANNING_SHARE) * done;
}

function waitingText({ ahead, etaSeconds }: QueuePosition, t: Translate, locale: string): string {
  return t('card.waiting', { ahead, eta: etaSeconds === null ? 'none' : durationWords(locale, etaSeconds) });
}

function isAway(progress: Progress | undefined): boolean {
  return progress?.phase === 'waiting' || progress?.phase === 'painter_away';
}

/** Whether work on it waits for its painter to be back. */
function isPutAside({ status, waits }: Pick<Generation, 'status' | 'waits'>): boolean {
  return status === 'queued' && waits > 0;
}

/** Whether a worker is at it, or was until it died. */
export function isRunning({ status }: Pick<Generation, 'status'>): boolean {
  return status === 'planning' || status === 'painting';
}

/** The small print: everything that it takes to make the grid again, how diverse it is, and where it comes from. */
export function cardFacts(generation: Generation, t: Translate): Card['facts'] {
  const { settings, vendi, cells, origin, parentId, id } = generation;
  const { seed, variety, guidance, steps, sampler, moods, painter, aspect, upscale } = settings;
  // It is the picture of another grid, which these made.
  const isMade = origin !== 'upscale';
  const facts: [MessageKey, string | null][] = [
    [
      'card.fact.moods',
      moods === undefined ? null : moods.map((mood, k) => `${k + 1} ${moodWord(mood, t)}`).join(', '),
    ],
    ['card.fact.upscale', upscale === undefined ? null : `${upscale} ×`],
    ['card.fact.seed', isMade ? String(seed) : null],
    ['card.fact.variety', isMade && moods === undefined ? String(variety) : null],
    ['card.fact.guidance', guidance === undefined ? null : String(guidance)],
    ['card.fact.steps', steps === undefined ? null : String(steps)],
    ['card.fact.sampler', sampler ?? null],
    ['card.fact.painter', painter ?? null],
    ['card.fact.aspect', aspect ?? null],
    [
      'card.fact.diversity',
      vendi === null || cells.length < 2 || moods !== undefined
        ? null
        : t('card.diversity', { vendi, count: cells.length }),
    ],
    ['card.fact.origin', parentId === null && origin === 'imagine' ? null : t('card.origin', { origin })],
    ['card.fact.parent', parentId],
    ['card.fact.id', id],
  ];
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value }]));
}
