import { GROWN_ADJECTIVES, GROWN_PARTS, type GrownPart } from '../languages/index.js';
import { meantThing, type Sense, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import { type Gathering, standingAs } from './gathering.js';
import { type Named, plainNamed } from './named.js';

const byWord = (
  lists: Readonly<Partial<Record<GrownPart, Readonly<Record<string, string>>>>>,
): ReadonlyMap<string, GrownPart> =>
  byListed(
    Object.entries(lists).flatMap(([part, words]) =>
      Object.values(words).map((own): [string, GrownPart] => [own, part as GrownPart]),
    ),
  );

const partByWord = byWord(GROWN_PARTS);
const partByAdjective = byWord(GROWN_ADJECTIVES);

/** What shows a part, by caption names: it is worn. Arms and legs are of a body of ours. */
const WORN_FOR = {
  wings: 'angel wings',
  horns: 'devil horns',
  ears: 'cat ears',
  beard: 'santa beard',
} as const satisfies Partial<Record<GrownPart, string>>;
/** Whose wings are of skin. */
const BAT_WINGED: ReadonlySet<string> = new Set([
  'dragon',
  'dragon face',
  'vampire',
  'imp',
  'bat',
  'smiling face with horns',
]);
const wornFor = (part: keyof typeof WORN_FOR, { sense }: Named): string =>
  part === 'wings' && sense.names.some((name) => BAT_WINGED.has(name)) ? 'bat wings' : WORN_FOR[part];
const isWornFor = (part: GrownPart): part is keyof typeof WORN_FOR => Object.hasOwn(WORN_FOR, part);

/** What a part is called where drawings have it by themselves. */
const CALLED: Readonly<Record<GrownPart, readonly string[]>> = {
  wings: ['wing', 'wings'],
  horns: ['horn', 'horns'],
  ears: ['ear', 'ears'],
  beard: ['beard'],
  arms: ['arm', 'arms', 'hand'],
  legs: ['leg', 'legs', 'foot'],
};
/** Of these nobody but a thing is given any: who lives has what is his. */
const OF_THINGS: ReadonlySet<GrownPart> = new Set<GrownPart>(['ears', 'beard', 'arms', 'legs']);
/** What has legs, whether or not a dictionary says it. */
const LEGGED: ReadonlySet<string> = new Set(['table', 'desk', 'bench', 'bed', 'couch', 'sofa', 'armchair', 'piano']);
/** What stands between a thing and such a part. */
const JOINTS: ReadonlySet<string> = new Set(['with', 'and', 'wearing', 'holding']);
/** “بأجنحة” */
const HAS_JOINT = /^ب/u;

/**
 * “A trophy **with wings**”, “coffee cup with arms and **legs**”, “**winged** pizza”: what a thing has not by itself it
 * wears, or a body of ours has it.
 * @returns what is meant there; undefined where that is something else
 */
export function grownPartAt(g: Gathering, k: number): Sense | undefined {
  const span = g.view.at(k)!;
  if (g.isNegated || span.kind === 'emoji') return undefined;
  const described = partByAdjective.get(span.key);
  if (described) return takeDescribed(g, k, span, described);
  const part = partByWord.get(span.key);
  if (!part) return undefined;
  const owner = ownerOf(g);
  if (!owner) return g.table.isHeadLast === true ? takeDescribed(g, k, span, part) : undefined;
  const isJoined = g.standing === undefined ? HAS_JOINT.test(span.key) : JOINTS.has(g.standing.stand);
  if (!isJoined) return undefined;
  if (!canGrow(g, owner, part)) return undefined;
  if (!isWornFor(part)) return takeLimbs(g, owner, part);
  g.open.count = undefined;
  g.standing = { ...standingAs('wearing', g.standing?.said), ...g.standing, stand: 'wearing' };
  return meantThing([wornFor(part, owner)], false);
}

/** Said of what was named before, or else of what comes. */
function takeDescribed(g: Gathering, k: number, { said }: Span, part: GrownPart): Sense | undefined {
  // “पंखों **वाला** पिज्जा”
  const joint = g.table.isHeadLast === true ? senseOf(g.view.at(k + 1)?.senses ?? [], 'stand') : undefined;
  const isOfNext =
    g.view.isThingAhead(joint?.stand === 'with' ? k + 1 : k) && !(g.lastNamed && g.table.hasHeadFirst === true);
  const owner = isOfNext ? undefined : ownerOf(g);
  if (!isOfNext && (!owner || !canGrow(g, owner, part))) return undefined;
  if (owner && !isWornFor(part)) return takeLimbs(g, owner, part);
  if (isWornFor(part) && !g.company.has(WORN_FOR[part])) return undefined;
  g.grown.push({ part, said, at: owner ? g.named.indexOf(owner) : g.named.length + (g.open.thing ? 1 : 0), owner });
  return { role: 'filler' };
}

/** What was named last that is not worn itself. */
function ownerOf({ named, open, company }: Gathering): Named | undefined {
  const all = [...named, ...(open.thing ? [open.thing] : [])];
  return all.findLast(({ sense }) => !company.isWorn(sense));
}

function canGrow({ company }: Gathering, { sense, count = 1 }: Named, part: GrownPart): boolean {
  const isOwn = part === 'legs' || company.isLiving(sense) ? company.hasByItself : company.showsByItself;
  if (isOwn(sense, CALLED[part])) return false;
  if (OF_THINGS.has(part) && company.isSomebody(sense)) return false;
  if (part === 'legs' && sense.names.some((name) => LEGGED.has(name))) return false;
  return isWornFor(part) ? company.has(WORN_FOR[part]) : count === 1;
}

/** Arms and legs are told by a pose of the first of all, which moves them in no way but where it does something. */
function takeLimbs(g: Gathering, owner: Named, part: GrownPart): Sense | undefined {
  const isFirst = owner === (g.named[0] ?? g.open.thing);
  const other = part === 'arms' ? 'legged' : 'armed';
  if (!isFirst) return undefined;
  if (g.act === undefined || LIMBED.has(g.act))
    g.act = g.act === other ? 'limbed' : part === 'arms' ? 'armed' : 'legged';
  g.open.count = undefined;
  g.standing = undefined;
  return { role: 'filler' };
}

const LIMBED: ReadonlySet<string> = new Set(['armed', 'legged', 'limbed']);

/** What was said before a thing was named, or as an adjective. */
export function settleGrown(g: Gathering): void {
  for (const { part, said, at, owner } of g.grown.toReversed()) {
    const own = owner ?? g.named[at];
    if (!own || !canGrow(g, own, part)) continue;
    if (!isWornFor(part)) {
      takeLimbs(g, own, part);
      continue;
    }
    const worn = plainNamed(meantThing([wornFor(part, own)], false), said);
    g.named.splice(g.named.indexOf(own) + 1, 0, { ...worn, stand: 'wearing' });
  }
}
