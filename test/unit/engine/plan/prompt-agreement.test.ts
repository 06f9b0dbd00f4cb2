import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Latents } from '../../../../src/engine/latents/index.js';
import { createPromptJudge } from '../../../../src/engine/plan/prompt-agreement.js';
import { createPromptReader } from '../../../../src/engine/words/prompt-reader.js';

/** Codes 0 transparent, 1 blue, 2 red, 3 light blue. */
const codebook = { grid: 2, colours: ['#00000000', '#2f6fdeff', '#d92b2bff', '#a4d2f5ff'] };
const bundle = await loadBundle('models/stickers');
const context = { manifest: { ...bundle.manifest, codebook }, reader: createPromptReader(bundle) };
const judge = (prompt: string, latents: Latents) => createPromptJudge(context, prompt).agreement(latents);

const cat = { label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 1 };
const car = { label: 'car', x0: 0.5, y0: 0, x1: 1, y1: 1 };
const PROMPT = 'a blue cat and a red car';
const right = { description: 'a blue cat and a red car' };
const swapped = { description: 'a red cat and a blue car' };

describe('agreement of a plan with the prompt', () => {
  it('is whole where the description has all things in their colours, whatever else it has', () => {
    expect(judge(PROMPT, { description: 'a red and blue car and a blue cat, flat style' })).toBe(1);
    expect(judge('a cat', { description: 'a red cat' })).toBe(1);
  });

  it('falls when things swap their colours, and further when one is missing', () => {
    expect(judge(PROMPT, swapped)).toBe(0.5);
    expect(judge(PROMPT, { description: 'a blue cat and a blue car' })).toBe(0.75);
    expect(judge(PROMPT, { description: 'a red cat' })).toBe(0.25);
    expect(judge(PROMPT, { description: 'a dog' })).toBe(0);
  });

  it('wants as many of a thing as the prompt has', () => {
    expect(judge('two cats', { description: 'a red cat and a blue cat' })).toBe(1);
    expect(judge('two cats', { description: 'a red cat' })).toBe(0.5);
    expect(judge('two cats and a car', { description: 'a cat and a cat and a car' })).toBe(1);
    expect(judge('two cats and a car', { description: 'a cat and a car' })).toBeCloseTo(2 / 3, 9);
  });

  it('wants the mood that the prompt has a word for', () => {
    expect(judge('a happy cat', { description: 'a red grinning cat , flat style' })).toBe(1);
    expect(judge('a crying heart', { description: 'a sobbing heart' })).toBe(1);
    expect(judge('a sad dog', { description: 'a crying dog' })).toBe(1);
    expect(judge('a sad dog', { description: 'a sobbing dog' })).toBe(0.5);
    expect(judge('a dog in love', { description: 'a dog' })).toBe(0.5);
    expect(judge('ein trauriger roter Hund', { description: 'a red sad dog' })).toBe(1);
    expect(judge('ein trauriger roter Hund', { description: 'a sad dog' })).toBeCloseTo(2 / 3, 9);
  });

  it('knows a thing by its synonyms, and by a name that begins like a mood', () => {
    expect(judge('a kitty', { description: 'a cat' })).toBe(1);
    expect(judge('a synth', { description: 'a black musical keyboard , flat style' })).toBe(1);
    expect(judge('a synth', { description: 'a keyboard' })).toBe(0);
  });

  it('takes the best of several of a kind', () => {
    expect(judge('a blue cat', { description: 'a red cat and a blue cat' })).toBe(1);
  });

  it('looks for the colours in the boxes of their things', () => {
    const boxes = [cat, car];
    expect(judge(PROMPT, { ...right, boxes, tokens: [1, 2, 3, 2] })).toBe(1);
    expect(judge(PROMPT, { ...right, boxes, tokens: [2, 1, 2, 1] })).toBe(0.5);
    expect(judge(PROMPT, { ...right, boxes, tokens: [2, 2, 2, 2] })).toBe(0.75);
  });

  it('counts what is covered, half of which is enough, and less for each of two colours', () => {
    const boxes = [{ ...cat, x1: 1 }];
    expect(judge('a blue cat', { ...right, boxes, tokens: [1, 0, 0, 0] })).toBe(1);
    expect(judge('a blue cat', { ...right, boxes, tokens: [1, 2, 1, 2] })).toBe(1);
    expect(judge('a blue cat', { ...right, boxes, tokens: [1, 2, 2, 2] })).toBeCloseTo(0.75, 9);
    expect(judge('a blue and red cat', { description: 'a blue and red cat', boxes, tokens: [1, 1, 1, 2] })).toBe(1);
    expect(judge('a blue cat', { ...right, boxes, tokens: [0, 0, 0, 0] })).toBe(1);
  });

  it('does not look at what is hidden behind another thing', () => {
    const boxes = [{ ...cat, x1: 1 }, car];
    expect(judge('a blue cat', { ...right, boxes, tokens: [1, 2, 1, 2] })).toBe(1);
    expect(judge('a blue cat', { ...right, boxes: [...boxes].reverse(), tokens: [2, 1, 2, 2] })).toBeCloseTo(0.75, 9);
  });

  it('judges nothing without a description, and agrees with what it does not understand', () => {
    expect(judge(PROMPT, { boxes: [cat] })).toBeUndefined();
    expect(judge('een blauwe blorp', right)).toBe(1);
  });
});
