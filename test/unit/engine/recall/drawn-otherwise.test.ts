import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/index.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Bundle } from '../../../../src/engine/bundle/index.js';
import { createDrafts, type Draft, type Drafts } from '../../../../src/engine/draft/index.js';
import { combineLooks } from '../../../../src/engine/recall/combinations.js';
import { composeReading } from '../../../../src/engine/recall/composition.js';
import {
  hasLeftovers,
  isClosedBelow,
  isFromBelow,
  isPoorExample,
} from '../../../../src/engine/recall/drawn-otherwise.js';
import { createPromptReader, type PromptReader } from '../../../../src/engine/words/index.js';

let bundle: Bundle;
let drafts: Drafts;
let reader: PromptReader;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  drafts = createDrafts(bundle);
  reader = createPromptReader(bundle);
});

function combined(prompt: string, seed: number) {
  const reading = reader.read(prompt);
  const { tables, styles } = bundle.manifest;
  const composition = composeReading(reading, new Set(Object.values(tables.wearables).flat()))!;
  return combineLooks(drafts, {
    composition,
    reading,
    pinned: {},
    recall: 60,
    styles,
    tables,
    rng: createRng(seed, 'recall'),
  });
}

describe('pictures of what somebody has', () => {
  it.each([
    ['boy with an umbrella', 0.5],
    ['man with a microphone', 0.5],
    ['a drum and a microphone', 0.1],
  ])('with more in them come later: %s', (prompt, much) => {
    const all = combined(prompt, 7);
    const [left, plain] = [true, false].map((isLeft) =>
      all.filter(({ draft }) => hasLeftovers(draft.things[1]!.picture) === isLeft).map(({ awkward }) => awkward),
    );
    expect(left!.length).toBeGreaterThan(0);
    expect(Math.min(...left!)).toBeGreaterThan(Math.min(...plain!) + much);
  });
});

describe('panels with a background of their own', () => {
  it.each(['tent in a forest', 'rainbow over a meadow'])('come last before a place: %s', (prompt) => {
    const all = combined(prompt, 7);
    const isPanel = ({ style, things: [one] }: Draft) =>
      drafts.looksOf(style, one!.thing).some((look) => look.picture === one!.picture && look.isPanel);
    const least = (some: typeof all) => Math.min(...some.map(({ awkward }) => awkward));
    const [framed, free] = [true, false].map((is) => all.filter(({ draft }) => isPanel(draft) === is));
    expect(framed!.length).toBeGreaterThan(0);
    expect(least(framed!)).toBeGreaterThan(least(free!) + 0.5);
  });
});

describe('what is not the same in a mirror', () => {
  it.each(['game controller', 'alarm clock', 'guitar'])('is never mirrored: %s', (prompt) => {
    const flips = [1, 2, 3, 4, 5, 6, 7, 8]
      .flatMap((seed) => combined(prompt, seed))
      .map(({ draft }) => draft.things[0]!.flip);
    expect(flips).not.toContain(true);
  });
});

describe('pictures of what somebody stands on or is under', () => {
  it.each([
    ['penguin riding a skateboard', isFromBelow],
    ['dog under a chair', isClosedBelow],
  ] as const)('that do not suit that come last: %s', (prompt, isIll) => {
    const all = combined(prompt, 7);
    const [ill, plain] = [true, false].map((is) =>
      all.filter(({ draft }) => isIll(draft.things[1]!.picture) === is).map(({ awkward }) => awkward),
    );
    expect(ill!.length).toBeGreaterThan(0);
    expect(Math.min(...ill!)).toBeGreaterThan(Math.min(...plain!));
  });
});

describe('poor examples', () => {
  it('are pictures that there are, of things that others show', () => {
    const shown = ['fox', 'hedgehog', 'axolotl', 'dragon', 'banana', 'castle', 'zebra', 'bus', 'water pistol', 'eagle'];
    for (const thing of shown) {
      const looks = bundle.manifest.styles.flatMap((style) => drafts.looksOf(style, thing));
      const pictures = [...new Set(looks.map(({ picture }) => picture))];
      expect(pictures.filter(isPoorExample).length).toBeGreaterThan(0);
      expect(pictures.filter((picture) => !isPoorExample(picture)).length).toBeGreaterThan(0);
    }
  });
});
