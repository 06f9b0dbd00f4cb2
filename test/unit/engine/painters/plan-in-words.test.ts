import { expect, it } from 'vitest';
import { planInWords } from '../../../../src/engine/painters/plan-in-words.js';

const READING = { notes: [], worded: 'a cat', style: undefined };
const BOX = { label: 'cat', x0: 0, y0: 0, x1: 0.3, y1: 0.3 };

it('says what was asked for, what is planned, its colours by name, and where things are', () => {
  const latents = {
    description: 'a red cat , flat style',
    palette: [
      { colour: '#dc2a2a', share: 0.7 },
      { colour: '#ffffff', share: 0.3 },
    ],
    boxes: [BOX],
  };
  expect(planInWords({ latents }, 'eine rote Katze im Wald', READING)).toEqual({
    prompt: 'eine rote Katze im Wald, a red cat, flat style, colours red and white, cat in the upper left',
    negative: '',
  });
});

it('says a style that the description lacks, and nothing twice', () => {
  const { prompt } = planInWords({ latents: { boxes: [BOX, BOX] } }, 'a cat', { ...READING, finish: 'watercolor' });
  expect(prompt).toBe('a cat, watercolor style, cat in the upper left');
});

it('does not repeat the prompt, or its style, where the description begins with it', () => {
  const latents = { description: 'a cat , an oil painting' };
  expect(planInWords({ latents }, 'A cat', { ...READING, finish: 'oil-painting' }).prompt).toBe(
    'a cat, an oil painting',
  );
});

it('names what is not wanted in the negative alone', () => {
  const reading = { ...READING, notes: [{ type: 'removed', said: 'a hat' } as const] };
  expect(planInWords({ latents: {} }, 'a cat without a hat', reading, 'rain, snow')).toEqual({
    prompt: 'a cat',
    negative: 'rain, snow, a hat',
  });
});
