import { isDeepStrictEqual } from 'node:util';
import { createRng } from '../basics/index.js';
import type { Draft, Drafts } from '../draft/index.js';
import type { Latents } from '../latents/index.js';
import type { Manifest } from '../manifest/index.js';
import { type OwnThing, ownPicture } from '../own/index.js';
import type { CheckedPlanRequest } from '../requests/index.js';
import { type PromptReader, type PromptReading, readOptionsOf } from '../words/index.js';
import { type Candidate, draftCandidates } from './candidates.js';
import { composeReading, withBoxes } from './composition.js';
import { draftsFromPicture, pictureOf } from './from-picture.js';
import { varietyOfDrafts } from './variety-of-drafts.js';

/** What candidates are made from. */
export interface CandidateSource {
  manifest: Pick<Manifest, 'tables' | 'styles'>;
  reader: PromptReader;
  drafts: Drafts;
}

/**
 * Drafts of what the request asks for; of a draft to keep, that one with what is pinned over it, or what keeps most of
 * it.
 */
export function candidatesOf({ manifest, reader, drafts }: CandidateSource, request: CheckedPlanRequest): Candidate[] {
  const { prompt, pinned, recall, shown = [] } = request;
  const kept = request.draft && drafts.has(request.draft) ? request.draft : undefined;
  const isReworded =
    pinned.description !== undefined && kept !== undefined && pinned.description !== drafts.describe(kept).description;
  const asked = () => reader.read(prompt, readOptionsOf(request));
  const picture = pictureOf(request);
  const isOfPicture = picture !== undefined && (!kept || kept.things[0]!.picture === ownPicture(picture));
  const named = readOptionsOf({ own: calledAs(request.own, kept) });
  if (isOfPicture && !kept) return draftsFromPicture(picture, asked(), request, manifest.styles);
  if (kept && (!isReworded || isOfPicture))
    return [{ draft: { ...withLatents(kept, pinned), recall }, tier: 0, wasShown: false, oddity: 0 }];
  const read =
    pinned.description === undefined
      ? asked()
      : withFinish(reader.read(pinned.description, named), () => kept ?? asked());
  const reading = pinned.boxes ? withBoxes(read, pinned.boxes, (label) => reader.read(label, named).things[0]) : read;
  const composition = composeReading(reading, new Set(Object.values(manifest.tables.wearables).flat()));
  if (!composition) return [];
  const found = draftCandidates(drafts, {
    composition,
    reading,
    pinned,
    recall,
    count: request.variety === 0 ? 1 : request.count,
    painted: varietyOfDrafts(request.variety).painted,
    shown,
    styles: manifest.styles,
    tables: manifest.tables,
    rng: createRng(request.seed, 'recall'),
  });
  if (!kept || found.length === 0) return found;
  const alike = found.map(({ draft }) => keptOf(kept, draft));
  const most = Math.max(...alike);
  const best = found[alike.indexOf(most)]!;
  return [{ ...best, draft: inPlaceOf(kept, best.draft) }];
}

/** Own things by what a draft, and therefore its description, calls them. */
function calledAs(own: readonly OwnThing[] | undefined, draft: Draft | undefined): readonly OwnThing[] | undefined {
  return own?.map((one) => {
    const drafted = draft?.things.find(({ picture }) => picture === ownPicture(one));
    return drafted ? { ...one, name: drafted.thing } : one;
  });
}

/** A reading that says nothing of a style, finished as what was before it. */
function withFinish(reading: PromptReading, before: () => Pick<PromptReading, 'finish'>): PromptReading {
  const { style, finish } = reading;
  if (style !== undefined || finish !== undefined) return reading;
  const { finish: kept } = before();
  return kept === undefined ? reading : { ...reading, finish: kept };
}

/**
 * The draft with latents over it that somebody chose since: same artwork, same looks, in the boxes, on the blobs and in
 * the palette given. Where the boxes or blobs are new, the other of the two is measured anew.
 */
export function withLatents(draft: Draft, { boxes, blobs, palette }: Latents): Draft {
  const { boxes: oldBoxes, blobs: oldBlobs, ...rest } = draft;
  const isMoved = boxes !== undefined || blobs !== undefined;
  const placed = isMoved ? { boxes, blobs } : { boxes: oldBoxes, blobs: oldBlobs };
  return {
    ...rest,
    ...(placed.boxes ? { boxes: placed.boxes } : {}),
    ...(placed.blobs ? { blobs: placed.blobs } : {}),
    ...(palette ? { palette } : {}),
  };
}

/** How much of a draft another one keeps: pictures, looks, style, layout and mirror. For ordering only. */
export function keptOf(before: Draft, after: Draft): number {
  const left = [...before.things];
  const things = after.things.reduce((sum, thing) => {
    const at = left.findIndex(({ picture }) => picture === thing.picture);
    if (at < 0) return sum;
    const [old] = left.splice(at, 1);
    const looks = [
      old!.paint === thing.paint,
      old!.mood === thing.mood,
      old!.mark === thing.mark,
      isDeepStrictEqual(old!.parts, thing.parts),
    ];
    return sum + 4 + looks.filter(Boolean).length + 0.5 * Number(old!.flip === thing.flip);
  }, 0);
  const layout = Number(before.kind === after.kind) + Number(before.places === after.places);
  return things + 2 * Number(before.style === after.style) + layout;
}

/**
 * A draft of another description in the place of one before: where as many things are left, each is mirrored and placed
 * as it was. What was placed anew stays there.
 */
export function inPlaceOf(before: Draft, after: Draft): Draft {
  if (after.things.length !== before.things.length) return after;
  const things = after.things.map((thing, k) => ({ ...thing, flip: before.things[k]!.flip }));
  const { boxes, blobs } = after.boxes || after.blobs ? after : before;
  const { places = after.places } = after.kind === before.kind ? before : after;
  return {
    ...after,
    things,
    ...(before.tilt === undefined ? {} : { tilt: before.tilt }),
    ...(places === undefined ? {} : { places }),
    ...(boxes ? { boxes } : {}),
    ...(blobs ? { blobs } : {}),
  };
}
