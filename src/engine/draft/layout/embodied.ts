import { ownValue } from '../../basics/index.js';
import { wornAt } from '../../manifest/index.js';
import type { Artwork } from '../../memory/index.js';
import type { Attire, Build, Pose, Posed } from '../bodies/index.js';
import type { Draft } from '../draft.js';
import type { Actor } from './actor.js';
import { liesOn } from './asleep.js';
import { broadOf, garmentAs, shapeOf } from './bodied.js';
import { isFlying } from './chase.js';
import { faceOf } from './costumed.js';
import { isFurniture } from './covers.js';
import { facingOf, figureOf } from './facing.js';
import { isHandled } from './handled.js';
import { isBust, isHead } from './heads.js';
import { isSheltering } from './held.js';
import { isHood } from './hoods.js';
import { whole } from './into-canvas.js';
import { arePair, PAIRED } from './paired.js';
import { isHandless } from './paws.js';
import { isFigure, type Stage, seatOf } from './placed.js';
import { isScene } from './scenes.js';
import { kindOf, relationsIn, sectionsOf, standingOf, WEARING, wornIn } from './standing.js';
import { tailOf } from './tails.js';
import {
  arrangementOf,
  isChase,
  isInside,
  isLimbed,
  isSpotWay,
  pairWayIn,
  poseIn,
  standingWay,
  type Way,
  wayOf,
} from './ways.js';

/** What is stood on, and what is ridden astride; on any other thing somebody sits. */
const STOOD: ReadonlySet<string> = new Set([
  'skateboard',
  'surfboard',
  'snowboard',
  'kick scooter',
  'roller skate',
  'skis',
]);
const RIDDEN: ReadonlySet<string> = new Set([
  'motorcycle',
  'bicycle',
  'scooter',
  'unicycle',
  'jet ski',
  'broom',
  'carousel horse',
  'rocket',
  'sled',
  'tractor',
  'lawnmower',
]);

/** In these ways somebody has something that is before the body; what is at the mouth is before a large face. */
const HELD_WITH_BODY: ReadonlySet<string | undefined> = new Set(['fitted', 'read', 'cooked']);
/** What goes below what somebody has on the head, and with whom, by caption names. */
const ATTIRES: Readonly<Record<string, Attire>> = {
  'knight helmet': 'armour',
  'astronaut helmet': 'space suit',
  'ninja mask': 'black',
  'pirate hat': 'pirate',
  'wizard hat': 'robe',
  'witch hat': 'robe',
  'viking helmet': 'hides',
  'cowboy hat': 'hides',
  crown: 'royal',
  'santa hat': 'red',
  santa: 'red',
  'mrs. claus': 'red',
  'mx claus': 'red',
  'firefighter helmet': 'red',
  'police cap': 'navy',
  'chef hat': 'white',
  'jester hat': 'royal',
  princess: 'royal',
  prince: 'royal',
  'person with crown': 'royal',
};

/** Who wears nothing. */
const BARE: ReadonlySet<string> = new Set(['robot', 'alien', 'skull', 'ogre', 'goblin']);
/** What is played by who is behind it, whose hands are seen. */
const PLAYED: ReadonlySet<string> = new Set(['piano', 'drum kit', 'turntable']);
/** What somebody sits in, flames before and behind. */
const FIRES: ReadonlySet<string> = new Set(['fire', 'campfire']);
/** Whether somebody is behind what they play on. */
export const isPlayedBehind = (names: readonly string[], way: Way | undefined): boolean =>
  way === 'inside' && names.some((name) => PLAYED.has(name));
/** Who stands beside somebody else: an animal's face beside a face says enough. */
const PEOPLE: ReadonlySet<Build | undefined> = new Set<Build>(['person', 'bust']);
/** Of these all do the same. */
const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['count', 'beside']);
/** In these ways heads are heads: one has another in the mouth, or the coils of its own body about a thing. */
const ABOUT_IT: ReadonlySet<Way | undefined> = new Set<Way>(['coiled', 'swallowed']);
/** Pictures of what is ridden that have a rider without a face. */
const DRIVEN: ReadonlySet<string> = new Set(['emojione:motorcycle']);

/** Whether somebody rides a thing astride, who therefore had better be a head that gets a body for it. */
export const isAstride = (names: readonly string[]): boolean => names.some((name) => RIDDEN.has(name));

/** Whether a picture of a thing is of a head alone, or one with shoulders. */
export const isHeadOf = (thing: string, isFace: boolean): boolean => isFace || isHead(thing) || isBust(thing);

/**
 * The heads of a draft that are in a relation which takes a body, with one: who rides, sits, lies, lifts or stands
 * somewhere. By themselves, and beside other heads, heads stay heads.
 * @param actors as they are spoken of
 */
export function embodied(actors: readonly Actor[], draft: Draft, stage: Stage): Actor[] {
  return arrangementOf(draft, stage.tables.layouts) === undefined
    ? embodiedTogether(actors, draft, stage)
    : embodiedApart(actors, draft, stage);
}

/** Of those who stand to each other among others, or are somewhere with these, each as if the others were not there. */
function embodiedApart(actors: readonly Actor[], draft: Draft, stage: Stage): Actor[] {
  const { sections, last } = sectionsOf(draft);
  const made = [...actors];
  for (const { kind, things } of sections) {
    const isThere = last !== undefined && things.length < 3;
    const own = isThere ? [...things, last.at] : things;
    const among = kind === 'single' ? [] : relationsIn(kind);
    const of = isThere ? kindOf([...among, last.relation]) : kind;
    const alone = { ...draft, kind: of, places: 0, things: own.map((k) => draft.things[k]!) };
    const found = embodiedTogether(
      own.map((k) => actors[k]!),
      alone,
      stage,
    );
    for (const [k, at] of things.entries()) made[at] = found[k]!;
  }
  return made;
}

function embodiedTogether(actors: readonly Actor[], draft: Draft, stage: Stage): Actor[] {
  const allWorn = wornIn(draft);
  const under = actors[relationsIn(draft.kind).indexOf('on') + 1]!;
  return actors.map((actor, k) => {
    const build = buildOf(actor, stage, k === 0 ? poseIn(draft, stage.tables.layouts) : undefined);
    const pose = build && poseOf(actors, k, draft, stage);
    const worn = allWorn.flatMap(({ thing, wearer }) => (wearer === k ? [actors[thing]!] : []));
    if (pose === undefined || pose === 'standing') {
      const dressed = clothed(actor, worn, pose !== undefined || isAlone(draft), stage);
      if (dressed) return dressed;
    }
    if (!build || !pose) return actor;
    const side = k === 0 && (pose === 'riding' || pose === 'lying') ? sideOf(under, pose, stage) : -1;
    const hasClothes = stage.artwork.partOf(actor.picture, 'clothes') !== undefined;
    const showsClothes = build === 'person' && hasClothes;
    const attire = build === 'person' || (build === 'bust' && !hasClothes) ? attireOf(actor, worn) : undefined;
    const isMirrored = (side === 1) !== actor.flip;
    return {
      ...actor,
      body: {
        pose,
        build,
        clothes: actor.picture,
        ...(showsClothes ? { showsClothes } : {}),
        ...(isMirrored ? { isMirrored } : {}),
        ...(build === 'animal' ? { tail: tailOf(actor.thing) } : {}),
        ...(build === 'limbs' ? { broad: broadOf(actor.picture, stage.artwork) } : {}),
        ...(attire ? { attire } : {}),
      },
    };
  });
}

/** Whether all that a draft has besides its first thing is worn. */
const isAlone = ({ kind }: Draft): boolean => relationsIn(kind).every((relation) => relation === WEARING);

/**
 * Who is dressed as pictures of clothes show it: standing in what is worn on a body, and looking out of a hood. Of an
 * animal that is drawn whole there is the face alone then, unless it stands upright before us, where clothes fit it.
 */
function clothed(actor: Actor, worn: readonly Actor[], isStanding: boolean, stage: Stage): Actor | undefined {
  const { artwork, tables } = stage;
  const garment = worn.find(({ thing }) => wornAt(tables, [thing]) === 'body');
  const isHooded = worn.some(({ thing }) => isHood(thing));
  if ((!garment && !isHooded) || !isStanding || isBust(actor.thing) || TRUNKED.has(actor.thing)) return undefined;
  const isAnimal = artwork.isAnimal(actor.picture);
  const isFace = isHead(actor.thing) || (artwork.isFace(actor.picture) && isAnimal);
  const oval = isFace || !isAnimal || (garment && isUpright(actor, artwork)) ? undefined : faceOf(actor, stage);
  if (!isFace && !oval) return undefined;
  const seen = { ...actor, ...(oval ? { oval } : {}) };
  if (!garment) return seen;
  const build = isAnimal ? 'animal' : BARE.has(actor.thing) ? 'bare' : 'person';
  return { ...seen, body: { pose: 'standing', build, clothes: actor.picture, garment: garmentAs(garment, artwork) } };
}

/** Whose face is not known without what reaches far below it: clothes go over the whole figure. */
const TRUNKED: ReadonlySet<string> = new Set(['elephant', 'mammoth']);

/** Who stands upright is so high at least beside its width, which wings may be a part of. */
const UPRIGHT = 0.85;

/** Whether an animal that is drawn whole looks at us, standing upright. */
function isUpright({ picture }: Actor, artwork: Artwork): boolean {
  return artwork.isFrontal(picture) && shapeOf(picture, artwork) > UPRIGHT;
}

/** What goes with what somebody has on the head, or with who that is. */
function attireOf({ thing }: Actor, worn: readonly Actor[]): Attire | undefined {
  return [...worn.map((one) => one.thing), thing]
    .map((name) => ownValue(ATTIRES, name))
    .find((one) => one !== undefined);
}

/** What body goes with a picture; undefined where it is no head, or of who has none. */
function buildOf(actor: Actor, stage: Stage, doing?: Posed): Build | undefined {
  const { artwork } = stage;
  if (isBust(actor.thing)) return 'bust';
  const isAnimal = artwork.isAnimal(actor.picture);
  // “Broccoli lifting weights”: what has no face of its own has limbs for what it does.
  if (doing && !actor.group && (isLimbed(doing) || !isFigure(actor, stage))) return 'limbs';
  const isFace = artwork.isFace(actor.picture);
  if (!isHead(actor.thing) && !(isFace && isAnimal)) return undefined;
  const placed = whole(actor, stage);
  if (isHandless(placed, { ...figureOf(placed, stage), facing: 0 })) return undefined;
  return isAnimal ? 'animal' : BARE.has(actor.thing) ? 'bare' : 'person';
}

/** How the body of the one at `k` is; undefined where it needs none. */
function poseOf(actors: readonly Actor[], k: number, draft: Draft, stage: Stage): Pose | undefined {
  const pair = pairOf(actors, draft, stage);
  if (pair) return pair.both.includes(k) ? PAIRED[pair.way].pose : undefined;
  const relations = relationsIn(draft.kind);
  // Of two side by side places count other ways.
  const places = SIDE_BY_SIDE.has(draft.kind) ? undefined : draft.places;
  const way = standingWay(places);
  if (ABOUT_IT.has(wayBetween(actors, draft, stage))) return undefined;
  const posed = k === 0 || SIDE_BY_SIDE.has(draft.kind) ? poseIn(draft, stage.tables.layouts) : undefined;
  if (posed !== undefined) return posed;
  if (k < 2 && isChase(wayOf(draft.kind, actors.length, draft.places, stage.tables.layouts)))
    return isFlying(actors[k]!) ? undefined : 'running';
  if (isInside(places) && k === 1 && PLAYED.has(actors[0]!.thing)) return 'holding';
  if (isInside(places) && k === 1 && FIRES.has(actors[0]!.thing)) return 'sitting';
  if (way === 'costumed' || isInside(places) || draft.kind === WEARING) return undefined;
  if (!relations.some((relation) => Object.hasOwn(stage.tables.relations, relation))) return undefined;
  const held = relations.findIndex((relation, at) => relation === 'holding' && holderOf(relations, at) === k);
  const isThere = actors.some((other, at) => at !== k && isScene(other, stage));
  if (k > 0 && relations[k - 1] === 'on' && isMounted(actors[0]!, actors[k]!, stage)) return 'lying';
  if (k === 0) {
    const at = relations.indexOf('on');
    const base = at < 0 ? undefined : actors[at + 1]!;
    if (base && !isScene(base, stage)) return poseOn(actors[0]!, base, way, stage);
  }
  if (way === 'onShoulder' && k > 0 && relations[k - 1] === 'below') return 'sitting';
  if (isSpotWay(way) && way !== 'onNose' && bearerIn(relations) === k) return 'standing';
  if (k === 0 && relations[0] === 'below' && isFurniture(actors[1]!.thing)) return 'sitting';
  if (held >= 0) {
    if (way === 'aimed') return 'standing';
    if (!isThere && !HELD_WITH_BODY.has(way)) return undefined;
    const other = actors[held + 1]!;
    // By its handle, beside the head, or over it.
    return way === 'fitted' && (isHandled(other.thing) || isSheltering(other)) ? 'standing' : 'holding';
  }
  const isBefore = k === 0 && relations[0] === 'in front of' && isLarge(actors[1]!, stage);
  if (isThere || isBefore) return 'standing';
  const arePeople = draft.kind === 'beside' && actors.every((one) => PEOPLE.has(buildOf(one, stage)));
  return arePeople || (relations.includes('beside') && actors.some((other, at) => at !== k && isLarge(other, stage)))
    ? 'standing'
    : undefined;
}

/** How the two stand that wear what else there is. */
function wayBetween(actors: readonly Actor[], draft: Draft, { tables }: Stage): Way | undefined {
  const { kind, things } = standingOf(draft)?.base ?? { kind: draft.kind, things: actors };
  return things.length === 2 ? wayOf(kind, 2, draft.places, tables.layouts) : standingWay(draft.places);
}

/** Which two do something with each other, and what: what is given is between them, and what they wear beside them. */
function pairOf(actors: readonly Actor[], draft: Draft, stage: Stage) {
  const { kind, things } = standingOf(draft)?.base ?? { kind: draft.kind, things: [...actors.keys()] };
  const way = pairWayIn(kind, things.length, draft.places, stage.tables.layouts);
  const both = way === 'given' ? [0, 2] : things.slice(0, 2);
  const [first, second] = both.map((at) => actors[at]);
  return way && first && second && arePair(first, second, stage) ? { way, both } : undefined;
}

/** Which thing has what the relation at `at` says is held. */
const holderOf = (relations: readonly string[], at: number): number => (at === 1 && relations[0] === 'beside' ? 1 : 0);

/** What is no head, and so would be small beside one: somebody drawn whole, or a thing. */
function isLarge(actor: Actor, stage: Stage): boolean {
  return buildOf(actor, stage) === undefined;
}

/** Who has something on a part of the body, as an index; −1 where nobody. */
function bearerIn(relations: readonly string[]): number {
  return relations[0] === 'on' ? 1 : relations.includes('below') ? 0 : -1;
}

function poseOn(actor: Actor, base: Actor, way: Way | undefined, stage: Stage): Pose | undefined {
  if (way === 'onShoulder') return 'sitting';
  // Whose head then is on the rider's.
  if (DRIVEN.has(stage.artwork.slugOf(base.picture))) return undefined;
  const [own, under] = [whole(actor, stage), whole(base, stage)];
  if (liesOn(own, under, stage)) return 'lying';
  if (STOOD.has(base.thing)) return 'balancing';
  if (RIDDEN.has(base.thing)) return 'riding';
  if (isMounted(actor, base, stage)) return 'riding';
  const isFace = stage.artwork.isFace(base.picture);
  if (isFigure(base, stage)) return buildOf(base, stage) || isFace ? undefined : 'riding';
  return 'sitting';
}

/** Whether somebody is on an animal of which but the head is drawn: that lies, and has them on its back. */
const isMounted = (rider: Actor, base: Actor, stage: Stage): boolean =>
  PEOPLE.has(buildOf(rider, stage)) && buildOf(base, stage) === 'animal';

/** To which side a base goes that is ridden, or has its pillow: vehicles to where their seat is not. */
function sideOf(base: Actor, pose: Pose, stage: Stage): -1 | 1 {
  const placed = whole(base, stage);
  if (pose === 'lying') return base.flip ? 1 : -1;
  const facing = isFigure(base, stage) ? facingOf(base, stage) : 0;
  if (facing !== 0) return facing;
  const seat = seatOf(placed, stage);
  const [x] = stage.artwork.momentsOf(base.picture);
  const middle = placed.frame.x + (base.flip ? 1 - x : x) * placed.frame.xx;
  return seat && seat.x < middle ? 1 : -1;
}
