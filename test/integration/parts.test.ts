import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../src/engine/bundle/bundle.js';
import type { DraftedThing } from '../../src/engine/draft/draft.js';
import { createDrafts } from '../../src/engine/draft/drafts.js';
import { createArtwork } from '../../src/engine/memory/artwork.js';
import type { PartName } from '../../src/engine/memory/parts.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import type { Engine } from '../../src/engine/requests/types.js';

let bundle: Bundle;
let engine: Engine;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  engine = await createEngine(bundle);
});
afterAll(() => engine.dispose());

/** The colour that a part is painted in, whether somebody asked for it or the picture has it by itself. */
function colourOf({ thing, picture, parts = [] }: DraftedThing, style: string, part: PartName): string | undefined {
  const given = parts.find((one) => one.part === part);
  if (given) return given.colour;
  const artwork = createArtwork(bundle);
  const own = artwork.partOf(artwork.find(style, thing, picture)!, part);
  return own && Object.keys(bundle.manifest.tables.colours)[own.colour];
}

describe('a plan for a prompt with parts in colours', () => {
  it.each<[string, PartName, string]>([
    ['a girl with pink hair', 'hair', 'pink'],
    ['black cat with green eyes', 'eyes', 'green'],
    ['woman in a red dress', 'clothes', 'red'],
    ['man with a white beard', 'beard', 'white'],
    ['princess in a green dress', 'clothes', 'green'],
    ['white haired man', 'hair', 'white'],
    ['blue-eyed dog', 'eyes', 'blue'],
  ])('has them in every cell, and four pictures: %s', async (prompt, part, colour) => {
    const { cells } = await engine.plan({ prompt, count: 4, variety: 60, seed: 3 });
    const drafts = cells.map(({ draft }) => draft!);
    expect(drafts.map(({ style, things }) => colourOf(things[0]!, style, part))).toEqual([
      colour,
      colour,
      colour,
      colour,
    ]);
    expect(new Set(drafts.map((draft) => JSON.stringify([draft.things, draft.boxes, draft.tilt]))).size).toBe(4);
  });

  it('takes pictures that have the colour by themselves where there are some', async () => {
    const { cells } = await engine.plan({ prompt: 'redhead', count: 4, variety: 60, seed: 3 });
    for (const { draft } of cells) {
      expect(draft!.things[0]!.thing).toMatch(/with red hair$/);
      expect(draft!.things[0]!.parts).toBeUndefined();
    }
  });

  it('says and measures what it paints', async () => {
    const drafts = createDrafts(bundle);
    const { cells } = await engine.plan({ prompt: 'a girl with blue hair', count: 4, variety: 60, seed: 5 });
    for (const { draft, latents } of cells) {
      expect(latents.description).toMatch(/blue/);
      const { things, ...rest } = draft!;
      const { parts: _, ...asDrawn } = things[0]!;
      const plain = drafts.describe({ ...rest, things: [asDrawn] });
      expect(plain.description).not.toMatch(/blue/);
      expect(latents.palette).not.toEqual(plain.palette);
      expect(latents.boxes).toEqual(plain.boxes);
    }
  });

  it('moves the colour that a part was given along with an edit of the palette', () => {
    const drafts = createDrafts(bundle);
    const hair: DraftedThing = {
      thing: 'girl',
      picture: 'twemoji:girl',
      flip: false,
      parts: [{ part: 'hair', colour: 'pink' }],
    };
    const draft = { style: 'flat', kind: 'single', things: [hair], recall: 60 };
    const { palette, description } = drafts.describe(draft);
    expect(description).toMatch(/yellow and pink girl/);
    const [skin, ...others] = palette;
    const edited = { ...draft, palette: [skin!, ...others.map((swatch) => ({ ...swatch, colour: '#2f6fde' }))] };
    expect(drafts.describe(edited).description).toMatch(/yellow and blue girl/);
  });
});
