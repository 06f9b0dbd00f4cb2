import { createRecent, EngineError, ownValue } from '../basics/index.js';
import type { Bundle } from '../bundle/index.js';
import { splitGround } from '../finishes/index.js';
import type { Blob, Box, Swatch } from '../latents/index.js';
import type { Tables } from '../manifest/index.js';
import { type Artwork, createArtwork, createPictures, type Pictures } from '../memory/index.js';
import type { OwnThing } from '../own/index.js';
import { areAlike } from './alike-colours.js';
import { type Colouring, createColouring } from './colours/index.js';
import { composeLayers, type TexturedLayer } from './compose.js';
import type { Draft } from './draft.js';
import { createDrawings } from './drawings.js';
import { keptDetail } from './kept-detail.js';
import {
  blobSteps,
  boxSteps,
  clipOf,
  createLabelledAs,
  detailedOf,
  edgesOf,
  type Fit,
  type Layer,
  layersOf,
  placesFor,
  placeThings,
  relationsIn,
  type Scene,
  type Stage,
  spreadOf,
  spreadOfBox,
  standingOf,
  type Way,
} from './layout/index.js';
import { createLooks, type Look } from './looks.js';
import { createOwnMeasure, type OwnMeasures, withOwnArtwork } from './own/index.js';
import { silhouetteOf } from './silhouette.js';
import { createTextures, type Textures } from './textures.js';
import { wordDescription } from './wording.js';

export type { Fit } from './layout/index.js';
export type { Look } from './looks.js';

/** Requests whose own things are kept: they are planned, painted and painted anew one after the other. */
const KEPT = 4;

/** What a draft's picture shows, in the words and measures that the prior has learned from. */
export interface DraftMeasures {
  /** In the style that it is finished in. */
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
  /** Of each thing, in the draft's order (`silhouetteOf`). */
  silhouettes: readonly (readonly number[])[];
  /** Of each thing, in the draft's order, which drawing it is, whatever its technique (`createDrawings`). */
  drawings: readonly number[];
}

/** Drafts pictures of a bundle's memory. */
export interface Drafts {
  /** Everything that a thing can look like in a style; none where the memory has no picture of it. */
  looksOf(style: string, thing: string): readonly Look[];
  /**
   * The numbers of places that a draft of so many things of a kind may have; none where it has no choice.
   * @param way the one that it is to have
   */
  placesOf(kind: string, things: number, way?: Way): readonly number[];
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
   * @param isBare without the marks about what shows a mood, which stays where it is
   * @throws EngineError `bad_draft` where the draft is of another memory or has no places, `bundle_invalid` where one
   *   of the memory's pictures cannot be read
   */
  picture(draft: Draft, isBare?: boolean): Promise<Float32Array>;
  /**
   * The marks about what shows a mood, which its bare picture lacks, from back to front.
   * @throws EngineError, as `picture` does
   */
  signs(draft: Draft): Promise<Sign[]>;
  /**
   * How much of the picture is kept when it is painted: its details, as `keptDetail` tells them; [size, size],
   * 0–1.
   * @param picture of the draft
   * @throws EngineError `bad_draft`, as `picture` does
   */
  kept(draft: Draft, picture: Float32Array, isBare?: boolean): Float32Array;
}

/** A mark that shows a mood, apart from what it is about. */
export interface Sign {
  layer: TexturedLayer;
  /** At the eyes, in a corner, or behind what it is about. */
  place: 'eyes' | 'corner' | 'behind';
}

/** Drafts of a memory, and of own things with it. */
export interface DraftsOfAll extends Drafts {
  /** Drafts of the memory and of own things that a request brings; those of the latest requests are kept. */
  withOwn(own: readonly OwnThing[] | undefined): Drafts;
}

/** Reads the measures of the bundle's memory once; its pictures are read when they are drawn. */
export function createDrafts(bundle: Pick<Bundle, 'manifest' | 'memory'>): DraftsOfAll {
  const { manifest, memory } = bundle;
  const artwork = createArtwork(bundle);
  const drawingOf = createDrawings({ styles: manifest.styles, things: memory.things.map(({ name }) => name) }, artwork);
  const remembered: Drawable = {
    manifest,
    artwork,
    pictures: createPictures(bundle),
    labelledAs: createLabelledAs(memory),
    drawingOf,
  };
  const drafts = draftsOf(remembered);
  const measure = createOwnMeasure(manifest);
  const kept = createRecent<string, Drafts>(KEPT);
  return {
    ...drafts,
    withOwn(own = []) {
      if (own.length === 0) return drafts;
      const key = JSON.stringify(own.map((one) => [one.key, one.isFaceless]));
      return kept.get(key, () => draftsOf(withOwnThings(remembered, own.map(measure), memory.pictures.length)));
    },
  };
}

/** What drafts are drawn from. */
interface Drawable {
  manifest: Bundle['manifest'];
  artwork: Artwork;
  pictures: Pictures;
  labelledAs: ReturnType<typeof createLabelledAs>;
  drawingOf: ReturnType<typeof createDrawings>;
}

function withOwnThings(
  { artwork, pictures, drawingOf, ...rest }: Drawable,
  own: readonly (OwnThing & OwnMeasures)[],
  pictureCount: number,
): Drawable {
  const { artwork: all, shownBy } = withOwnArtwork(artwork, own, rest.manifest.styles, pictureCount);
  return {
    ...rest,
    artwork: all,
    pictures: {
      read(picture) {
        const index = shownBy(picture);
        return index === undefined ? pictures.read(picture) : Promise.resolve(own[index]!.picture);
      },
    },
    // One drawing, whatever the style.
    drawingOf: (picture, thing) => {
      const index = shownBy(picture);
      return index === undefined ? drawingOf(picture, thing) : pictureCount + index;
    },
  };
}

function draftsOf({ manifest, artwork, pictures, labelledAs, drawingOf }: Drawable): Drafts {
  const { tables, image } = manifest;
  const stage: Stage = { tables, artwork, size: image.size };
  const textures = createTextures(pictures, tables, artwork);
  const colour = createColouring(manifest, artwork);
  const place = (draft: Draft) => placeThings(draft, stage, labelledAs);
  const stagedOf = (draft: Draft): StagedDraft => {
    const scene = place(draft);
    const things = scene.order.map((k) => scene.spoken[k]!);
    const layers = layersOf(things, stage);
    const colouring = colour(
      layers.filter(({ role }) => role !== 'paw' && role !== 'body'),
      draft.palette,
    );
    return { draft, scene, layers: outlined(layers, draft, colouring), colouring };
  };
  return {
    looksOf: createLooks(manifest, artwork),
    placesOf: (kind, things, way) => {
      const base = standingOf({ kind, things: new Array(things).fill(undefined) })?.base;
      if (!base) return placesFor(kind, things, tables.layouts, way);
      return way === undefined ? [] : placesFor(base.kind, base.things.length, tables.layouts, way);
    },
    has: (draft) => isAllowed(() => place(draft)),
    describe(draft) {
      const staged = stagedOf(draft);
      const drawings = staged.scene.spoken.map(({ picture, thing }) => drawingOf(picture, thing));
      return { ...measure(staged, stage), drawings };
    },
    async picture(draft, isBare = false) {
      const { layers, colouring } = stagedOf(draft);
      const textured = shownOf(layers, isBare).map((layer) => texturedLayer(layer, colouring, textures, tables));
      return composeLayers(await Promise.all(textured), stage.size, splitGround(draft.finish).airs);
    },
    async signs(draft) {
      const { layers, colouring } = stagedOf(draft);
      return signsAmong(layers, draft, tables, (layer) => texturedLayer(layer, colouring, textures, tables));
    },
    kept: (draft, picture, isBare = false) =>
      keptDetail(picture, detailedOf(shownOf(stagedOf(draft).layers, isBare), stage), stage.size),
  };
}

/** A draft with its things at their places and in their colours. */
interface StagedDraft {
  draft: Draft;
  scene: Scene;
  /** From back to front. */
  layers: readonly Layer[];
  colouring: Colouring;
}

function signsAmong(
  layers: readonly Layer[],
  { things }: Draft,
  { marks }: Tables,
  texture: (layer: Layer) => Promise<TexturedLayer>,
): Promise<Sign[]> {
  const [place = 'corner'] = things.flatMap(({ mark = '' }) => ownValue(marks, mark)?.at ?? []);
  const drawn = layers.filter(({ role }) => role === 'mark');
  return Promise.all(drawn.map(async (layer) => ({ layer: await texture(layer), place })));
}

function shownOf(layers: readonly Layer[], isBare: boolean): readonly Layer[] {
  return isBare ? layers.filter(({ role }) => role !== 'mark') : layers;
}

/** What is in front of something as light or dark, or of nearly its colour, has a line about it. */
function outlined(layers: readonly Layer[], { kind }: Draft, { namesOf }: Colouring): readonly Layer[] {
  const [back] = layers;
  const isPlaced = back?.daylight !== undefined;
  if (!back || !(isPlaced || relationsIn(kind).includes('in front of'))) return layers;
  // A place has many colours, and who is pale is lost before any of them that is so too.
  const behind = isPlaced ? namesOf(back).map((name) => [name]) : [namesOf(back)];
  return layers.map((layer) => {
    const isFront = layer.role === 'thing' && layer.picture !== back.picture;
    return isFront && behind.some((names) => areAlike(namesOf(layer), names)) ? { ...layer, isOutlined: true } : layer;
  });
}

/** Whether something is done without the `bad_draft` of a draft that is of another memory. */
function isAllowed(attempt: () => void): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'bad_draft') return false;
    throw error;
  }
}

/** See `Drafts.describe`. */
function measure({ draft, scene, colouring }: StagedDraft, stage: Stage): Omit<DraftMeasures, 'drawings'> {
  const { spoken, listed, fits } = scene;
  const { size, artwork, tables } = stage;
  const edges = spoken.map((thing) => edgesOf(thing, stage));
  const measured = spoken.map(({ thing }, k) => boxSteps(edges[k]!, thing, size));
  const worded = spoken.map((thing, k) => ({
    thing: thing.thing,
    colours: colouring.namesOf(thing),
    mood: thing.mood?.name ?? thing.mark?.name,
    box: measured[k]!,
  }));
  const blobs = listed.map((k, at) => {
    if (k === undefined) return blobSteps(spreadOfBox(draft.boxes![at]!, size), size);
    return blobSteps(spreadOf(spoken[k]!, stage), size);
  });
  return {
    description: wordDescription(worded, draft.kind, splitGround(draft.finish).finish ?? draft.style, tables),
    boxes: draft.boxes ?? listed.flatMap((k) => (k === undefined ? [] : [measured[k]!])),
    blobs: draft.blobs ?? blobs,
    palette: draft.palette ?? colouring.natural,
    fits,
    paletteShown: colouring.shown,
    silhouettes: spoken.map(({ picture }) => silhouetteOf(artwork, picture)),
  };
}

/** A layer as it is composed; the face of a mood also as it is drawn on dark ground. */
async function texturedLayer(
  layer: Layer,
  colouring: Colouring,
  textures: Textures,
  { layouts }: Tables,
): Promise<TexturedLayer> {
  const { picture, paint, flip, frame, role, body, shape, isOutlined } = layer;
  if (shape)
    return { texture: await textures.markOf(shape, picture, paint, colouring.recolouringsOf(layer)), flip, frame };
  if (body)
    return { texture: await textures.bodyOf(picture, paint, colouring.recolouringsOf(layer), body), flip, frame };
  if (role === 'paw')
    return { texture: await textures.pawOf(picture, paint, colouring.recolouringsOf(layer)), flip, frame };
  const texture = await textures.of(picture, paint, colouring.recolouringsOf(layer), layer.face);
  const rimmed = role === 'mood' ? await textures.haloed(picture) : undefined;
  return {
    texture,
    flip,
    frame,
    ...clipOf(layer),
    ...(layer.daylight ? { daylight: layer.daylight } : {}),
    ...(isOutlined ? { isOutlined } : {}),
    ...(rimmed ? { onDark: { texture: rimmed, below: layouts.mood.rim!.below } } : {}),
  };
}

/**
 * Names of a draft's things that would have to be stretched by more than 1.5 to fill the boxes chosen for them, and are
 * centred in these instead; each once, in the draft's order. None where there is no draft, or one of another memory.
 */
export function centredThings(draft: Draft | null | undefined, drafts: Pick<Drafts, 'has' | 'describe'>): string[] {
  if (!draft?.boxes || !drafts.has(draft)) return [];
  const { fits } = drafts.describe(draft);
  const names = draft.things.flatMap(({ thing }, k) => (fits[k] === 'centred' ? [thing] : []));
  return [...new Set(names)];
}
