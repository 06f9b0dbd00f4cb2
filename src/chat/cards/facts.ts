import type { Generation } from '../../core/index.js';
import type { MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';
import type { Card } from './card.js';

/** The small print: everything that it takes to make the grid again, how diverse it is, and where it comes from. */
export function cardFacts(generation: Generation, t: Translate): Card['facts'] {
  const { settings, vendi, cells, origin, parentId, id } = generation;
  const { seed, variety, guidance, steps, sampler } = settings;
  const facts: [MessageKey, string | null][] = [
    ['card.fact.seed', String(seed)],
    ['card.fact.variety', String(variety)],
    ['card.fact.guidance', guidance === undefined ? null : String(guidance)],
    ['card.fact.steps', steps === undefined ? null : String(steps)],
    ['card.fact.sampler', sampler ?? null],
    [
      'card.fact.diversity',
      vendi === null || cells.length < 2 ? null : t('card.diversity', { vendi, count: cells.length }),
    ],
    ['card.fact.origin', parentId === null && origin === 'imagine' ? null : t('card.origin', { origin })],
    ['card.fact.parent', parentId],
    ['card.fact.id', id],
  ];
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value }]));
}
