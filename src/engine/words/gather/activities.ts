import { isPlace } from '../../memory/index.js';
import { ACTIVITIES, type Activity } from '../languages/index.js';
import { meantThing, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Company } from './company.js';
import { type Gathering, standingAs } from './gathering.js';
import { type Named, plainNamed } from './named.js';

const activityByWord = byListed(
  ACTIVITIES.flatMap((activity) => Object.values(activity.words).map((words): [string, Activity] => [words, activity])),
);

/**
 * “A penguin **surfing**”, “a **surfing** penguin”, “a girl **watering** plants”: who does what nobody does without a
 * thing has that thing, or a body in a pose that tells it; what it is done to stands beside.
 * @returns whether that is shown
 */
export function takeActivity(g: Gathering, k: number, { key, said, senses }: Span): boolean {
  const activity = activityByWord.get(key);
  if (!activity || g.isNegated || !(senseOf(senses, 'action') || senseOf(senses, 'stand'))) return false;
  // “Holding **playing cards**” is no game.
  if (g.standing !== undefined && g.standing.stand !== 'and' && senseOf(senses, 'thing')) return false;
  const { person, act } = activity;
  if (g.lastNamed && person !== undefined && isShownDoing(g, g.lastNamed, person)) return true;
  if (act !== undefined) return takePose(g, k, said, { ...activity, act });
  const { thing, isFilled } = activity;
  const isLinking = senseOf(senses, 'stand') !== undefined;
  if (thing === undefined) return false;
  const next = g.view.nextThing(k);
  if (isNamed(g, thing, k)) {
    if (isLinking || !g.lastNamed) return false;
    if (next && activity.takes !== undefined) {
      g.close();
      g.standing = standingAs(activity.takes, said);
    }
    return true;
  }
  const own = ownOf(activity, said);
  if (!g.lastNamed && isDoerNext(g, k) && g.company.has(thing)) {
    g.activities.push({ own, at: g.named.length });
    return true;
  }
  const isFillable = isFilled === true && next !== undefined && isFoodAt(g, next[1]);
  // “Reading a book” is done with the book, “swimming in a pool” not in the sea.
  if ((next && isLinking && !isFillable) || ((next || isSomewhere(g, k)) && isPlace(thing))) return false;
  const doer = doerOf(g);
  if (!doer || !g.company.has(thing)) return false;
  add(g, own, next ? (isFillable ? 'holding' : 'beside') : undefined, said);
  if (!next && activity.at !== undefined) standAt(g, activity.at);
  return true;
}

/** What somebody does it at is beside them, unless it is named. */
function standAt({ company, named, view }: Gathering, at: string): void {
  if (!company.has(at) || view.spans.some((_, k) => view.thingAt(k)?.names.includes(at))) return;
  named.push({ ...plainNamed(meantThing([at], false), at), stand: 'beside' });
}

/** Who is in a pose has what it is done with, unless that, or where they are, is said. @returns whether it is shown */
function takePose(
  g: Gathering,
  k: number,
  said: string,
  activity: Activity & Required<Pick<Activity, 'act'>>,
): boolean {
  const { thing, act, takes, stand } = activity;
  const doer = doerOf(g);
  if (!doer && (g.lastNamed || !isDoerNext(g, k))) return false;
  g.act = act;
  const next = g.view.nextThing(k);
  if (doer && next && takes !== undefined) {
    g.close();
    g.standing = standingAs(takes);
    return true;
  }
  const isThere = stand !== 'holding' && (isSomewhere(g, k) || (doer !== undefined && next !== undefined));
  if (thing === undefined || isThere || isNamed(g, thing, k) || !g.company.has(thing)) return true;
  const own = ownOf(activity, said);
  if (!doer) g.activities.push({ own, at: g.named.length });
  else add(g, own, next && 'beside', said);
  return true;
}

/** Who does what is said next: who was named last, or who has that. */
function doerOf({ company, lastNamed, named, open }: Gathering): Named | undefined {
  if (lastNamed && isDoer(company, lastNamed.sense)) return lastNamed;
  const owner = open.thing ? named.at(-1) : named.at(-2);
  const isHad = lastNamed !== undefined && HAD.has(lastNamed.stand) && !lastNamed.isTurned;
  return isHad && owner && owner === named[0] && isDoer(company, owner.sense) ? owner : undefined;
}

/** How what somebody has stands to them, who does what is said behind it: “a cat **with** sunglasses surfing”. */
const HAD: ReadonlySet<Named['stand']> = new Set<Named['stand']>(['with', 'wearing']);

const ownOf = ({ thing = '', count = 1, stand, does = '' }: Activity, said: string): Named => ({
  ...plainNamed(meantThing([thing], false), said),
  count,
  stand,
  standSaid: does,
});

/** What somebody does it with, and how what follows stands to that. */
function add(g: Gathering, own: Named, nextStands: 'holding' | 'beside' | undefined, said: string): void {
  g.close();
  g.named.push(own);
  g.standing = nextStands === undefined ? undefined : standingAs(nextStands, said);
}

/** Whether who is named is drawn doing it, as a person is of whom nothing more is said. */
function isShownDoing(g: Gathering, who: Named, person: string): boolean {
  if (who.sense.names.includes(person)) return true;
  if (who.sense.names[0] !== 'person' || (who.count ?? 1) > 1 || !g.company.has(person)) return false;
  who.sense = { ...who.sense, names: [person], isGuess: true };
  return true;
}

/** Who was named behind what they do has what they do it with. */
export function settleActivities({ activities, named }: Gathering): void {
  for (const { own, at } of activities) {
    const isThere = named.some(({ sense }) => sense.names.includes(own.sense.names[0]!));
    if (named[at] && !isThere) named.splice(at + 1, 0, own);
  }
}

/** Who is drawn as a face among smileys, and what cartoons have do things, as they have food. */
const SOMEBODY: ReadonlySet<string> = new Set(
  'clown ghost skull alien ogre goblin robot cactus sunflower tree sun moon star earth heart poop'.split(' '),
);

/** Whether it is somebody, as far as a drawing goes. */
const isDoer = (company: Company, thing: ThingSense): boolean =>
  SOMEBODY.has(thing.names[0]!) || company.areFood(thing, thing) || company.isSomebody(thing);

/** Whether somebody is named right behind it. */
function isDoerNext(g: Gathering, k: number): boolean {
  const next = g.view.nextThing(k);
  return next !== undefined && g.view.at(k + 1) === next[0] && isDoer(g.company, g.view.thingAt(next[1])!);
}

/** Whether more is said of where it is done. */
const isSomewhere = ({ view }: Gathering, k: number): boolean =>
  view.spans.some((span, at) => at > k && senseOf(span.senses, 'stand'));

const isFoodAt = ({ company, view }: Gathering, at: number): boolean => {
  const thing = view.thingAt(at);
  return thing !== undefined && company.areFood(thing, thing);
};

/** Whether the prompt names the thing itself: “surfing on a surfboard”. */
const isNamed = ({ view }: Gathering, thing: string, k: number): boolean =>
  view.spans.some((_, at) => at !== k && view.thingAt(at)?.names.includes(thing));
