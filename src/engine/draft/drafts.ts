import { EngineError } from '../basics/index.js';
import type { Bundle } from '../bundle/index.js';
import type { Blob, Box, Swatch } from '../latents/index.js';
import { createArtwork, createPictures } from '../memory/index.js';

import { placesFor } from './arrange.js';
import { type ColourFit, createColourFitter } from './colour-fit.js';
import { composeLayers } from './compose.js';
import type { Draft } from './draft.js';
import { faceDetail } from './face-detail.js';
import { facesOf } from './faces.js';
import { spreadIn } from './frame.js';
import { layersOf } from './layers.js';
import { createLooks, type Look } from './looks.js';
import { createLabelledAs } from './match-boxes.js';
import { createPaletteMeasure } from './palette-of-layers.js';
import { createPartColours } from './part-colours.js';
import { type Fit, placeThings } from './place.js';
import { edgesOf, type Stage } from './placed.js';
import { blobSteps, boxSteps, spreadOfBox } from './steps.js';
import { createTextures } from './textures.js';
import { wordDescription } from './wording.js';

export type { Look } from './looks.js';
export type { Fit } from './place.js';

/** What a draft's picture shows, in the words and measures that the prior has learned from. */
export interface DraftMeasures {
  description: string;
  /** From back to front. */
  boxes: Box[];
  /** In the order of the boxes. */
  blobs: Blob[];
  palette: Swatch[];
  /**
   * How each thing came into the box or onto the ellipse chosen for it, in the draft's order; undefined where none was
   * chosen.
   */
  fits: readonly (Fit | undefined)[];
  /** How well the things show the palette chosen for them, 0–1 (`paletteShown`); 1 where none was chosen. */
  paletteShown: number;
}

const AS_THEY_ARE: ColourFit = { of: () => undefined, shown: 1 };

/** Drafts pictures of a bundle's memory. */
export interface Drafts {
  /** Everything that a thing can look like in a style; none where the memory has no picture of it. */
  looksOf(style: string, thing: string): readonly Look[];
  /** The numbers of places that a draft of so many things of a kind may have; none where it has no choice. */
  placesOf(kind: string, things: number): readonly number[];
  /**
   * Whether the memory has all that a draft is made of, so that it can be described and drawn; a draft of another
   * bundle's memory may not be.
   */
  has(draft: Draft): boolean;
  /**
   * Says and measures what a draft's picture shows, without painting it. What somebody chose (boxes, blobs, palette) is
   * given back as it is; the rest is measured of the things as fitted to it. A box goes to the thing that its label
   * names, from back to front, else to one left over; of more boxes than things the blob is the ellipse in the box.
   * Where fewer boxes were chosen than there are things, only these are listed, and so are their blobs.
   * @throws EngineError `bad_draft` where the draft is of another memory or has no places
   */
  describe(draft: Draft): DraftMeasures;
  /**
   * The picture: [4, size, size], premultiplied RGBA, −1…1.
   * @throws EngineError `bad_draft` where the draft is of another memory or has no places, `bundle_invalid` where one
   *   of the memory's pictures cannot be read
   */
  picture(draft: Draft): Promise<Float32Array>;
  /**
   * How much of the picture is kept when it is painted: its faces' details, as `faceDetail` tells them; [size, size], 0–1.
   * @param picture of the draft
   * @throws EngineError `bad_draft`, as `picture` does
   */
  kept(draft: Draft, picture: Float32Array): Float32Array;
}

/** Reads the measures of the bundle's memory once; its pictures are read when they are drawn. */
export function createDrafts(bundle: Pick<Bundle, 'manifest' | 'memory'>): Drafts {
  const { tables, image, palette } = bundle.manifest;
  const artwork = createArtwork(bundle);
  const stage: Stage = { tables, artwork, size: image.size };
  const textures = createTextures(createPictures(bundle), tables);
  const partColours = createPartColours(tables, palette.colours, artwork);
  const paletteOf = createPaletteMeasure(palette.colours, artwork, partColours.histogramOf);
  const fitColours = createColourFitter(tables, palette.colours, artwork, partColours.histogramOf);
  const labelledAs = createLabelledAs(bundle.memory);

  const staged = (draft: Draft) => {
    const scene = placeThings(draft, stage, labelledAs);
    const layers = layersOf(
      scene.order.map((k) => scene.spoken[k]!),
      stage,
    );
    const natural = paletteOf(layers);
    const isFitted = draft.palette !== undefined && !isSamePalette(draft.palette, natural);
    const colours: ColourFit = isFitted ? fitColours(layers, draft.palette!, natural) : AS_THEY_ARE;
    return { ...scene, layers, natural, colours };
  };
  /** The face of a mood as it is drawn on dark ground. */
  const onDark = async (picture: number) => {
    const texture = await textures.haloed(picture);
    return texture ? { onDark: { texture, below: tables.layouts.mood.rim!.below } } : {};
  };
  return {
    looksOf: createLooks(tables, artwork),
    placesOf: (kind, things) => placesFor(kind, things, tables.layouts),
    has(draft) {
      try {
        placeThings(draft, stage, labelledAs);
        return true;
      } catch (error) {
        if (error instanceof EngineError && error.code === 'bad_draft') return false;
        throw error;
      }
    },
    describe(draft) {
      const { spoken, listed, fits, natural, colours } = staged(draft);
      const measured = spoken.map((thing) => boxSteps(edgesOf(thing, stage), thing.thing, stage.size));
      const worded = spoken.map((thing, k) => ({
        thing: thing.thing,
        colours: colours.of(thing)?.names ?? partColours.namesOf(thing),
        mood: thing.mood?.name ?? thing.mark?.name,
        box: measured[k]!,
      }));
      const blobs = listed.map((k, at) => {
        if (k === undefined) return blobSteps(spreadOfBox(draft.boxes![at]!, stage.size), stage.size);
        const { frame, picture, flip } = spoken[k]!;
        return blobSteps(spreadIn(frame, artwork, picture, flip), stage.size);
      });
      return {
        description: wordDescription(worded, draft.kind, draft.style, tables),
        boxes: draft.boxes ?? listed.flatMap((k) => (k === undefined ? [] : [measured[k]!])),
        blobs: draft.blobs ?? blobs,
        palette: draft.palette ?? natural,
        fits,
        paletteShown: colours.shown,
      };
    },
    async picture(draft) {
      const { layers, colours } = staged(draft);
      const textured = layers.map(async (layer) => ({
        texture: await textures.of(layer.picture, layer.paint, [
          ...partColours.recolouringsOf(layer),
          ...(layer.isThing ? optional(colours.of(layer)?.recolouring) : []),
        ]),
        ...(layer.isMood ? await onDark(layer.picture) : {}),
        flip: layer.flip,
        frame: layer.frame,
      }));
      return composeLayers(await Promise.all(textured), stage.size);
    },
    kept: (draft, picture) => faceDetail(picture, facesOf(staged(draft).layers, stage), stage.size),
  };
}

function isSamePalette(a: readonly Swatch[], b: readonly Swatch[]): boolean {
  const text = (palette: readonly Swatch[]) => palette.map(({ colour, share }) => `${colour.toLowerCase()} ${share}`);
  return text(a).join() === text(b).join();
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
