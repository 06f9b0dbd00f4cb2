import { ownValue } from '../../basics/index.js';
import { BY_THE_WAY, GREETINGS, type Greeting, OCCASIONS, type Occasion } from '../languages/index.js';
import { meantThing, RANK, type Role, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import type { Adjectives } from './adjectives.js';
import type { Gathering } from './gathering.js';
import { type Named, type OccasionSense, plainNamed, type SaidOccasion } from './named.js';

/** What shows an occasion. */
type Shown = { readonly alone: string; readonly also?: string };

/** What a word for an occasion may mean besides without being less of one. */
const LESS: ReadonlySet<Role> = new Set(['thing', 'place', 'event', 'occasion']);

const isGreeting = (occasion: Occasion | Greeting): occasion is Greeting => Object.hasOwn(GREETINGS, occasion);

/** Whether a span means an occasion: what is also another word (“no”, “thanks”) only where it says all that is said. */
export function isOccasionAt({ view }: Gathering, k: number, sense: OccasionSense): boolean {
  const thing = view.thingAt(k);
  const surest = isGreeting(sense.occasion) ? RANK.synonym : RANK.name;
  const isOther =
    view.at(k)!.senses.some(({ role }) => !LESS.has(role)) || (thing !== undefined && thing.rank <= surest);
  return !isOther || view.isAllSaid(k, isGreeted);
}

export function takeOccasion(g: Gathering, span: Span, { occasion, names, isWish }: OccasionSense): void {
  const { said } = span;
  // “On halloween”, but “running from a **thanksgiving** turkey”
  const isOfThing = g.standing?.isAct === true && g.view.thingAt(g.view.spans.indexOf(span) + 1) !== undefined;
  if (!isOfThing && (g.last === 'stand' || g.last === 'article')) g.standing = undefined;
  g.occasions.push({ occasion, names, isWish, said });
}

/** Captions of people whom somebody greets. */
const GREETED: ReadonlySet<string> = new Set([
  'woman',
  'man',
  'old woman',
  'old man',
  'older person',
  'person',
  'boy',
  'girl',
  'child',
  'baby',
]);

/**
 * An occasion is what shows it where nothing else is named, and a wish also before whom it is for (“happy birthday
 * mom”). Beside another thing it is told as left out, unless that shows it.
 */
export function settleOccasions(g: Gathering): void {
  const { occasions, named, unknown } = g;
  const [first, ...others] = occasions;
  if (first === undefined) return;
  if (
    first.isWish &&
    named.length > 0 &&
    named.every((one) => one.adjectives.isEmpty && isJustSaid(one) && isGreeted(one.sense))
  )
    for (const { said, sense } of named.splice(0)) {
      if (sense.isFirstName) g.write(said);
      else g.leaveOut(said, 'action');
    }
  if (first.isWish) writeNames(g);
  const isAlone = named.length === 0 && (unknown.length === 0 || first.isWish) && first.names.length > 0;
  if (isAlone) named.push(shownAlone(first, g.loose));
  for (const { occasion, said } of isAlone ? others : occasions) {
    const isByTheWay = isGreeting(occasion) && BY_THE_WAY.has(occasion);
    const isShown = named.some(({ sense }) => sense.names.some((name) => showsOccasion(occasion, name)));
    if (!isByTheWay && !isShown && named.length > 0) g.leaveOut(said, 'occasion');
  }
}

/** “Happy birthday **Dave** cake” */
function writeNames(g: Gathering): void {
  for (const one of g.named) {
    const [, name, rest] = /^(\p{Lu}\p{L}{1,9}) (\p{Ll}.*)$/u.exec(one.said) ?? [];
    if (name === undefined || !one.sense.isGuess) continue;
    g.write(name);
    one.said = rest!;
    const isCake = one.sense.names[0] === 'cake' && g.company.has('birthday cake');
    one.sense = { ...one.sense, isGuess: false, ...(isCake ? { names: ['birthday cake'] } : {}) };
  }
}

const isGreeted = ({ names }: ThingSense): boolean => GREETED.has(names[0]!);
const isJustSaid = ({ stand }: Named): boolean => stand === undefined || stand === 'and';

function shownAlone({ names, said }: SaidOccasion, adjectives: Adjectives): Named {
  const sense = meantThing(names, true);
  return { ...plainNamed(sense, said), adjectives };
}

/** Whether a thing (caption name) shows an occasion. */
export function showsOccasion(occasion: Occasion | Greeting, name: string): boolean {
  const { alone, also = '' } = ownValue<Shown>(OCCASIONS, occasion) ?? ownValue<Shown>(GREETINGS, occasion)!;
  return ` ${alone} ${also} `.includes(` ${name.replaceAll(' ', '_')} `);
}
