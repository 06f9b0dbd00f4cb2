import { isPlace } from '../../memory/index.js';
import { ACTIVITIES, type Activity } from '../languages/index.js';
import { meantThing, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

const activityByWord = byListed(
  ACTIVITIES.flatMap((activity) => Object.values(activity.words).map((words): [string, Activity] => [words, activity])),
);

/**
 * “A penguin **surfing**”, “a **surfing** penguin”, “a girl **watering** plants”: who does what nobody does without a
 * thing has that thing; what it is done to stands beside.
 * @returns whether that is shown
 */
export function takeActivity(g: Gathering, k: number, { key, said, senses }: Span): boolean {
  const activity = activityByWord.get(key);
  if (!activity || g.isNegated || !(senseOf(senses, 'action') || senseOf(senses, 'stand'))) return false;
  const isLinking = senseOf(senses, 'stand') !== undefined;
  const { thing, stand, does = '', isFilled } = activity;
  // “Holding **playing cards**” is no game.
  if (g.standing !== undefined && g.standing.stand !== 'and' && senseOf(senses, 'thing')) return false;
  if (isNamed(g, thing, k)) return !isLinking && g.lastNamed !== undefined;
  const next = g.view.nextThing(k);
  const own = { ...plainNamed(meantThing([thing], false), said), stand, standSaid: does };
  const isAhead = next !== undefined && g.view.at(k + 1) === next[0] && isDoer(g, g.view.thingAt(next[1])!);
  if (!g.lastNamed && isAhead && g.company.has(thing)) {
    g.activities.push({ own, at: g.named.length });
    return true;
  }
  const isSomewhere = g.view.spans.some((span, at) => at > k && senseOf(span.senses, 'stand'));
  const isFillable = isFilled === true && next !== undefined && isFoodAt(g, next[1]);
  // “Reading a book” is done with the book, “swimming in a pool” not in the sea.
  if ((next && isLinking && !isFillable) || ((next || isSomewhere) && isPlace(thing))) return false;
  if (!g.lastNamed || !isDoer(g, g.lastNamed.sense) || !g.company.has(thing)) return false;
  g.close();
  g.named.push(own);
  const nextStands = isFillable ? 'holding' : 'beside';
  g.standing = next ? { stand: nextStands, isTurned: false, isOfFirst: false, said, isAct: false } : undefined;
  return true;
}

/** Who was named behind what they do has what they do it with. */
export function settleActivities({ activities, named }: Gathering): void {
  for (const { own, at } of activities) if (named[at]) named.splice(at + 1, 0, own);
}

/** Whether it is somebody, as far as a drawing goes. */
const isDoer = ({ company }: Gathering, thing: ThingSense): boolean =>
  company.isDressable(thing, { worn: [], isNobody: false, isOccasion: true });

const isFoodAt = ({ company, view }: Gathering, at: number): boolean => {
  const thing = view.thingAt(at);
  return thing !== undefined && company.areFood(thing, thing);
};

/** Whether the prompt names the thing itself: “surfing on a surfboard”. */
const isNamed = ({ view }: Gathering, thing: string, k: number): boolean =>
  view.spans.some((_, at) => at !== k && view.thingAt(at)?.names.includes(thing));
