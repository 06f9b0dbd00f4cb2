import { isPlace } from '../../memory/index.js';
import { isOffLedge } from '../acts.js';
import { SAT_AT, type Stand } from '../languages/index.js';
import { RANK, senseOf } from '../sense.js';
import { FULL_OF, isVessel } from '../vessels.js';
import { isServed } from './containers.js';
import { isDressing } from './costumes.js';
import { flavour } from './flavours.js';
import { type Gathering, standingAs } from './gathering.js';
import { emptyPhrase, type Named } from './named.js';
import { linkUnknown } from './unknown-subject.js';

/** A word for how things stand. */
interface Linking {
  stand: Stand | 'and';
  isBehind?: boolean;
  isAct?: boolean;
}

/** What comes stands so to what was named. */
export function link(g: Gathering, { stand, isBehind = false, isAct = false }: Linking, k: number): void {
  if (stand !== 'and') g.leaveOutAct();
  const isCostume = stand !== 'and' && isDressing(g, stand, k);
  const isUnknown = stand !== 'and' && linkUnknown(g, stand, k);
  if (stand !== 'and' && linkBehind(g, stand, k, isBehind, isAct, isCostume)) return;
  const said = g.view.spans[k]!.said;
  if (g.open.thing) g.close();
  else if (!g.open.adjectives.isEmpty && stand !== 'and' && !g.view.isThingAhead(k)) g.close();
  const isOfOne = stand !== 'and' && isOfFirst(g);
  const worn = isCostume ? ({ stand: 'wearing', isCostume } as const) : { stand };
  const standing = { ...worn, isTurned: false, isOfFirst: isOfOne, said, isAct };
  // “wearing a hat, a dog”
  if (stand !== 'and' && g.named.length === 0 && !isUnknown) g.front = standing;
  if (stand === 'and') g.standing ??= standing;
  else g.standing = standing;
}

/** “And” between adjectives joins these. */
export function joinsAdjectives({ open, view }: Gathering, k: number): boolean {
  const isAdjective = view.isAdjectiveAt(k + 1);
  const { thing, adjectives } = open;
  if (!thing) return !adjectives.isEmpty && isAdjective;
  return isAdjective && !view.isThingAhead(k + 1) && !thing.adjectives.isEmpty;
}

/**
 * Whether a second relation begins: behind “and” or a comma, of two things of which one does something with the other.
 */
function isOfFirst({ named, last }: Gathering): boolean {
  const other = named[1];
  const isSecond = named.length === 2 && other?.stand !== undefined && other.stand !== 'and' && !other.isTurned;
  return isSecond && (last === 'and' || last === 'comma');
}

/**
 * A stand behind its thing: of the two before it, if nothing else joins them, or of the one before it and the one to
 * come.
 */
function linkBehind(
  g: Gathering,
  stand: Stand,
  k: number,
  isBehind: boolean,
  isAct: boolean,
  isCostume: boolean,
): boolean {
  const { view, named, open } = g;
  if (!isBehind && (view.isThingAhead(k) || named.length + (open.thing ? 1 : 0) < 2)) return false;
  // “Girl picking flowers **in** the park”
  const isSomewhere = senseOf(view.at(k + 1)?.senses ?? [], 'place') !== undefined;
  if (!isBehind && (isSomewhere || (view.at(k + 1) !== undefined && view.nextThing(k) !== undefined))) return false;
  g.close();
  const [one, other] = [named.at(-2), named.at(-1)];
  if (other === undefined) return false;
  const { said } = view.spans[k]!;
  if (one && other.stand === undefined) {
    other.stand = stand;
    other.standSaid = said;
    other.isAct = isAct;
    return true;
  }
  // “A tree with presents **under it**”
  if (one && other.stand === 'with' && !isAct && view.nextThing(k) === undefined) {
    Object.assign(other, { stand, isTurned: true, standSaid: said });
    return true;
  }
  if (!isBehind) return false;
  g.standing = { stand, isTurned: true, isOfFirst: false, said, isAct };
  if (isCostume && other) other.isCostume = true;
  return true;
}

/** Words for “before” that say when as often as where. */
const BEFORE: ReadonlySet<string> = new Set(['before']);

/** “Me **before** coffee”: before what has no article somebody is in time, and not in a row. */
export function isBeforeInTime({ view, company, isThingSaid }: Gathering, k: number): boolean {
  const thing = view.thingAt(k + 1);
  return BEFORE.has(view.at(k)!.key) && isThingSaid && thing !== undefined && company.areFood(thing, thing);
}

/** Whether a dish is said to taste of what follows. */
export function isTastedAt({ open, view, company }: Gathering, k: number): boolean {
  const next = view.nextThing(k);
  return open.thing !== undefined && next !== undefined && company.areFood(view.thingAt(next[1])!, open.thing.sense);
}

/**
 * “Of” what is known says what the thing before is made of or belongs to.
 * @returns how many spans were taken
 */
export function linkOf(g: Gathering, k: number): number {
  const { thing } = g.open;
  if (!thing) return 1;
  const next = g.view.nextThing(k);
  if (next === undefined) return 1;
  const [, at] = next;
  const sense = g.view.thingAt(at)!;
  if (g.table.isHeadLast === true) {
    // “台所の熊”, “赤いセーターの猫”
    const isPutOn = isWearable(g, thing) && g.company.isLiving(sense);
    const stand = isPlace(thing.sense.names[0]!) ? 'in' : isPutOn ? 'wearing' : undefined;
    if (stand === undefined) g.open.thing = undefined;
    else {
      g.close();
      g.standing = { ...standingAs(stand, g.view.spans[k]!.said), isTurned: true };
    }
    return 1;
  }
  // “cachorro de chapéu”, “pato de terno”
  if (isWearable(g, { sense, said: g.view.at(at)!.key }) && !g.company.isWorn(thing.sense)) {
    link(g, { stand: 'wearing' }, k);
    return 1;
  }
  // “Paresseux **à** l’ordinateur”
  if (SAT_AT.has(sense.names[0]!)) {
    link(g, { stand: 'behind' }, k);
    return 1;
  }
  if (linkVessel(g, thing, sense.names[0]!, k)) return 1;
  if (thing.sense.rank > RANK.synonym && sense.rank < thing.sense.rank) {
    g.open = { ...reopened(g, thing), hasStart: g.open.hasStart };
    return 1;
  }
  const said = `${thing.said} ${g.view.said(k, at + 1)}`;
  const isFlavoured = flavour(thing, sense);
  g.open.thing = { ...thing, said, sense: { ...thing.sense, isGuess: !isFlavoured || thing.sense.isGuess } };
  return at - k + 1;
}

/** What was said of a thing is said of the one to come, that it is held or hugged too: “hugging a jar of **honey**”. */
function reopened(g: Gathering, { count, way, adjectives, stand, isTurned, isOfFirst, standSaid, isAct }: Named) {
  if (stand !== undefined) g.standing = { stand, isTurned, isOfFirst, said: standSaid, isAct };
  return { ...emptyPhrase(), count, way, adjectives };
}

/** Whether a thing can be worn, by itself or as what is drawn for it. */
const isWearable = ({ company }: Gathering, { sense, said }: Pick<Named, 'sense' | 'said'>): boolean =>
  company.isWorn(sense) || company.outfitOf(said, undefined)?.isGarment === true;

/** Whether what comes is in the thing before, or that falls off it. */
function linkVessel(g: Gathering, { sense, standSaid }: Named, name: string, k: number): boolean {
  // “Renverser une tasse **de** la table”
  const isOff = isOffLedge(standSaid, name);
  // “A basket **of** apples”
  if (!isOff && (!isVessel(sense.names[0]!) || isVessel(name))) return false;
  if (!isOff && isServed(name)) {
    g.open = reopened(g, g.open.thing!);
    return true;
  }
  link(g, isOff ? { stand: 'on', isAct: true } : { stand: 'around' }, k);
  if (g.standing) g.standing.said = isOff ? OFF : FULL_OF;
  return true;
}
/** What is said of what falls, in whatever language. */
const OFF = 'off';
