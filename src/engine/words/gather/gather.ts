import { isDoneTogether, isNotFalling } from '../acts.js';
import type { Moment } from '../feelings.js';
import { EVERYDAY_VERBS } from '../languages/index.js';
import { type Sense, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import { settleActivities, takeActivity } from './activities.js';
import { isStature } from './adjectives.js';
import { settleAirs, takeAir } from './airs.js';
import { takeAside, takePart, takePattern, takeSign, takeStyle, takeStyleOf, takeWritten } from './asides.js';
import { takeBackdrop } from './backdrops.js';
import { takeBreathed } from './breathed.js';
import type { Company } from './company.js';
import { isCostumeAt } from './costumes.js';
import { settleCute } from './cute.js';
import { doingAt } from './doing.js';
import { isEventAt, takeEvent } from './events.js';
import { faceOfLastAt, subjectOf, takeFlames } from './faces.js';
import { settleMe, settleNothing, takeMoment } from './feelings.js';
import { type Gathered, Gathering, type WordOrder } from './gathering.js';
import { grownPartAt, settleGrown } from './grown-parts.js';
import { settleHead, takeOnHead } from './heads.js';
import { isSocietyAt, noteHobby, settleHobby } from './hobbies.js';
import { takeKin } from './kin.js';
import { dressAs } from './likeness.js';
import { isBeforeInTime, joinsAdjectives, link, linkOf } from './linking.js';
import { meaningAt } from './meaning.js';
import { emptyPhrase, isOfEmoji } from './named.js';
import { nameThing } from './naming.js';
import { beginNegation, negate, settleParts } from './negating.js';
import { settleOccasions, takeOccasion } from './occasions.js';
import { takeOutfit } from './outfits.js';
import { partWords } from './part-words.js';
import { settleParty } from './parties.js';
import { askerAt } from './people.js';
import { settlePots, takePlant } from './plants.js';
import { takeRole } from './roles.js';
import { onGround, standAt, takeScene, takeThrough } from './scenes.js';
import { standOver } from './signs.js';
import { takeSpot } from './spots.js';
import { settleStates, takeHeap, takeState } from './states.js';
import { takeTime } from './times.js';
import { takeTogether } from './together.js';
import { hangOnUnknown, settleUnknown } from './unknown-subject.js';
import { settleWaiting, takeWaiting } from './waiting.js';
import { isOfPlace, takeWeather } from './weather.js';

/**
 * Follows the spans of a prompt in their order, and gathers what they say into things.
 * @param moment what is said besides of how somebody feels, when and where
 * @param isOfMe whether they tell of whoever says them
 */
export function gather(
  spans: readonly Span[],
  table: WordOrder,
  company: Company,
  moment: Moment | undefined,
  isOfMe: boolean,
): Gathered {
  const gathering = new Gathering(spans, table, company);
  if (moment && moment.company === undefined) {
    takeMoment(gathering, moment);
    settleAirs(gathering);
    return gathering.done();
  }
  for (let k = 0; k < spans.length; ) k += take(gathering, k);
  gathering.close();
  gathering.leaveOutAct();
  settleActivities(gathering);
  settleGrown(gathering);
  settlePots(gathering);
  settleWaiting(gathering);
  settleParts(gathering);
  settleHead(gathering);
  settleUnknown(gathering);
  settleHobby(gathering);
  settleParty(gathering);
  settleOccasions(gathering);
  settleNothing(gathering);
  settleStates(gathering);
  if (isOfMe) settleMe(gathering);
  settleCute(gathering);
  if (moment) takeMoment(gathering, moment);
  settleAirs(gathering);
  return gathering.done();
}

/** @returns how many spans were taken */
function take(g: Gathering, k: number): number {
  const span = g.view.spans[k]!;
  if (span.kind === 'break' || span.kind === 'comma') {
    pause(g, span.kind, k);
    return 1;
  }
  noteHobby(g, span);
  if (isSocietyAt(g, k) || isCostumeAt(g, k)) return 1;
  const timed = eventAt(g, k) ? 0 : takeTime(g, k);
  if (timed > 0) return timed;
  const together = takeSeveral(g, k, span);
  if (together > 0) return together;
  const told = takeThrough(g, k, span) ? 'stand' : takeTogether(g, k);
  if (told) {
    g.last = told;
    return 1;
  }
  const done = takeDone(g, k, span);
  if (done > 0) return done;
  const doing = doingAt(g, k);
  const sense = doing ?? askerAt(g, k) ?? faceOfLastAt(g, k) ?? grownPartAt(g, k) ?? meaningAt(g, k);
  const dressed = g.isNegated || doing ? undefined : takeOutfit(g, k, sense);
  if (dressed !== undefined) {
    g.last = 'thing';
    return dressed;
  }
  const role = sense?.role ?? 'unknown';
  if (g.isNegated && negate(g, span, sense)) {
    g.last = role;
    return 1;
  }
  const taken = sense === undefined ? takeUnknown(g, k, span) : apply(g, k, sense);
  g.last = role;
  return taken;
}

/** How something is, what is done or waited for, and who does a trade. @returns how many spans were taken */
function takeDone(g: Gathering, k: number, span: Span): number {
  if (takeHeap(g, k, span) || takeBreathed(g, k, span) || takeFlames(g, k)) {
    g.last = 'thing';
    return 1;
  }
  const stated = takeState(g, k, span);
  if (stated > 0) {
    g.last = 'mood';
    return stated;
  }
  const waited = takeWaiting(g, k, span);
  if (waited > 0) {
    g.last = 'thing';
    return waited;
  }
  if (takeActivity(g, k, span)) {
    g.last = 'action';
    return 1;
  }
  if (!takeRole(g, k, span)) return 0;
  g.last = 'thing';
  return 1;
}

/** A backdrop, a plant or a relative of more than one word, or a part of somebody's body. */
function takeSeveral(g: Gathering, k: number, span: Span): number {
  const together = takeBackdrop(g, k) || takePlant(g, k) || takeKin(g, k);
  const taken = together || takeSpot(g, k, span);
  if (taken > 0) g.last = together > 0 ? 'thing' : 'on-spot';
  return taken;
}

/** Whether a time is spent with something. */
function eventAt(g: Gathering, k: number): boolean {
  const event = senseOf(g.view.at(k)!.senses, 'event');
  return event !== undefined && isEventAt(g, k, event.isBefore);
}

function pause(g: Gathering, kind: 'break' | 'comma', k: number): void {
  const { open, view } = g;
  if (kind === 'comma' && !open.thing && !open.adjectives.isEmpty) {
    // “red, white and blue balloon”
    if (view.isAdjectiveAt(k + 1) || g.company.colouredThing(view.at(k + 1)?.key ?? '')) {
      open.adjectives.join('comma');
      return;
    }
    // “a red, a white and a blue balloon”
    if (open.hasStart && view.isAnotherAhead(k)) {
      g.elide();
      g.last = kind;
      return;
    }
  }
  g.close();
  g.leaveOutAct();
  g.standing = undefined;
  g.isFor = false;
  if (kind === 'break') g.isNegated = false;
  g.last = kind;
}

/** @returns how many spans were taken */
function apply(g: Gathering, k: number, sense: Sense): number {
  const span = g.view.spans[k]!;
  switch (sense.role) {
    case 'of':
    case 'tasting':
      return linkOf(g, k);
    case 'sign':
      return takeSign(g, k);
    case 'says':
      return takeWritten(g, k);
    case 'style':
      return takeStyle(g, k, sense);
    case 'style-of':
      return takeStyleOf(g, k);
    case 'aside':
      return takeAside(g, k);
    case 'thing':
      if (isOfPlace(g, k) || takeAir(g, span) || takeWeather(g, k, span)) return 1;
      if (!dressAs(g, k, sense)) standAt(g, k, sense);
      standOver(g, k, sense);
      nameThing(g, k, onGround(g, k, inItsColour(g, span, sense)));
      return 1;
    case 'stand':
      if (isBeforeInTime(g, k)) {
        g.leaveOut(g.view.said(k, k + 2), 'occasion');
        return 2;
      }
      if (isNotFalling(span.said, g.lastNamed?.standSaid ?? '')) return 1;
      if (ASLEEP.test(span.key) || ASLEEP_WORDS.has(span.key)) fallAsleep(g, k, sense);
      else link(g, sense, k);
      return 1;
    case 'and':
      if (joinsAdjectives(g, k)) (g.open.thing?.adjectives ?? g.open.adjectives).join('and');
      else link(g, { stand: 'and' }, k);
      return 1;
    case 'not':
      beginNegation(g, k);
      return 1;
    case 'part':
      takePart(g, span);
      return 1;
    default:
      return applyPhrase(g, k, sense);
  }
}

/** @returns how many spans were taken by what is more than a word */
function applyPhrase(g: Gathering, k: number, sense: Sense): number {
  const span = g.view.spans[k]!;
  switch (sense.role) {
    case 'on-head':
      return takeOnHead(g, k, span);
    case 'row':
      lineUp(g);
      return 1;
    case 'occasion':
      takeOccasion(g, span, sense);
      return 1;
    case 'event':
      takeEvent(g, span.said);
      return 1;
    case 'pattern':
      return takePattern(g, k, sense.pattern);
    default:
      describe(g, k, sense, span.said);
      return 1;
  }
}

/** So many stand in a row where a plural is said without a number. */
const SOME_IN_ROW = 3;

/** “Three ducks **in a row**”; of different things each stands beside the next anyway. */
function lineUp(g: Gathering): void {
  const last = g.lastNamed;
  if (g.last === 'stand') g.standing = undefined;
  // “並んだ三匹の猫”
  if (!last) g.open.way ??= 'row';
  if (!last) return;
  if (last.count === undefined && last.sense.isPlural && g.named.filter((one) => one !== last).length === 0)
    last.count = SOME_IN_ROW;
  if ((last.count ?? 1) > 1) last.way = 'row';
}

/** “A cat **sleeping on** a cloud” is asleep. */
const ASLEEP = /^(?:sleep(?:s|ing) |schlaf|dort |dormant |durmiendo |duerme |dormendo |dorme )/;
const ASLEEP_WORDS: ReadonlySet<string> = new Set(
  [EVERYDAY_VERBS.asleepOn, EVERYDAY_VERBS.asleepIn].flatMap(({ words }) => Object.values(words).flatMap(listed)),
);

/** “Sleeping on a sofa” is said of who was named, or in languages that say where first of who is to come. */
function fallAsleep(g: Gathering, k: number, sense: Extract<Sense, { role: 'stand' }>): void {
  const asleep = { word: 'sleeping', said: '', moods: ['sleeping'] };
  const isToCome = g.table.isHeadLast === true && g.view.isThingAhead(k);
  if (!isToCome) g.lastNamed?.adjectives.addMood(asleep);
  link(g, sense, k);
  if (isToCome) g.open.adjectives.addMood(asleep);
}

/** What is said of a thing, or of where it is and what it does. */
function describe(g: Gathering, k: number, sense: Sense, said: string): void {
  switch (sense.role) {
    case 'article':
      g.begin(undefined);
      return;
    case 'number':
      g.begin(sense.count, sense.way);
      return;
    case 'colour':
      g.target(k).addColour(sense.colour, said);
      return;
    case 'mood':
      if (sense.moods.length === 0) g.leaveOut(said, 'mood');
      else {
        const isShown = isOfEmoji({ said }) && !g.view.isThingAhead(k);
        // “Ramen on fire 🔥”
        const isBeforeEmoji = g.lastNamed !== undefined && isOfEmoji({ said: g.view.at(k + 1)?.said ?? '' });
        const target =
          (isShown ? subjectOf(g) : undefined) ??
          (isBeforeEmoji ? g.lastNamed!.adjectives : (g.whoFeels(k) ?? g.target(k)));
        target.addMood({ word: sense.word, said, moods: sense.moods });
      }
      return;
    case 'size':
      // “A girl with **long** hair”
      if (isStature(sense.size) && g.standing?.stand === 'with' && !g.view.isThingAhead(k)) return;
      g.target(k).setSize(sense.size, said);
      return;
    case 'measure':
      g.measure = g.view.spans[k]!;
      return;
    case 'trait':
      g.leaveOut(said, 'part');
      return;
    case 'action':
      if (isDoneTogether(said)) g.leaveOutTogether(said);
      else g.leaveOut(said, 'action');
      return;
    case 'place':
      if (isSomewhere(g, k)) return;
      if (g.standing?.stand === 'in' || g.standing?.stand === 'on') g.standing = undefined;
      g.leaveOut(said, 'place');
      return;
    default:
  }
}

/** “Red, white and **black hearts**” are hearts, whatever a black heart is. */
function inItsColour(g: Gathering, { key, said }: Span, sense: ThingSense): ThingSense {
  const { open, company, standing } = g;
  if (open.thing || (open.adjectives.colours.length === 0 && !g.hasElided)) return sense;
  const isListed = g.last === 'and' || open.adjectives.isOpen || g.hasElided;
  const coloured = isListed ? company.colouredThing(key) : undefined;
  if (!coloured) return sense;
  if (standing?.stand === 'and') g.standing = undefined;
  open.adjectives.join('and');
  open.adjectives.addColour(coloured.colour, said.split(' ')[0]!);
  return coloured.thing;
}

/** @returns how many spans were taken */
function takeUnknown(g: Gathering, k: number, span: Span): number {
  if (g.lastNamed && g.company.showsByItself(g.lastNamed.sense, partWords(span))) {
    g.takeCount(span.said);
    return 1;
  }
  // “pooping” is done, whatever it is.
  if (g.company.isDone(span.key)) {
    g.leaveOut(span.said, 'action');
    return 1;
  }
  g.unknown.push(span);
  hangOnUnknown(g, k);
  // An angry toaster is no more known than a toaster.
  if (!g.open.thing) g.open = emptyPhrase();
  return 1;
}

/** Whether a word for a place is one that can be shown. */
function isSomewhere(g: Gathering, k: number): boolean {
  const span = g.view.spans[k]!;
  return takeAir(g, span) || takeWeather(g, k, span) || takeScene(g, k, span);
}
