import { setTimeout as pause } from 'node:timers/promises';
import { MOST_EMOJI_BYTES, stickerOf } from '../src/core/packs/zip.js';
import { USUAL_MOODS } from '../src/engine/moods/moods.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { movingOf } from '../src/engine/wiggles/wiggle.js';
import { renderMovingEmoji, storeAnimation } from '../src/images/animation.js';
import { STICKER_SIDE } from '../src/images/emoji-and-sticker.js';
import { paintToEnd } from './paint-to-end.js';
import type { Section } from './section.js';
import type { Setup } from './setup.js';
import { summarise, timed } from './timing.js';

/** With eyes of its own, with a face laid over it. */
const PROMPTS = ['a fox', 'a mug'];
/** Lets threads fall asleep. */
const REST_MS = 400;

const WORK = {
  pack: { name: 'twelve moods planned and painted, s', aim: '≤ 6' },
  wiggles: { name: 'their bodies painted and moved, s', aim: '≤ 10' },
  emoji: { name: 'twelve GIFs for emoji, s', aim: '–' },
  stickers: { name: 'twelve animated PNGs for stickers, s', aim: '–' },
} as const;

type Work = keyof typeof WORK;

/** What a pack takes; every round has another seed. The first, which opens the painting graphs, does not count. */
export async function pack({ bundle, threads, rounds }: Setup): Promise<Section> {
  const engine = await createEngine(bundle, { threads });
  const taken = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const prompt of PROMPTS) {
      const measure = async <T>(work: Work, what: () => Promise<T>): Promise<T> => {
        await pause(REST_MS);
        const { seconds, result } = await timed(what);
        const key = `${work} ${prompt}`;
        if (round > 0) taken.set(key, [...(taken.get(key) ?? []), seconds]);
        return result;
      };
      const asked = { prompt, count: USUAL_MOODS.length, variety: 60, seed: round, moods: USUAL_MOODS };
      const { cells } = await measure('pack', async () => {
        const plan = await engine.plan(asked);
        await paintToEnd(engine, { prompt, cells: plan.cells });
        return plan;
      });
      const moving = await measure('wiggles', async () => {
        const bodies = await paintToEnd(engine, { prompt, cells, isBare: true });
        return Promise.all(cells.map((cell, k) => movingOf(engine, cell, bodies[k]!, USUAL_MOODS[k]!)));
      });
      await measure('emoji', () => Promise.all(moving.map((one) => renderMovingEmoji(one, MOST_EMOJI_BYTES))));
      const stored = await Promise.all(moving.map(storeAnimation));
      await measure('stickers', () =>
        Promise.all(stored.map((one, k) => stickerOf({ image: moving[k]!.frames[0]!, moving: one }, STICKER_SIDE))),
      );
    }
  }
  await engine.dispose();
  return {
    name: 'pack',
    title: 'A pack of twelve moods',
    rows: (Object.keys(WORK) as Work[]).map((work) => ({
      work: WORK[work].name,
      ...Object.fromEntries(PROMPTS.map((prompt) => [prompt, summarise(taken.get(`${work} ${prompt}`)!).median])),
      aim: WORK[work].aim,
    })),
    notes: [`${threads} threads; medians of ${rounds} rounds, each of another seed and so of another artwork.`],
  };
}
