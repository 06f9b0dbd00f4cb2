import { facingOf, figureOf } from './facing.js';
import { squareAt } from './frame.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { inMirror, marked, markIn } from './marks.js';
import { isPawed, withPaws } from './paws.js';
import { asEach, eachOf, edgesOf, moved, type Placed, type Stage, shifted } from './placed.js';
import { type Member, type Unit, unitStanding, unitWithin } from './units.js';

/** What somebody eats or plays at. */
const TABLES: ReadonlySet<string> = new Set(['table', 'desk']);
/** Whether a thing can be asked for as the table that somebody is behind. */
export const isTable = (thing: string): boolean => TABLES.has(thing);
/** The table across the lower end of the canvas, in parts of that. */
const TABLE = { x0: 0.02, x1: 0.98, y0: 0.64, y1: 0.985 } as const;
/** How far down its face, in parts of its height, things stand on it, and whoever is held by a player. */
const ON = { middle: 0.46, hand: 0.24 } as const;
/** Widest and highest that somebody behind it is, and how much of them it hides: of a head, and of a figure. */
const PLAYER = { wide: 1.12, high: 0.7, alone: 0.66, hidden: { face: 0.08, figure: 0.4 } } as const;
/**
 * How wide and high what is on it is, in parts of the canvas: between players, beside one who is aside, and what each
 * of them holds.
 */
const ON_TABLE = { middle: 0.42, alone: 0.46, held: 0.46, high: 0.4 } as const;
/** How wide a hand of cards is at most, in parts of the head's width: mouths stay free. */
const HAND_OF_CARDS = 0.56;
/** How far aside of the middle a single player and what they have before them are. */
const ASIDE = { player: 0.2, thing: 0.23 } as const;
/** What each player has a hand of. */
const HANDS: ReadonlySet<string> = new Set(['playing cards', 'hand of cards', 'joker', 'flower playing cards']);
/** What is drawn from above, and lies on a table; it is then so high beside its width. */
const BOARDS: ReadonlySet<string> = new Set(['chessboard', 'map', 'bullseye']);
const LYING = 0.42;
/**
 * Where those about one thing stand, in parts of their size: how far two are from its middle, and each more of
 * them, at most; and how high up those in the middle are, and each more of them. */
const ABOUT = { pair: 0.66, each: 0.37, most: 1, up: 0.62, more: 0.16 } as const;
/** How large the thing in the middle is, in parts of those about it. */
const MIDDLE = { thing: 0.7, base: 0.8 } as const;

/** One of those who do something together, and which of the draft's things that is. */
type Party = readonly Member[];

/** Each of a group by itself, as large as the first. */
function partyOf(unit: Unit, stage: Stage): Party {
  return unit.flatMap(({ at, placed }) => eachOf(placed, stage).map((one) => ({ at, placed: one })));
}

/** Those of one thing as that thing again, in the order of the first of each. */
function together(party: Party): Unit {
  const order = [...new Set(party.map(({ at }) => at))];
  return order.map((at) => {
    const copies = party.filter((one) => one.at === at).map(({ placed }) => placed);
    return { at, placed: copies.length > 1 ? asEach(copies) : copies[0]! };
  });
}

/** Looks to a side; who looks at us is mirrored where they are to look to the left. */
function lookingTo(placed: Placed, to: 1 | -1, stage: Stage): Placed {
  const facing = facingOf(placed, stage);
  return facing === -to || (facing === 0 && to < 0) ? inMirror(placed) : placed;
}

/**
 * Players behind a table that hides what is below their chests, and what they play, work or eat on it.
 * @param thing what is on the table; undefined where nothing is
 * @param table what is drawn as the table; a plain one where absent
 */
export function atTable(
  players: Unit,
  thing: Member | undefined,
  table: Member | undefined,
  isMirrored: boolean,
  stage: Stage,
): Unit {
  const { size } = stage;
  const party = partyOf(players, stage);
  const isAlone = party.length === 1;
  const side = isMirrored ? -1 : 1;
  const slot = ((TABLE.x1 - TABLE.x0) * size) / party.length;
  const seated = party.map((member, k): Member => {
    const isAside = isAlone && thing !== undefined && !HANDS.has(thing.placed.thing);
    const middle = isAside ? (0.5 - side * ASIDE.player) * size : TABLE.x0 * size + (k + 0.5) * slot;
    const to = isAlone ? side : k < party.length / 2 ? 1 : -1;
    return seatedAt(
      { ...member, placed: lookingTo(member.placed, to as 1 | -1, stage) },
      middle,
      isAlone ? PLAYER.alone * size : PLAYER.wide * slot,
      stage,
    );
  });
  const last = seated.at(-1)!;
  const [width, height] = [(TABLE.x1 - TABLE.x0) * size, (TABLE.y1 - TABLE.y0) * size];
  const board = markIn('table', last.placed, TABLE.x0 * size, TABLE.y0 * size, width, height);
  const behind: Party = table
    ? seated
    : [...seated.slice(0, -1), { at: last.at, placed: marked(last.placed, [board]) }];
  const laid: Unit = table ? [{ at: table.at, placed: stretched(table.placed, stage) }] : [];
  return [
    ...together(behind),
    ...laid,
    ...(thing ? [{ at: thing.at, placed: onTable(thing.placed, seated, side, stage) }] : []),
  ];
}

function seatedAt(member: Member, middle: number, wide: number, stage: Stage): Member {
  const { size } = stage;
  const [sized] = unitWithin([member], wide, PLAYER.high * size, stage);
  const { isFace } = figureOf(sized!.placed, stage);
  const hidden = PLAYER.hidden[isFace ? 'face' : 'figure'] * heightOf(edgesOf(sized!.placed, stage));
  const bottom = Math.min(TABLE.y0 * size + hidden, (TABLE.y1 - 0.02) * size);
  return unitStanding([sized!], middle, bottom, stage)[0]!;
}

/** A table that somebody asked for, over the place of a plain one. */
function stretched(table: Placed, { size, ...stage }: Stage): Placed {
  const { x0, y0, x1, y1 } = edgesOf(table, { size, ...stage });
  const [xx, yy] = [((TABLE.x1 - TABLE.x0) * size) / (x1 - x0), ((TABLE.y1 - TABLE.y0) * size) / (y1 - y0)];
  return moved(table, { x: TABLE.x0 * size - xx * x0, y: TABLE.y0 * size - yy * y0, xx, xy: 0, yx: 0, yy });
}

/** Before each player where each has their own, else in the middle, or at the side of one who is aside. */
function onTable(thing: Placed, seated: Party, side: number, stage: Stage): Placed {
  const { size } = stage;
  const height = (TABLE.y1 - TABLE.y0) * size;
  const flat = BOARDS.has(thing.thing) ? moved(thing, { ...squareAt(0, 0, 1), yy: LYING }) : thing;
  const at = (wide: number, x: number, down: number): Placed => {
    const [sized] = unitWithin([{ at: 0, placed: flat }], wide * size, ON_TABLE.high * size, stage);
    return unitStanding([sized!], x, TABLE.y0 * size + down * height, stage)[0]!.placed;
  };
  const isAlone = seated.length === 1;
  if (HANDS.has(thing.thing) && !thing.group)
    return asEach(
      seated.map(({ placed }) => {
        const figure = figureOf(placed, stage);
        const wide = Math.min(ON_TABLE.held, (HAND_OF_CARDS * figure.head) / size);
        const cards = at(wide, middleOf(figure.edges), ON.hand);
        return isPawed(placed, figure, stage) ? withPaws(cards, placed, figure, stage) : cards;
      }),
    );
  return at(
    isAlone ? ON_TABLE.alone : ON_TABLE.middle,
    (0.5 + (isAlone ? side * ASIDE.thing : 0)) * size,
    ON.middle + (BOARDS.has(thing.thing) ? 0.02 : 0),
  );
}

/**
 * Several about one thing, all turned to it: on both sides of it, and more of them in an arc behind it.
 * @param base what the thing is on; undefined where it is on the ground
 */
export function aboutOne(all: Unit, thing: Member, base: Member | undefined, stage: Stage): Unit {
  const { size } = stage;
  const party = partyOf(all, stage);
  const n = party.length;
  const sized = party.map((member) => unitWithin([member], size, size, stage)[0]!);
  const own = edgesOf(sized[0]!.placed, stage);
  const wide = widthOf(own);
  const apart = wide * (n > 2 ? Math.min(ABOUT.most, ABOUT.each * (n - 1)) : ABOUT.pair);
  const stood = sized.map(({ at, placed }, k): Member => {
    const t = n === 1 ? 0 : k / (n - 1);
    const looking = lookingTo(placed, t < 0.5 ? 1 : -1, stage);
    const up = (ABOUT.up + ABOUT.more * Math.max(0, n - 3)) * heightOf(own) * Math.sin(Math.PI * t);
    const edges = edgesOf(looking, stage);
    return { at, placed: shifted(looking, (2 * t - 1) * apart - middleOf(edges), -up - edges.y1) };
  });
  const back = [...stood].sort((a, b) => edgesOf(a.placed, stage).y1 - edgesOf(b.placed, stage).y1);
  if (!base) {
    const [small] = unitWithin([thing], MIDDLE.thing * wide, MIDDLE.thing * heightOf(own), stage);
    return [...together(back), ...unitStanding([small!], 0, 0, stage)];
  }
  const [low] = unitStanding(unitWithin([base], MIDDLE.base * wide, MIDDLE.base * heightOf(own), stage), 0, 0, stage);
  const under = edgesOf(low!.placed, stage);
  const [high] = unitWithin([thing], 0.72 * widthOf(under), 0.6 * heightOf(under), stage);
  return [...together(back), ...unitStanding([high!], 0, under.y0 + 0.2 * heightOf(under), stage), low!];
}
