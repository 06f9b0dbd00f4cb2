import { ownValue, type Rng } from '../basics/index.js';
import {
  type Draft,
  type DraftedThing,
  type Drafts,
  isAstride,
  isFurniture,
  isHeadOf,
  isHood,
  isOnTheMove,
  isPairWay,
  isPlayedBehind,
  isPosed,
  isRiddenBy,
  type PairWay,
  relationsIn,
  type Way,
  WEARING,
  wornIn,
} from '../draft/index.js';
import { finishNamed } from '../finishes/index.js';
import type { Latents } from '../latents/index.js';
import { type Tables, type WornAt, wornAt } from '../manifest/index.js';
import { expressionOf, isPlace } from '../memory/index.js';
import { isOwnSlot } from '../own/index.js';
import type { AskedThing, PromptReading } from '../words/index.js';
import { type AskedLook, allOver, drawnThings, looksFor } from './asked-looks.js';
import type { Composition } from './composition.js';
import { hasArms, hasLeftovers, isClosedBelow, isCutOff, isFromBelow, isOncoming } from './drawn-otherwise.js';
import { isHanded } from './handed.js';

/**
 * How far from the commonest look: 0 as drawn or as asked for, 1 painted though nobody asked (or elsewhere, where a
 * style is), 2 of another size or place.
 */
export type Tier = 0 | 1 | 2;

/** A draft of what was read: one look for each of its things. */
export interface Combination {
  draft: Draft;
  tier: Tier;
  /** Whether a paint that nobody asked for is on an animal that hardly anybody would know in it. */
  isUnnatural?: boolean;
  /** How uncommon its pictures are among those of their things, ≥ 0. */
  oddity: number;
  /** How much of what was asked for it lacks, ≥ 0. */
  misses: number;
  /** How ill its pictures go with what was asked for, though they have it all, ≥ 0. */
  awkward: number;
}

export interface CombinationRequest {
  composition: Composition;
  reading: Pick<PromptReading, 'style' | 'finish' | 'without' | 'isPortrait'>;
  /** Chosen boxes, blobs and palette. */
  pinned: Latents;
  /** 1 and more, in `RANGES.recall`. */
  recall: number;
  /** The bundle's. */
  styles: readonly string[];
  tables: Pick<Tables, 'wearables' | 'colours' | 'marks'>;
  rng: Rng;
}

/** Combinations of a style that are gone through one by one; of more, as many are drawn. */
const MOST_COMBINATIONS = 512;
/** What goes ill with what was asked for is as uncommon as if so many others were commoner, twice over. */
const AWKWARD = 4;
/** A portrait is a face rather than a whole figure. */
const NO_FACE = 0.5;
/** Chance of a mirrored picture: what training draws. */
const MIRRORED = 0.25;
/** Chance of the first of two that stand to each other beyond what training draws. */
const TURNED = 0.5;
/** Ways in which it stays as it is drawn. */
const AS_DRAWN: ReadonlySet<Way> = new Set<Way>(['nested', 'inside']);
/** What is made of the picture goes less well with its style than with others: those come where drawings are few. */
const ILL_FINISHED = 0.1;
/** How awkward it is that rain or notes of its picture are left over at who has a thing, and beside others. */
const LEFT_OVER = { had: 0.75, beside: 0.2 } as const;
const HAD: ReadonlySet<string> = new Set(['holding', WEARING, 'below']);
/** How awkward it is to use mouth or eyes, or to have a thing on the head, where it is not known where these are. */
const HEADLESS = 0.5;
/** How awkward it is to hold something, where it may come to lie at the tail or over the eyes. */
const AT_ITS_TAIL = 0.75;
/** How awkward a head is for what is worn before the eyes or over the ears, where it is one in profile or unknown. */
const [IN_PROFILE, UNKNOWN_EYES] = [0.3, 0.5];
/** How awkward it is that what is worn before eyes is drawn from aside. */
const WORN_ASLANT = 0.1;
/** How awkward it is to give a thing a colour by a palette where others stand beside it, which take it too. */
const LEAKS = 1;
/** How awkward it is that a thing is drawn so that nobody can be on it, or below. */
const ILL_DRAWN = 0.75;
/** How awkward a panel with a background of its own is before a place: a tent in a forest. */
const FRAMED = 0.75;
/** How awkward it is to be seen from the side with what is held, and from the front by who fights or runs. */
const ASIDE = 0.25;

/** Drafts of what was read in all styles that have every thing, as drawn and painted. */
export function combineLooks(drafts: Drafts, request: CombinationRequest): Combination[] {
  return stylesOf(drafts, request).flatMap((style) => combineInStyle(drafts, style, request));
}

/**
 * The style asked for, if memory has the things in it; else those that have all of them; else those that have the
 * first.
 */
function stylesOf(drafts: Drafts, { reading, composition, styles }: CombinationRequest): readonly string[] {
  const has = (style: string, object: AskedThing) =>
    drawnThings(object).some(({ thing }) => drafts.looksOf(style, thing).length > 0);
  const whole = styles.filter((style) => composition.objects.every((object) => has(style, object)));
  const some = whole.length > 0 ? whole : styles.filter((style) => has(style, composition.objects[0]!));
  // Own things look the same in every style, but for what the style lays over them.
  const isAllOwn = composition.objects.every(({ called, moods }) => called !== undefined && moods.length === 0);
  if (reading.style !== undefined && some.includes(reading.style)) return [reading.style];
  return isAllOwn ? some.slice(0, 1) : some;
}

function combineInStyle(drafts: Drafts, style: string, request: CombinationRequest): Combination[] {
  const { kind, objects } = request.composition;
  const choices = choicesIn(drafts, style, request);
  if (choices.some((looks) => looks.length === 0)) return [];
  const { way } = request.composition;
  const places = drafts.placesOf(kind, objects.length, way);
  // Apart, since of all combinations hardly any are natural.
  const natural = choices.map((looks) => looks.filter(({ isPainted }) => !isPainted));
  const isFitting = finishNamed(request.reading.finish)?.paintedIn?.includes(style) ?? true;
  const ill = isFitting ? 0 : ILL_FINISHED;
  const painted = combinations(choices, request.rng).filter((looks) => looks.some(({ isPainted }) => isPainted));
  return [...combinations(natural, request.rng), ...painted].map((looks) => ({
    draft: draftOf(looks, style, places, request),
    tier: looks.some(({ isPainted }) => isPainted) ? 1 : 0,
    ...(looks.some(({ isPainted, look }) => isPainted && look.isUntypical) ? { isUnnatural: true } : {}),
    misses: looks.reduce((sum, { misses }) => sum + misses, 0),
    awkward: ill + looks.reduce((sum, { awkward }) => sum + awkward, 0),
    oddity: looks.reduce((sum, { rank, awkward }) => sum + rank ** 2 + AWKWARD * awkward, 0),
  }));
}

/** Whether something is where only who is seen from the side shows it. */
const isAlong = (way: Composition['way']): boolean => way === 'onBack' || way === 'onTail';

/**
 * What each thing may look like, in the style or, where that has none of it, in others; of several of a kind one for
 * all.
 */
function choicesIn(drafts: Drafts, style: string, request: CombinationRequest): AskedLook[][] {
  const { composition, reading, pinned, tables, styles } = request;
  const { kind, objects, way } = composition;
  // A palette that somebody chose says what colours there are, whatever the prompt says.
  const asked = pinned.palette ? objects.map((object) => ({ ...object, colours: [], parts: [] })) : objects;
  const [places] = drafts.placesOf(kind, objects.length, way);
  const worn = wornIn({ kind, things: objects, ...(places === undefined ? {} : { places }) });
  const isBeforeEyes = (k: number) =>
    worn.some(({ thing }) => thing === k && wornAt(tables, objects[k]!.names) === 'face');
  const relations = relationsIn(kind);
  const inPlace = (k: number) =>
    objects.some(({ names }, at) => at !== k && isPlaceOf(names)) && !isPlaceOf(objects[k]!.names);
  const looksIn = (of: string, k: number) => {
    const wears = worn.flatMap(({ thing, wearer }) => (wearer === k ? [wornAt(tables, objects[thing]!.names)] : []));
    // What is alone may have more about it: notes about a microphone.
    const isHad = k > 0 && HAD.has(relations[k - 1]!);
    const leftOver = objects.length < 2 ? 0 : isHad ? LEFT_OVER.had : LEFT_OVER.beside;
    // Who sleeps on something lies there as a head.
    const isAsleep = k === 0 && relations[0] === 'on' && objects[0]!.moods.includes('sleeping');
    const headless = (k === 0 && needsHead(way)) || (k > 0 && relations[k - 1] === 'on') ? HEADLESS : 0;
    const isHolder = k === 0 && (relations[0] === 'holding' || worn.some(({ wearer }) => wearer === k));
    const found = looksFor(drafts, of, asked[k]!, reading.without);
    const isAlone = kind === 'single' || kind === 'count';
    const all = () => drawnThings(asked[k]!).flatMap(({ thing }) => drafts.looksOf(of, thing));
    return (isAlone ? allOver(found, all, asked[k]!.colours) : found).map((one) => ({
      ...one,
      awkward:
        one.awkward +
        (reading.isPortrait === true && k === 0 && !one.look.isFace ? NO_FACE : 0) +
        (one.look.hasHead ? 0 : headless) +
        illAs(composition, k, one) +
        (isHolder && one.look.isAnimal ? illHolding(one.look) : 0) +
        ((isAsleep || isPairedByHand(way, k)) && one.look.isAnimal && !one.look.isFace ? ASIDE : 0) +
        illPlaced(one.look, relations, k, objects) +
        (asked[k]!.stature !== undefined && one.look.isFace ? ASIDE : 0) +
        (inPlace(k) && one.look.isPanel ? FRAMED : 0) +
        (hasLeftovers(one.look.picture) ? leftOver : 0) +
        (objects.length > 1 && isCutOff(one.look.picture) ? ILL_DRAWN : 0) +
        (one.look.isAslant && isBeforeEyes(k) ? WORN_ASLANT : 0) +
        (kind !== 'count' && objects.length > 1 && one.recoloured.length > 0 ? LEAKS : 0) +
        (isBeforeEyes(k) && hasArms(one.look.picture) ? ILL_DRAWN : 0) +
        Math.max(illHooded(one.look, worn, objects, k), ...wears.map((at) => awkwardness(one.look, at))),
    }));
  };
  return (kind === 'count' ? [0] : [...objects.keys()]).map((k) => {
    const own = looksIn(style, k);
    return own.length > 0 ? own : styles.flatMap((other) => looksIn(other, k));
  });
}

/** How ill a look goes with how it is laid out there. */
function illAs(composition: Composition, k: number, one: AskedLook): number {
  const { way, isSideways = false } = composition;
  const { look } = one;
  return (
    illPosed(composition, k, one) +
    (isSideways || (k === 1 && isAlong(way) && look.isAnimal) ? illRunning(look) : 0) +
    (k === 1 && isOnGround(way) && look.isFace ? ASIDE : 0) +
    (k === 0 && way === 'coiled' ? illCurled(look) : 0) +
    (k === 0 && way === 'costumed' ? illDressed(look) : 0)
  );
}

/** Whose body is drawn had better be a head: who rides, is in a pose, or plays behind something. */
function takesBody({ kind, objects, way }: Composition, k: number): boolean {
  if (k === 1) return isPlayedBehind(objects[0]!.names, way);
  return k === 0 && (isPosed(way) || (relationsIn(kind)[0] === 'on' && isAstride(objects[1]!.names)));
}

const isPlaceOf = (names: readonly string[]) => names.some(isPlace);

/**
 * How ill a look shows who sits between the legs of furniture or is ridden, which takes a whole figure, or what
 * somebody is on or under.
 */
function illPlaced(
  { picture, isFace }: AskedLook['look'],
  relations: readonly string[],
  k: number,
  objects: readonly AskedThing[],
): number {
  if (k === 0) return isFace && relations[0] === 'below' && objects[1]!.names.some(isFurniture) ? ASIDE : 0;
  const relation = relations[k - 1];
  const isIll = (relation === 'on' && isFromBelow(picture)) || (relation === 'below' && isClosedBelow(picture));
  const isRidden = isFace && relation === 'on' && isRiddenBy(objects[k]!.names, objects[0]!.names);
  return (isIll ? ILL_DRAWN : 0) + (isRidden ? HEADLESS : 0);
}

/** How ill a look shows whose face looks out of a costume: it had better be a face, seen from the front. */
const illDressed = ({ isFace, isFrontal, hasHead }: AskedLook['look']) =>
  (isFace ? 0 : HEADLESS) + (isFrontal ? 0 : hasHead ? HEADLESS : 1);

/** How ill a look is curled around a thing: of that there is but the head. */
const illCurled = ({ isFace, hasHead }: AskedLook['look']) => (isFace ? 0 : hasHead ? ASIDE : HEADLESS);

/** How ill an animal has something: turned aside, it has no hands; of unknown eyes, it may have it at its tail. */
const illHolding = ({ hasHead, isFrontal }: AskedLook['look']) => (isFrontal ? 0 : hasHead ? ASIDE : AT_ITS_TAIL);

/**
 * How ill an animal is seen running, fighting or chasing: from the front it does not, and a head has no legs; and a
 * vehicle that comes towards us.
 */
const illRunning = ({ isAnimal, isFace, isFrontal, picture }: AskedLook['look']) =>
  isAnimal ? (isFace ? HEADLESS : isFrontal ? ASIDE : 0) : isOncoming(picture) ? ASIDE : 0;

/** How ill a look is in a pose: a head gets a body for it, but an animal that is drawn whole runs as it is. */
function illPosed(composition: Composition, k: number, { thing, look }: AskedLook): number {
  if (!takesBody(composition, k)) return 0;
  if (look.isAnimal && isOnTheMove(composition.way)) return illRunning(look);
  return isHeadOf(thing, look.isFace) ? 0 : HEADLESS;
}

/** Whether one needs a mouth, or eyes, for what is done with the other. */
const needsHead = (way: Composition['way']) => way === 'eaten' || way === 'read';

/** Whether it is seen by the hands of what is no thing, which heads are given with their bodies. */
const isPairedByHand = (way: Composition['way'], k: number) =>
  (way === 'given' && k !== 1) || (isPairWay(way) && !SEEN_ASIDE.has(way));
/** What two do that is seen better by such as are drawn whole. */
const SEEN_ASIDE: ReadonlySet<PairWay> = new Set<PairWay>(['fought', 'dueled', 'argued', 'talked']);

/** Whether the second stands on legs, on the ground before the first. */
const isOnGround = (way: Composition['way']) => way === 'walked' || way === 'fed';

/** @param looks one for each thing, or one for all of several of a kind */
function draftOf(
  looks: readonly AskedLook[],
  style: string,
  places: readonly number[],
  { composition, reading, pinned, recall, tables, rng }: CombinationRequest,
): Draft {
  const { kind, objects } = composition;
  const flip = rng.uniform() < MIRRORED;
  const isFree = composition.way !== undefined && !AS_DRAWN.has(composition.way) && kind !== 'on';
  // Who has something turns either way with it.
  const isTurned = isFree ? rng.uniform() < TURNED : flip && looks.length === 1 && !isHanded(looks[0]!.thing);
  const isMirrored = (k: number) => isTurned && k === 0 && !isOwnSlot(looks[k]!.thing);
  const things = looks.map((one, k) => drafted(one, objects[k]!, isMirrored(k), { tables, rng }));
  const repeated = kind === 'count' ? objects.map(() => looks[0]!) : looks;
  const recoloured = repeated.flatMap((one) => one.recoloured);
  const palette = pinned.palette ?? paletteOf(recoloured, tables.colours);
  return {
    style,
    kind,
    ...(places.length === 0 ? {} : { places: places[Math.floor(rng.uniform() * places.length)]! }),
    things: kind === 'count' ? objects.map(() => things[0]!) : things,
    ...(pinned.boxes ? { boxes: pinned.boxes } : {}),
    ...(pinned.blobs ? { blobs: pinned.blobs } : {}),
    ...(palette ? { palette } : {}),
    ...(reading.finish === undefined ? {} : { finish: reading.finish }),
    recall,
  };
}

/**
 * How ill a look wears something: it should be known where its head is, what is dressed had better be nothing but
 * a head, what is worn before the eyes is worn by what looks at us, and not all else has a place for it.
 */
function awkwardness(look: AskedLook['look'], at: WornAt | undefined): number {
  const { isFace, isFrontal, hasHead, takesFaceWear, isAnimal, eyes } = look;
  if (at === 'feet') return isFace ? 0.5 : 0;
  if (hasHead && (at === 'face' || at === 'ears')) {
    // Of a head in profile it is known where its eye is, and of others not even whether they look at us.
    return isFrontal && (eyes === 2 || !isAnimal) ? 0 : eyes === 1 ? IN_PROFILE : UNKNOWN_EYES;
  }
  if (hasHead) return at === 'body' && !isFace ? 0.5 : 0;
  return at === 'face' && !takesFaceWear ? 2 : 1;
}

/** How ill a look is in a hood, which would leave no face of a whole figure, nor of who looks aside. */
function illHooded(
  { isFace, isFrontal }: AskedLook['look'],
  worn: ReturnType<typeof wornIn>,
  objects: Composition['objects'],
  k: number,
): number {
  const isIn = worn.some(({ thing, wearer }) => wearer === k && objects[thing]!.names.some(isHood));
  return isIn && !(isFace && isFrontal) ? ILL_DRAWN : 0;
}

function drafted(
  { thing, look, moods, parts }: AskedLook,
  { called, pattern, group }: Pick<AskedThing, 'called' | 'pattern' | 'group'>,
  flip: boolean,
  { tables, rng }: Pick<CombinationRequest, 'tables' | 'rng'>,
): DraftedThing {
  // Of a snout, and from the side, neither brow nor mouth says much, but tears are seen.
  const isPlain = look.isBare || (look.isFrontal && !look.isAnimal);
  const tears = isPlain ? [] : moods.filter((mood) => isAtEyes(mood, tables) && look.marks.includes(mood));
  const fitting = tears.length > 0 ? tears : moods;
  const both = mixedMoods(look, moods);
  const mood = fitting.length === 0 ? undefined : fitting[Math.floor(rng.uniform() * fitting.length)]!;
  const shown = both ?? (mood === undefined ? {} : look.moods.includes(mood) ? inTears(mood, look) : { mark: mood });
  return {
    thing: called ?? thing,
    picture: look.picture,
    ...(look.paint === undefined ? {} : { paint: look.paint }),
    flip: flip && !isHanded(thing),
    ...shown,
    ...(parts.length === 0 ? {} : { parts: [...parts] }),
    ...(pattern ? { pattern: { ...pattern } } : {}),
    ...(group ? { group: { ...group } } : {}),
  };
}

/** A mood, with the tears that eyes of its own do not shed by themselves, as those of a face that is given do. */
function inTears(mood: string, { isBare, marks }: AskedLook['look']): Pick<DraftedThing, 'mood' | 'mark'> {
  return mood === 'sobbing' && !isBare && marks.includes('crying') ? { mood, mark: 'crying' } : { mood };
}

/** Marks that leave the face to another mood: who cries may laugh or be furious, and so may who sweats. */
const RUNNING: readonly string[] = ['crying', 'sweating'];

/** Two moods that are told together, the one by what runs down and the other by the face; undefined of a single one. */
function mixedMoods(
  { moods: told, marks, seen }: AskedLook['look'],
  moods: readonly string[],
): Pick<DraftedThing, 'mood' | 'mark'> | undefined {
  const mark = RUNNING.find((one) => moods.includes(one) && marks.includes(one));
  const others = (one: string) => ![undefined, 'sad'].includes(expressionOf(one)) && seen.includes(one);
  const mood = moods.find((one) => told.includes(one) && others(one));
  return mark === undefined || mood === undefined ? undefined : { mood, mark };
}

const isAtEyes = (mark: string, { marks }: Pick<Tables, 'marks'>) => ownValue(marks, mark)?.at === 'eyes';

/** Equal shares of each colour's first code. */
function paletteOf(names: readonly string[], colours: Tables['colours']): Latents['palette'] {
  const codes = [...new Set(names)].flatMap((name) => ownValue(colours, name)?.slice(0, 1) ?? []);
  return codes.length === 0 ? undefined : codes.map((colour) => ({ colour, share: 1 / codes.length }));
}

/** One of each list, in every way; of too many ways, some. */
function combinations<T>(choices: readonly (readonly T[])[], rng: Rng): T[][] {
  const total = choices.reduce((product, { length }) => product * length, 1);
  const pick = (index: number) => {
    let rest = index;
    return choices.map((options) => {
      const at = rest % options.length;
      rest = Math.floor(rest / options.length);
      return options[at]!;
    });
  };
  if (total <= MOST_COMBINATIONS) return Array.from({ length: total }, (_, index) => pick(index));
  return Array.from({ length: MOST_COMBINATIONS }, () => pick(Math.floor(rng.uniform() * total)));
}
