import type { Drafts, Look } from '../draft/index.js';
import { isPlace, type PartColour } from '../memory/index.js';
import { isOwnSlot } from '../own/index.js';
import type { AskedThing, PromptReading, StandIn } from '../words/index.js';
import { isPoorExample } from './drawn-otherwise.js';

/** A look that an asked thing may have in one style. */
export interface AskedLook {
  thing: string;
  look: Look;
  /** Of the moods and marks asked for, those that the look can show. */
  moods: readonly string[];
  /** Colours to give it that neither the artwork nor a paint has; empty where it is as it should be. */
  recoloured: readonly string[];
  /** Parts to give another colour. */
  parts: readonly PartColour[];
  /** How much of what was asked for it lacks. */
  misses: number;
  /** How ill it goes with what was asked for, though it has it all, ≥ 0. */
  awkward: number;
  /** Whether it is painted, though nobody asked for a colour. */
  isPainted: boolean;
  /** How many pictures of the thing in this style are commoner, where nothing said which is meant. */
  rank: number;
}

/**
 * A picture with less of a colour than this is not plainly of that colour: a bus with a blue windscreen is no blue bus.
 */
const PLAIN_SHARE = 0.45;
const HARDLY = 0.5;
/** So much of a picture is of its second colour that it may be called by that alone. */
const SECOND_SHARE = 0.3;
/** A mood that only a mark beside the head tells, where eyes could. */
export const LESS_PLAIN = 0.25;
/** A picture that must be given the colour of a part is as uncommon as if so many others were commoner. */
const GIVEN = 2;
/**
 * A look in another colour than somebody thinks of who asks for none, and a poor example of what it shows, is as
 * uncommon as if so many were commoner.
 */
const ODD = 4;

type Asked = Pick<AskedThing, 'names' | 'colours' | 'moods' | 'parts' | 'standIns' | 'pictures' | 'unfit' | 'content'>;

/**
 * What an asked thing may look like in a style: artwork in its own colours, unless a colour is asked for; then whatever
 * is described with that colour. Of parts that are to have a colour, what has it by itself comes first, then what can
 * be given it. Looks in a colour that is not wanted come last.
 */
export function looksFor(
  drafts: Pick<Drafts, 'looksOf'>,
  style: string,
  asked: Asked,
  without: PromptReading['without'],
): AskedLook[] {
  const { parts = [] } = asked;
  const looks = coloured(drafts, style, asked, without.colours).map((one) => ({
    ...one,
    misses: one.misses + pictureMisses(one.look, asked) + unwantedColours(one.look, without.colours),
    awkward:
      (asked.unfit?.includes(one.look.picture) === true ? HARDLY : 0) +
      (isLostInBlack(one, style) ? 1 : 0) +
      (isOtherwise(one, asked) ? UNNATURAL : 0),
  }));
  if (parts.length === 0) return looks;
  const parted = looks
    // A paint may be on the very part.
    .filter(({ isPainted }) => !isPainted)
    .map((one) => {
      const known = parts.filter(({ part }) => one.look.parts.some((other) => other.part === part));
      const lacking = parts.length - known.length;
      const changed = known.filter(
        ({ part, colour }) => !one.look.parts.some((other) => other.part === part && other.colour === colour),
      );
      const rank = changed.length > 0 ? one.rank + GIVEN : one.rank;
      return { ...one, parts: changed, misses: one.misses + lacking, rank };
    });
  const natural = parted.filter(({ parts: changed, misses }) => changed.length === 0 && misses === 0);
  return natural.length > 0 ? natural : parted;
}

/** How awkward an animal is that is drawn in a colour that hardly anybody would know it in: a black corgi. */
const UNNATURAL = 0.6;

const isOtherwise = ({ look }: AskedLook, { colours }: Pick<Asked, 'colours'>): boolean =>
  colours.length === 0 && look.isAnimal && look.isUntypical && look.paint === undefined;

/** Colours of one family count as one where an animal is to be of a colour all over. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  'red orange brown',
  'orange yellow brown cream',
  'green teal',
  'teal blue',
  'blue purple',
  'purple pink',
  'pink red',
].map((names) => new Set(names.split(' ')));
const CHROMATIC = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'];
/** Less of another colour is a beak. */
const ANOTHER = 0.09;

/**
 * “A yellow duck” has no green head: an animal whose paint leaves much in another colour is coloured all over instead.
 * @param looks in the colours asked for @param all looks of what is asked for, as drawn too
 */
export function allOver(
  looks: readonly AskedLook[],
  all: () => readonly Look[],
  colours: readonly string[],
): AskedLook[] {
  const [colour] = colours;
  if (colour === undefined || colours.length > 1) return [...looks];
  const others = CHROMATIC.filter(
    (one) => one !== colour && !FAMILIES.some((family) => family.has(one) && family.has(colour)),
  );
  return looks.map((one) => {
    const { look } = one;
    if (!look.isAnimal || look.paint !== colour || !others.some((other) => look.shareOf(other) > ANOTHER)) return one;
    const asDrawn = all().find(({ picture, paint }) => picture === look.picture && paint === undefined);
    return asDrawn ? { ...one, look: asDrawn, recoloured: colours } : one;
  });
}

/** Styles in which a face that is painted black keeps pale lines, or loses its eyes in the shade. */
const LOST_IN_BLACK: ReadonlySet<string> = new Set(['outline', '3d']);

function isLostInBlack({ look, recoloured }: Pick<AskedLook, 'look' | 'recoloured'>, style: string): boolean {
  const isFace = look.hasHead && LOST_IN_BLACK.has(style);
  return isFace && (look.paint === 'black' || recoloured.includes('black'));
}

/** More of a colour than this is seen: a red ribbon round a bouquet. */
const SEEN = 0.03;

/** What is not to be of a colour is drawn by looks that have none of it, or else by such as have little. */
function unwantedColours(look: Look, unwanted: readonly string[]): number {
  const isPlain = unwanted.some((colour) => look.colours.includes(colour));
  return isPlain ? 2 : unwanted.some((colour) => look.shareOf(colour) >= SEEN) ? 1 : 0;
}

/** What a picture lacks that others of the thing have. */
function pictureMisses({ picture }: Look, { pictures }: Pick<Asked, 'pictures'>): number {
  return pictures?.includes(picture) === false ? 1 : 0;
}

/** The things that are drawn of what was asked for. */
export function drawnThings({ names, standIns = [] }: Pick<AskedThing, 'names' | 'standIns'>): readonly StandIn[] {
  return standIns.length > 0 ? standIns : names.map((thing) => ({ thing }));
}

/** Looks in the colours asked for: pictures that have them by themselves, else paints, else pictures to be coloured. */
function coloured(
  drafts: Pick<Drafts, 'looksOf'>,
  style: string,
  asked: Asked,
  unwanted: readonly string[],
): AskedLook[] {
  const { colours, moods } = asked;
  const looks = knownLooks(drafts, style, asked).map((one) => askedLook(one, asked));
  if (colours.length === 0) {
    const isUnwanted = looks.every(({ look, isPainted }) => isPainted || unwantedColours(look, unwanted) > 1);
    // A logo in another colour is another logo, and an orange night none, unless its own are not wanted.
    const isKept = ({ thing }: AskedLook) => isOwnSlot(thing) || (isPlace(thing) && !isUnwanted);
    return looks.filter((one) => !isAsDrawn(one, looks) && !(one.isPainted && isKept(one)));
  }
  // What has the colour by itself is a picture of it; a paint is the next best thing, and no other paint will do.
  const isOwnPaint = colours.some((colour) => looks.some(({ look }) => look.paint === colour));
  const fitting = looks.filter(({ look }) => {
    // What is painted pink may have much grey by itself, and still is pink.
    const isOtherPaint = isOwnPaint && look.paint !== undefined && !colours.includes(look.paint);
    return isOfColours(look, colours) && !isOtherPaint && !(style === OUTLINE && isPaintOnLines(look, looks));
  });
  const main = fitting.filter(({ look }) => look.colours[0] === colours[0]);
  const kept =
    main.length > 0 ? main : fitting.filter(({ look }) => colours.length > 1 || isPlainlyOf(look, colours[0]!));
  if (kept.length > 0) {
    return kept.map((one) => (one.look.mainShare < PLAIN_SHARE ? { ...one, misses: one.misses + HARDLY } : one));
  }
  return looks
    .filter(({ look }) => look.paint === undefined)
    .map((one) => ({ ...one, recoloured: colours, misses: moodMisses(one.look, moods, one.moods, asked.content) }));
}

/** The style that is drawn in dark lines; of their share so much is left where a paint is on something else. */
const OUTLINE = 'outline';
const LEFT_OF_LINES = 0.25;

/**
 * A paint is that of the commonest colour: where that is the lines', nothing is left of them, and all else is as drawn.
 */
function isPaintOnLines({ picture, paint, shareOf }: Look, all: readonly AskedLook[]): boolean {
  const asDrawn = all.find(({ look }) => look.picture === picture && look.paint === undefined);
  if (paint === undefined || asDrawn === undefined) return false;
  return shareOf('black') < LEFT_OF_LINES * asDrawn.look.shareOf('black');
}

type KnownLook = Pick<AskedLook, 'thing' | 'look' | 'rank'>;

/** All looks of what is drawn of an asked thing in a style. */
function knownLooks(drafts: Pick<Drafts, 'looksOf'>, style: string, { colours, ...drawn }: Asked): KnownLook[] {
  return drawnThings(drawn).flatMap(({ thing, picture: only }) => {
    const all = drafts.looksOf(style, thing);
    const own = [...new Set(all.map(({ picture }) => picture))];
    const known = only === undefined ? all : all.filter(({ picture }) => picture === own[only]);
    const pictures = [...new Set(known.map(({ picture }) => picture))];
    // What has the colour by itself is what was meant, however uncommon.
    const isMeant = (look: Look) => colours.length > 0 && look.paint === undefined;
    return known.map((look) => {
      const rank = isMeant(look) ? 0 : pictures.indexOf(look.picture);
      const isOdd = (colours.length === 0 && look.isUntypical) || isPoorExample(look.picture);
      return { thing, look, rank: isOdd ? rank + ODD : rank };
    });
  });
}

/** A look as it is, with what it has and lacks of the moods and colours asked for. */
function askedLook({ thing, look, rank }: KnownLook, { colours, moods, content }: Asked): AskedLook {
  const shown = moods.filter((mood) => look.moods.includes(mood) || look.marks.includes(mood));
  const lacking = colours.filter((colour) => !look.colours.includes(colour));
  return {
    thing,
    look,
    moods: shown,
    recoloured: [],
    parts: [],
    awkward: 0,
    misses: lacking.length + moodMisses(look, moods, shown, content),
    isPainted: look.paint !== undefined && colours.length === 0,
    rank,
  };
}

/** A mood is best seen in a thing's own face, or in one that is laid over it. */
function moodMisses(look: Look, moods: readonly string[], shown: readonly string[], content: Asked['content']): number {
  if (moods.length === 0) return 0;
  if (shown.length === 0) return content?.includes(look.picture) ? LESS_PLAIN : 1;
  return shown.some((mood) => look.seen.includes(mood) || look.moods.includes(mood)) ? 0 : LESS_PLAIN;
}

/** Whether a painted look is in the very colour that its picture has by itself: nobody would see that it is another. */
function isAsDrawn({ thing, look }: AskedLook, all: readonly AskedLook[]): boolean {
  if (look.paint === undefined) return false;
  return all.some((other) => {
    const isSame = other.thing === thing && other.look.picture === look.picture && other.look.paint === undefined;
    return isSame && other.look.colours[0] === look.colours[0];
  });
}

/** Whether a picture is plainly of a colour that is its second: a panda is white, a car with grey wheels not grey. */
const isPlainlyOf = (look: Look, colour: string): boolean =>
  look.paint === undefined && look.shareOf(colour) >= SECOND_SHARE;

function isOfColours(look: Look, colours: readonly string[]): boolean {
  return colours.every((colour) => look.colours.includes(colour));
}
