import { LIMITS } from '../../basics/index.js';
import type { Layouts } from '../../manifest/index.js';
import { isPosed, POSED, type Posed } from '../bodies/index.js';
import { LIST_ARRANGEMENTS, MIDDLE_ARRANGEMENTS } from './arrangements.js';

/**
 * What two do with each other that is seen by their arms, or how near they are: one holds out a hand, or both do.
 */
const PAIR_WAYS = [
  'hugged',
  'kissed',
  'handed',
  'danced',
  'fived',
  'whispered',
  'wrestled',
  'fought',
  'dueled',
  'boxed',
] as const;
/** Such as came later, whose numbers are after those of all else. */
const LATER_PAIR_WAYS = ['argued', 'talked', 'laughed'] as const;
export type PairWay = (typeof PAIR_WAYS)[number] | (typeof LATER_PAIR_WAYS)[number];
const PAIR_NAMES: ReadonlySet<string | undefined> = new Set([...PAIR_WAYS, ...LATER_PAIR_WAYS]);
export const isPairWay = (way: string | undefined): way is PairWay => PAIR_NAMES.has(way);
/** Such as came later, whose numbers are after those of all else: in the air, and limbs that do nothing. */
const LIMBED = ['armed', 'legged', 'limbed'] as const;
const LIMB_NAMES: ReadonlySet<Posed> = new Set(LIMBED);
export const isLimbed = (pose: Posed): boolean => LIMB_NAMES.has(pose);
const LATER_POSES: ReadonlySet<Posed> = new Set<Posed>(['flying', ...LIMBED]);
type GroundPose = Exclude<Posed, 'flying' | (typeof LIMBED)[number]>;
const GROUND_POSES = POSED.filter((pose): pose is GroundPose => !LATER_POSES.has(pose));
/** Poses in which all of somebody goes somewhere. */
const MOVING: ReadonlySet<string | undefined> = new Set<Posed>(['running', 'jumping', 'flying']);
export const isOnTheMove = (way: string | undefined): boolean => MOVING.has(way);
/** Where on somebody's body something is. */
const SPOT_WAYS = ['onBack', 'onNose', 'onTail', 'onBelly', 'onShoulder'] as const;
export type SpotWay = (typeof SPOT_WAYS)[number];
const SPOT_NAMES: ReadonlySet<string | undefined> = new Set(SPOT_WAYS);
export const isSpotWay = (way: string | undefined): way is SpotWay => SPOT_NAMES.has(way);

/**
 * Ways beyond training's in which one thing stands to another; a draft's `places` counts them from 0, in this order,
 * which is kept: new ones come last. A draft of two such things without `places` is laid out as training does.
 *
 * `fitted`: as large as the canvas takes them, on the side that a figure looks to; `eaten`: at its mouth; `read`: low
 * in front of it; `nested`: one looks out of the other; `over`: one is just above the other, as a jump is; `inside`:
 * one is in the other, whose front wall hides a part of it; `topped`: several small ones lie on it; `set`: it is small
 * on it; `sheltered`: one is under the other on the same ground, or under weather that is up in a corner; `alike`: as
 * `fitted`, but as large as the other, whatever they are in the world; `breathed`: out of the
 * mouth, away from it; `cooked`: of two things that somebody has, the second is in the first; `costumed`: the face of
 * one looks out of the other; `aimed`: in the air before who threw it, and on its way to whom it is thrown at;
 * `dropped`: falling beside who had it; `fallen`: past the edge of what it, and who pushed it, was on; `watered`:
 * poured over the third; `walked`: on a leash; `fed`: on the ground before who feeds them; `shared`: several about one
 * thing; `tabled`: it is on a table, and they are behind that. Poses are `fitted`, and the first has a body in that
 * pose, and by itself no more than that; what is juggled or lifted is over it. The last ones are of the first two, and
 * `given` is in the hand of the first, before the third. The very last are where on the body of the second the first
 * is. `housed` is by itself, with a door and windows.
 */
const STANDING_WAYS = [
  'fitted',
  'eaten',
  'read',
  'nested',
  'over',
  'inside',
  'topped',
  'set',
  'sheltered',
  'alike',
  'breathed',
  'cooked',
  'costumed',
  'aimed',
  'dropped',
  'fallen',
  'watered',
  'walked',
  'fed',
  'shared',
  'tabled',
  ...GROUND_POSES,
  ...PAIR_WAYS,
  'given',
  'flying',
  'chased',
  'fled',
  ...SPOT_WAYS,
  'coiled',
  'swallowed',
  ...LATER_PAIR_WAYS,
  'waited',
  'housed',
  ...LIMBED,
  'potted',
] as const;

/**
 * Ways of two things side by side, which a draft's `places` counts behind those that training draws: as large as the
 * canvas takes them, the first on the left or on the right; `close`: touching, and looking at each other; `chased`:
 * one behind the other; `strewn`: several of the second about the first; `scaledLeft`, `scaledRight`: as on the left
 * or on the right, and as large beside each other as they are in the world; `pushed`, `pulled`, `fled`: the first
 * pushes or pulls the second, or runs away from it; `chasedAcross`, `fledAcross`: the one lower than the other, or in
 * the air straight ahead of them; `walked`, `fed`, poses, and what two do with each other: as above.
 */
const SIDE_WAYS = [
  'left',
  'right',
  'close',
  'chased',
  'strewn',
  'scaledLeft',
  'scaledRight',
  'pushed',
  'pulled',
  'fled',
  'walked',
  'fed',
  ...GROUND_POSES,
  ...PAIR_WAYS,
  'chasedAcross',
  'fledAcross',
  'flying',
  'coiled',
  'swallowed',
  ...LATER_PAIR_WAYS,
  'waited',
  ...LIMBED,
] as const;

/** Ways in which a draft may have what is asked for, beside the one that is so called. */
const OTHERS: Readonly<Partial<Record<string, Way>>> = { chased: 'chasedAcross', fled: 'fledAcross' };
/** Of two of whom one runs after the other. */
const CHASE_WAYS = ['chased', 'fled', 'chasedAcross', 'fledAcross'] as const;
export type ChaseWay = (typeof CHASE_WAYS)[number];
const CHASES: ReadonlySet<string | undefined> = new Set(CHASE_WAYS);
export const isChase = (way: string | undefined): way is ChaseWay => CHASES.has(way);

/** Of these, those in which two things may be that nothing more is said of: of a kind or of one size, and of others. */
const ALIKE_SIDE_WAYS: readonly Way[] = ['left', 'right'];
const SCALED_SIDE_WAYS: readonly Way[] = ['scaledLeft', 'scaledRight'];

/** One of these ways, or `between`: the second of three in a list is in the middle of a row. */
export type Way = (typeof STANDING_WAYS)[number] | (typeof SIDE_WAYS)[number] | 'between';

const SIDE_BY_SIDE: ReadonlySet<string> = new Set(['beside', 'count', 'list']);

/** Whether drafts of so many things of a kind may share the canvas as they fit it, side by side. */
function isSideBySide(kind: string, things: number, { roomy }: Layouts): boolean {
  return roomy !== undefined && things === 2 && SIDE_BY_SIDE.has(kind);
}

/** The way that the `places` of a draft means; undefined where it is one of training's. */
export function wayOf(kind: string, things: number, places: number | undefined, layouts: Layouts): Way | undefined {
  if (!isSideBySide(kind, things, layouts)) return SIDE_BY_SIDE.has(kind) ? undefined : standingWay(places);
  const way = sideWay(places, layouts);
  return isPosed(way) ? (kind === 'count' ? 'left' : 'scaledLeft') : way;
}

const sideWay = (places: number | undefined, { groups }: Layouts) =>
  places === undefined ? undefined : SIDE_WAYS[places - groups[2].length];

/** The pose that the places of a draft mean that the first of its things is in; undefined where they mean none. */
export function poseIn(
  { kind, things, places }: { kind: string; things: readonly unknown[]; places?: number },
  layouts: Layouts,
): Posed | undefined {
  if (things.length > LIMITS.thingsTogether) return undefined;
  const isAside = isSideBySide(kind, things.length, layouts);
  const way = isAside ? sideWay(places, layouts) : SIDE_BY_SIDE.has(kind) ? undefined : STANDING_WAYS[places ?? -1];
  return isPosed(way) ? way : undefined;
}

/**
 * The numbers of places that a draft of so many things of a kind may have; none where it has no choice.
 * @param way the one that it is to have, where the layouts have it
 */
export function placesFor(kind: string, things: number, layouts: Layouts, way?: Way): readonly number[] {
  const { groups, roomy } = layouts;
  if (things > LIMITS.thingsTogether || (roomy !== undefined && kind === 'list' && things === 3)) {
    const [from, count] = way === 'between' ? [LIST_ARRANGEMENTS, MIDDLE_ARRANGEMENTS] : [0, LIST_ARRANGEMENTS];
    return Array.from({ length: count }, (_, k) => firstArrangement(layouts) + from + k);
  }
  if (isSideBySide(kind, things, layouts)) {
    const first = groups[2].length;
    const open = kind === 'count' || way === 'alike' ? ALIKE_SIDE_WAYS : SCALED_SIDE_WAYS;
    const asked = [way, OTHERS[way ?? '']].map((one) => numberOf(one, SIDE_WAYS)).filter((number) => number >= 0);
    return asked.length > 0
      ? asked.map((number) => first + number)
      : open.map((one) => first + numberOf(one, SIDE_WAYS));
  }
  if (kind === 'beside') return [];
  if (SIDE_BY_SIDE.has(kind)) return [...(things === 2 ? groups[2] : things === 3 ? groups[3] : []).keys()];
  const asked = numberOf(way, STANDING_WAYS);
  return asked >= 0 ? [asked] : [];
}

/** The places of lists behind those that training draws, and that of a group picture. */
const firstArrangement = ({ groups }: Layouts): number => groups[3].length + 1;

/** Which of the arrangements of lists the places of a draft mean; undefined of what is laid out otherwise. */
export function arrangementOf(
  { kind, things, places = 0 }: { kind: string; things: readonly unknown[]; places?: number },
  layouts: Layouts,
): number | undefined {
  const arrangement = places - firstArrangement(layouts);
  if (things.length > LIMITS.thingsTogether) return Math.max(0, arrangement);
  return kind === 'list' && things.length === 3 && arrangement >= 0 ? arrangement : undefined;
}

/** Whether the places of a list of three, behind those that training draws, are those of a group picture. */
export const isGrouped = (
  kind: string,
  things: number,
  places: number | undefined,
  { roomy, groups }: Layouts,
): boolean => roomy !== undefined && kind === 'list' && things === 3 && places === groups[3].length;

const numberOf = (way: Way | undefined, all: readonly (Way | undefined)[]): number =>
  way === undefined ? -1 : all.indexOf(way);

/** The way that the places of a draft mean in which things stand otherwise than side by side; undefined where none. */
export function standingWay(places: number | undefined): (typeof STANDING_WAYS)[number] | undefined {
  const way = STANDING_WAYS[places ?? -1];
  return isPosed(way) && way !== 'juggling' && way !== 'lifting' ? 'fitted' : way;
}

/**
 * What two of a draft do with each other; undefined where nothing that arms show.
 * @param kind of the layout that they have among themselves, whatever they wear
 */
export function pairWayIn(
  kind: string,
  things: number,
  places: number | undefined,
  layouts: Layouts,
): PairWay | 'given' | undefined {
  const way = wayOf(kind, things, places, layouts);
  return isPairWay(way) || way === 'given' ? way : undefined;
}

/** Whether in a draft of these places things are in the first, which then is their holder and no more. */
export const isInside = (places: number | undefined): boolean => standingWay(places) === 'inside';
