import { actOfBoth, actOfTwo } from '../acts.js';
import { meantThing } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';
import { nameThing } from './naming.js';

/** Who does it with each other follows. */
const BETWEEN: ReadonlySet<string> = new Set('between zwischen entre tra fra tussen między между'.split(' '));

/**
 * Whether two do with each other what a word says that also is a thing, or how somebody feels: “a **high five**
 * between a robot and a boy”, “two frogs **kissing**”. With somebody behind it, it is what the one does to the other.
 */
function isTogetherAt(g: Gathering, k: number): boolean {
  const { spans } = g.view;
  const span = spans[k]!;
  if (g.isNegated) return false;
  if (isBeforeBoth(g, k)) return true;
  if (actOfBoth(span.key) === undefined) return false;
  const behind = spans.slice(k + 1).filter((_, at) => {
    const thing = g.view.thingAt(k + 1 + at);
    return thing !== undefined && g.company.isLiving(thing);
  }).length;
  const one = g.lastNamed;
  if (!one) return behind > 1 || BETWEEN.has(spans[k + 1]?.key ?? '');
  const before = g.named.length + (g.open.thing ? 1 : 0);
  return behind === 0 && (before > 1 || one.sense.isPlural || (one.count ?? 1) > 1);
}

/** “Two **arguing** ducks”, “zwei **streitende** Enten”: what is said of two right before they are named. */
function isBeforeBoth({ company, lastNamed, open, view }: Gathering, k: number): boolean {
  const [next, after] = [view.thingAt(k + 1), view.at(k + 2)];
  if (lastNamed || open.count !== 2 || !next || !company.isLiving(next) || (after && view.thingAt(k + 2))) return false;
  return actOfTwo(view.at(k)!.key) !== undefined;
}

/** Two who belong together, unless a number: “a **couple** dancing”, but “a couple of cats”. */
const COUPLES: ReadonlySet<string> = new Set(
  listed(
    'couple ein_paar lovers newlyweds paar pärchen liebespaar ehepaar amoureux pareja novios enamorados casal namorados coppia para カップル 情侣 커플',
  ),
);

/** Takes a couple as a woman and a man. @returns whether it is one */
function takeCouple(g: Gathering, k: number): boolean {
  const { view } = g;
  const { key, said } = view.at(k)!;
  const isCounting = view.roleAt(k + 1) === 'of' || view.thingAt(k + 1) !== undefined || view.isAdjectiveAt(k + 1);
  const isDone = view.isDoneAt(k + 1) || actOfBoth(view.at(k + 1)?.key ?? '') !== undefined;
  if (g.isNegated || !COUPLES.has(key) || (isCounting && !isDone)) return false;
  if (!g.company.has('woman') || !g.company.has('man')) return false;
  nameThing(g, k, meantThing(['woman'], true));
  g.close();
  g.named.push({ ...plainNamed(meantThing(['man'], true), said), stand: 'and', isTurned: false });
  return true;
}

/** Takes what two do with each other, and a couple as two. @returns what the word was; undefined where it is neither */
export function takeTogether(g: Gathering, k: number): 'action' | 'thing' | undefined {
  if (takeCouple(g, k)) return 'thing';
  if (!isTogetherAt(g, k)) return undefined;
  g.leaveOutTogether(g.view.at(k)!.said);
  return 'action';
}
