import { LIMITS } from '../basics/index.js';
import {
  areSizesKnown,
  isChase,
  isCover,
  isPairWay,
  isPosed,
  isSpotWay,
  isTable,
  isWeather,
  kindOf,
  type PairWay,
  relationsIn,
  standingOf,
  type Way,
  WEARING,
} from '../draft/index.js';
import type { Box } from '../latents/index.js';
import { isPlace, isSignThing } from '../memory/index.js';
import type { AskedThing, PromptReading } from '../words/index.js';

/** How asked things make one picture: one entry an object, in the order that descriptions name them. */
export interface Composition {
  /** As `Draft.kind`. */
  kind: string;
  objects: readonly AskedThing[];
  /** How two of them stand to each other beyond what training draws; absent where it draws it, or leaves a choice. */
  way?: Way;
  /** Whether they are better seen from the side, looking at each other or where they run; absent where not. */
  isSideways?: true;
}

/** Most objects that the captions' grammar has a place for; more are of different kinds, each once. */
const MOST_OBJECTS = LIMITS.thingsTogether;
const BESIDE = 'beside';
const HOLDING = 'holding';
const FRONT = 'in front of';
/** What is done with what is held, or is on a thing. */
const HELD_WAYS: ReadonlySet<string> = new Set([
  'eaten',
  'read',
  'topped',
  'set',
  'breathed',
  'cooked',
  'aimed',
  'dropped',
  'fallen',
  'watered',
  'shared',
  'tabled',
  'given',
]);
/** What one does to the other, running or moving it. */
const MOVING: ReadonlySet<string> = new Set(['chased', 'fled', 'pushed', 'pulled', 'walked', 'fed']);
/** What is done to an animal beside somebody, or by one to a thing, wherever they are, as it is chased. */
const LED: ReadonlySet<string> = new Set(['walked', 'fed', 'coiled', 'swallowed', 'waited']);
/** Whether it is that, or what two do with each other. */
const isOfTwo = (
  act: PromptReading['act'],
): act is PairWay | 'walked' | 'fed' | 'coiled' | 'swallowed' | 'waited' | 'chased' | 'fled' =>
  act !== undefined && (LED.has(act) || isChase(act) || isPairWay(act));
/** What is done to several as one. */
const DONE_TO_ALL: ReadonlySet<string> = new Set(['walked', 'fed', 'shared', 'tabled', 'aimed', 'waited']);
/** What those do to each other who are better seen from the side. */
const SIDEWAYS: ReadonlySet<string> = new Set([
  'chased',
  'fought',
  'dueled',
  'argued',
  'talked',
  'breathed',
  'aimed',
  ...MOVING,
]);
/** How what is a house may be there: by itself, before a place, or behind or below somebody. */
const HOUSED: ReadonlySet<string> = new Set(['single', FRONT, 'on']);
/** So many stand in one row. */
const ONE_ROW = 3;
/** What is drawn kissing is called so: “kissing cat”. */
const KISSING = 'kissing';

/**
 * How what was read makes a picture: one thing alone, several of it, two that stand to each other in some way, or a
 * list.
 * @param wearables names of things that can be worn
 * @returns undefined where nothing was read
 */
export function composeReading(
  reading: Pick<PromptReading, 'things' | 'relations'> & Doing,
  wearables: ReadonlySet<string>,
): Composition | undefined {
  const isDone = reading.act !== undefined && DONE_TO_ALL.has(reading.act);
  const composition = composed(eachOfPair(reading), wearables, isDone);
  if (!composition) return undefined;
  const way = wayIn(composition, reading);
  return {
    ...composition,
    ...(way === undefined ? {} : { way }),
    ...(reading.act !== undefined && SIDEWAYS.has(reading.act) ? { isSideways: true } : {}),
  };
}

type Doing = Pick<PromptReading, 'act' | 'isClose' | 'isNested'>;

function wayIn({ kind, objects }: Composition, { act, isClose, isNested }: Doing): Way | undefined {
  if (objects.length > MOST_OBJECTS) return undefined;
  const standing = standingOf({ kind, things: objects });
  const base = standing?.base.kind ?? kind;
  const other = objects[standing?.base.things[1] ?? 1];
  const relations = relationsIn(base);
  if (isPosed(act) || (act === 'housed' && HOUSED.has(kind))) return act;
  if (act === 'fallen' && relations.at(-1) === 'on') return act;
  if (act === 'shared' && objects[0]!.group === undefined && relations[0] !== BESIDE) return 'fitted';
  const isDining = act === undefined || act === 'eaten';
  if (isDining && relations.length === 2 && relations[0] === HOLDING && objects[2]!.names.some(isTable))
    return 'tabled';
  if (act === 'costumed' && relationsIn(kind).includes(FRONT)) return act;
  if (isNested === true && relations[0] === FRONT) return act === 'potted' ? act : 'inside';
  // Food is in a pan that somebody holds.
  if (act === 'cooked' && relations.length === 1) return 'fitted';
  // What is given takes somebody to whom.
  if (act === 'given' && relations[1] !== BESIDE) return 'fitted';
  if (relations.includes('below') && isSpotWay(act)) return act;
  if (relations.includes(HOLDING)) return act !== undefined && HELD_WAYS.has(act) ? (act as Way) : 'fitted';
  if (base === 'above') return act === 'over' ? act : 'fitted';
  if (base === 'below' && other!.names.some((name) => isCover(name) || isWeather(name))) return 'sheltered';
  if (relations.length > 1 && relations[0] === BESIDE && isOfTwo(act)) return act;
  if (relations[0] === 'on' && isSpotWay(act)) return act;
  if (base === 'on' && isSized(objects)) return 'alike';
  if (base === FRONT || base === 'on' || base === 'below') return 'fitted';
  if (base === BESIDE && kind !== BESIDE) return isOfTwo(act) && !isChase(act) ? act : 'fitted';
  if (kind === 'list' && act === 'between') return act;
  if (kind === 'list' && (isSized(objects) || !areSizesKnown(objects.map(({ names }) => names)))) return 'alike';
  if (kind !== BESIDE && kind !== 'count') return undefined;
  if (isOfTwo(act)) return act;
  const areKissing = kind === 'count' && objects[0]!.names.some((name) => name.startsWith(KISSING));
  if (isClose === true || areKissing) return act !== undefined && MOVING.has(act) ? (act as Way) : 'close';
  if (act === 'strewn') return act;
  return isSized(objects) ? 'alike' : undefined;
}

/** Whether sizes are asked for, which then are no others. */
const isSized = (objects: readonly AskedThing[]): boolean => objects.some(({ size }) => size !== undefined);

function composed(
  { things, relations }: Pick<PromptReading, 'things' | 'relations'>,
  wearables: ReadonlySet<string>,
  isDoneToAll: boolean,
): Composition | undefined {
  const [first, second] = things;
  if (first === undefined) return undefined;
  if (second === undefined) {
    const objects = new Array<AskedThing>(Math.min(first.count, MOST_OBJECTS)).fill(first);
    return { kind: objects.length === 1 ? 'single' : 'count', objects };
  }
  const isWorn = ({ names }: AskedThing) => names.some((name) => wearables.has(name));
  if (things.length > MOST_OBJECTS) return ofMany(things.map(together), relations, isWorn);
  const areRelated = isDoneToAll || relations.some((relation) => relation !== BESIDE);
  if (areRelated && things.some(({ count }) => count > 1)) {
    // “Two cats with hats”: each has its own.
    return composed({ things: things.map(together), relations }, wearables, isDoneToAll);
  }
  const objects = things.flatMap((thing) => new Array<AskedThing>(thing.count).fill(thing)).slice(0, MOST_OBJECTS);
  const between = objects.slice(1).map((object, k) => {
    const relation = things.length === objects.length ? (relations[k] ?? BESIDE) : BESIDE;
    return relation === WEARING && !isWorn(object) ? HOLDING : relation;
  });
  if (objects.length === 2) {
    // “A cat at the beach”
    const isThere = between[0] === BESIDE && objects[1]!.names.some(isPlace);
    return { kind: isThere ? FRONT : between[0]!, objects };
  }
  // “with a hat and sunglasses”: whoever wears or holds one thing wears the other too.
  const [one, other] = between as [string, string];
  const isDressed = one === WEARING || one === HOLDING;
  const relationsOfAll = isDressed && other === BESIDE && isWorn(objects[2]!) ? [one, WEARING] : between;
  const isList = relationsOfAll.every((relation) => relation === BESIDE);
  return { kind: isList ? 'list' : kindOf(relationsOfAll), objects };
}

/** More than three things, of each of which there is one, or several as one. */
function ofMany(
  objects: readonly AskedThing[],
  relations: readonly string[],
  isWorn: (one: AskedThing) => boolean,
): Composition {
  const between = objects.slice(1).map((object, k) => {
    const relation = relations[k] ?? BESIDE;
    return relation === WEARING && !isWorn(object) ? HOLDING : relation;
  });
  return { kind: between.every((relation) => relation === BESIDE) ? 'list' : kindOf(between), objects };
}

/** “Two cats hugging”, and what is over them: each of the two has arms of their own. */
function eachOfPair({ things, relations }: Pick<PromptReading, 'things' | 'relations'>) {
  const [first, second] = things;
  const isOver =
    things.length === 2 && first!.group?.copies === 2 && relations[0] === 'below' && second!.names.some(isSignThing);
  if (!isOver) return { things, relations };
  const { group: _, ...one } = first!;
  return { things: [one, one, second!], relations: [BESIDE, ...relations] };
}

/** Several of a thing that stand to another as one. */
function together(thing: AskedThing): AskedThing {
  const { count } = thing;
  return count === 1 ? thing : { ...thing, count: 1, group: { copies: count, way: count <= ONE_ROW ? 'row' : 'rows' } };
}

/**
 * The reading with the things of boxes that somebody chose: as many of each thing as it has boxes, those of a label
 * that the prompt does not name besides. Boxes without a label leave it as it is.
 * @param read what a label names, if anything
 */
export function withBoxes(
  reading: PromptReading,
  boxes: readonly Box[],
  read: (label: string) => AskedThing | undefined,
): PromptReading {
  const labels = boxes.map(({ label }) => label.trim()).filter((label) => label !== '');
  if (labels.length === 0) return reading;
  const counts = new Map<AskedThing, number>();
  const others = new Map<string, AskedThing>();
  for (const label of labels) {
    const labelled = others.get(label) ?? read(label);
    if (labelled === undefined) continue;
    const known = reading.things.find(({ names }) => names.some((name) => labelled.names.includes(name)));
    const thing = known ?? labelled;
    if (!known) others.set(label, labelled);
    counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  const boxed = [...reading.things, ...others.values()].map((thing) => ({
    ...thing,
    count: counts.get(thing) ?? thing.count,
  }));
  return { ...reading, things: boxed };
}
