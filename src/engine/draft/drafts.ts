import type { Bundle } from '../bundle/bundle.js';
import type { Blob, Box, Swatch } from '../latents/latents.js';
import { createArtwork } from '../memory/artwork.js';
import { createPictures } from '../memory/pictures.js';
import { actorsOf } from './actor.js';
import { arrange, edgesOf, paintingOrder, type Stage } from './arrange.js';
import { composeLayers } from './compose.js';
import type { Draft } from './draft.js';
import { spreadIn } from './frame.js';
import { layersOf } from './layers.js';
import { createLooks, type Look } from './looks.js';
import { createPaletteMeasure } from './palette-of-layers.js';
import { blobSteps, boxSteps } from './steps.js';
import { createTextures } from './textures.js';
import { wordDescription } from './wording.js';

export type { Look } from './looks.js';

/** What a draft's picture shows, in the words and measures that the prior has learned from. */
export interface DraftMeasures {
  description: string;
  /** From back to front. */
  boxes: Box[];
  /** In the order of the boxes. */
  blobs: Blob[];
  palette: Swatch[];
}

/** Drafts pictures of a bundle's memory. */
export interface Drafts {
  /** Everything that a thing can look like in a style; none where the memory has no picture of it. */
  looksOf(style: string, thing: string): readonly Look[];
  /** How many places there are for a `count` or `list` of so many things; 0 where there are none. */
  placesOf(things: number): number;
  /**
   * Says and measures what a draft's picture shows, without painting it.
   * @throws KaleidoError `bad_option` where the draft is of another memory or has no places
   */
  describe(draft: Draft): DraftMeasures;
  /**
   * The picture: [4, size, size], premultiplied RGBA, −1…1.
   * @throws KaleidoError `bad_option` where the draft is of another memory or has no places, `bundle_invalid` where one of
   *   the memory's pictures cannot be read
   */
  picture(draft: Draft): Promise<Float32Array>;
}

/** Reads the measures of the bundle's memory once; its pictures are read when they are drawn. */
export function createDrafts(bundle: Pick<Bundle, 'manifest' | 'memory'>): Drafts {
  const { tables, image, palette } = bundle.manifest;
  const artwork = createArtwork(bundle);
  const stage: Stage = { tables, artwork, size: image.size };
  const textures = createTextures(createPictures(bundle), tables);
  const paletteOf = createPaletteMeasure(palette.colours, artwork);

  const laidOut = (draft: Draft) => {
    const spoken = arrange(actorsOf(draft, tables, artwork), draft, stage);
    const things = paintingOrder(draft.kind, spoken.length, tables).map((k) => spoken[k]!);
    return { spoken, things, layers: layersOf(things, stage) };
  };
  return {
    looksOf: createLooks(tables, artwork),
    placesOf: (things) => (things === 2 || things === 3 ? tables.layouts.groups[things].length : 0),
    describe(draft) {
      const { spoken, things, layers } = laidOut(draft);
      const boxOf = (thing: (typeof things)[number]) => boxSteps(edgesOf(thing, stage), thing.thing, stage.size);
      const worded = spoken.map((thing) => ({
        thing: thing.thing,
        colours: artwork.coloursOf(thing.picture, thing.paint),
        mood: thing.mood?.name ?? thing.mark?.name,
        box: boxOf(thing),
      }));
      return {
        description: wordDescription(worded, draft.kind, draft.style, tables),
        boxes: things.map(boxOf),
        blobs: things.map(({ frame, picture, flip }) => blobSteps(spreadIn(frame, artwork, picture, flip), stage.size)),
        palette: paletteOf(layers),
      };
    },
    async picture(draft) {
      const { layers } = laidOut(draft);
      const textured = layers.map(async ({ picture, paint, flip, frame }) => ({
        texture: await textures.of(picture, paint),
        flip,
        frame,
      }));
      return composeLayers(await Promise.all(textured), stage.size);
    },
  };
}
