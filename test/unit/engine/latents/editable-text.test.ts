import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import {
  EDITABLE_KINDS,
  editableText,
  type Latents,
  latentTexts,
  parsePin,
} from '../../../../src/engine/latents/index.js';
import { walkRandomly } from '../support/random-latents.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const SIDE = context.manifest.image.size;

describe('a latent as text to be edited', () => {
  it.each([...EDITABLE_KINDS, 'tokens' as const])('%s reads back as the value that it was written from', (kind) => {
    let checked = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { latents } = walkRandomly(context, [kind], createRng(seed, 'test'));
      if (!isWritable(latents)) continue;
      const again = parsePin(`${kind}=${editableText(kind, latents, SIDE)}`, context);
      expect(again).toEqual(latents);
      checked++;
    }
    expect(checked).toBeGreaterThan(5);
  });

  it('scales shares that add up to more than the whole, which nobody may write', () => {
    const palette = [
      { colour: '#dc2a2a', share: 0.75 },
      { colour: '#ffffff', share: 0.5 },
    ];
    expect(editableText('palette', { palette }, SIDE)).toBe('#dc2a2a 60%, #ffffff 40%');
  });

  it('shows boxes in the pixels that the hint speaks of', () => {
    const boxes = [
      { label: 'cat', x0: 0, y0: 0.125, x1: 0.5, y1: 0.875 },
      { label: 'pizza', x0: 0.5, y0: 0.5, x1: 1, y1: 1 },
    ];
    expect(editableText('boxes', { boxes }, SIDE)).toBe('cat 0,16,64,112;\npizza 64,64,128,128');
    expect(parsePin(`boxes=${editableText('boxes', { boxes }, SIDE)}`, context)).toEqual({ boxes });
  });

  it('is empty for a kind that is not there', () => {
    for (const kind of EDITABLE_KINDS) expect(editableText(kind, {}, SIDE)).toBe('');
  });
});

/** Random pieces make texts that begin or end in commas or hold nothing, and shares of more than the whole. */
function isWritable(latents: Latents): boolean {
  const texts = latentTexts(latents).map(({ text }) => text);
  const isPlain = texts.every((text) => /^[a-z][a-z0-9 ]*$/.test(text) && !/\s\s|\s$/.test(text));
  return isPlain && (latents.palette ?? []).reduce((sum, { share }) => sum + share, 0) <= 1;
}
