import type { OutfitSense } from '../outfits.js';
import { meantThing, RANK, type Sense } from '../sense.js';
import type { Span } from '../spans.js';
import { isCostumeWord } from './costumes.js';
import { isDoneTo } from './doing.js';
import type { Gathering } from './gathering.js';
import { isSaidAs } from './likeness.js';
import { emptyPhrase, type Named } from './named.js';
import { nameThing } from './naming.js';
import { REACH } from './span-view.js';

/** What may stand between a costume and who wears it. */
const BETWEEN: ReadonlySet<string | undefined> = new Set(['size', 'filler', 'trait', 'colour', 'mood', 'pattern']);
/** Who is drawn where nobody else wears an outfit. */
const SOMEBODY = ['man', 'woman', 'person', 'boy', 'girl'] as const;

/**
 * “A **wizard** cat”, “gato **pirata**”, “a dog dressed as a **chef**”: who is called by whom somebody is dressed as
 * wears what that one wears.
 * @param sense of the word, by what stands around it
 * @returns how many spans were taken; undefined where no outfit is meant
 */
export function takeOutfit(g: Gathering, k: number, sense: Sense | undefined): number | undefined {
  const { view, company } = g;
  const span = view.at(k)!;
  // A keyword in some language is a hint, and nobody's name.
  const thing = sense?.role === 'thing' && sense.rank <= RANK.foreign ? sense : undefined;
  const outfit = company.outfitOf(span.key, thing);
  if (!outfit) return undefined;
  const wearer = wearerBefore(g, k, outfit);
  if (wearer) {
    dress(g, wearer, outfit, span);
    if (g.standing) {
      g.standing = undefined;
      g.open = emptyPhrase();
    }
    return isCostumeWord(view.at(k + 1)) ? 2 : 1;
  }
  if (isWearerAhead(g, k, outfit)) {
    g.open.outfit = { worn: outfit.worn, said: span.said };
    // Who is evil looks so too.
    if (sense?.role === 'mood') g.open.adjectives.addMood({ word: sense.word, said: span.said, moods: sense.moods });
    return 1;
  }
  const { who } = outfit;
  if (!outfit.isNobody || (who === undefined && isNamed(g, k))) return undefined;
  g.open.outfit = { worn: outfit.worn, said: span.said };
  nameThing(g, k, meantThing(who ?? [...SOMEBODY], false));
  return 1;
}

/** Whether the word is the name of a thing as well. */
function isNamed({ view }: Gathering, k: number): boolean {
  const thing = view.thingAt(k);
  return thing !== undefined && thing.rank <= RANK.synonym;
}

/** A man in a tuxedo is drawn in it; who else is has what can be worn of it, in the colour that was said of it. */
function dress(g: Gathering, wearer: Named, { worn, drawn = [], isGarment }: OutfitSense, { said }: Span): void {
  const { sense } = wearer;
  if (drawn.length > 0 && g.company.isPerson(sense) && SOMEBODY.some((name) => name === sense.names[0]))
    wearer.sense = { ...sense, names: drawn };
  else
    wearer.outfit ??= { worn, said, colours: g.standing ? g.open.adjectives.colours : [], isGuess: isGarment === true };
}

/** Who was named before, and is said to be dressed so. */
function wearerBefore(g: Gathering, k: number, outfit: OutfitSense): Named | undefined {
  const { view, company, open, standing, table } = g;
  const last = g.lastNamed;
  if (!last || !company.isDressable(last.sense, outfit)) return undefined;
  const isCostume = isCostumeWord(view.at(k + 1));
  if (isSaidAs(g, k)) return isWearerAhead(g, k, outfit) ? undefined : last;
  if (standing) {
    const isIn = standing.stand === 'in' || standing.stand === 'with';
    const isPutOn = standing.stand === 'wearing' || (isIn && (isCostume || outfit.isGarment));
    return isPutOn && !isWearerAhead(g, k, outfit) ? last : undefined;
  }
  if (outfit.isGarment) return undefined;
  // “gato mago”, “cat wizard”, but a pizza chef is a chef
  const isNext = open.thing === last && g.last === 'thing' && !isWearerAhead(g, k, outfit);
  return isNext && (table.hasHeadFirst === true || company.isSomebody(last.sense)) ? last : undefined;
}

/** Whether who wears it is named behind it. */
function isWearerAhead({ view, company, table }: Gathering, k: number, outfit: OutfitSense): boolean {
  for (let at = k + 1; at < Math.min(view.spans.length, k + REACH); at++) {
    // “An astronaut **walking** a dog”
    if (view.isDoneAt(at) || isDoneTo(view, at, company)) return false;
    const thing = view.thingAt(at);
    if (thing) return company.isDressable(thing, outfit) && !company.isWorn(thing);
    // “海賊の猫”
    const isOf = view.roleAt(at) === 'of' && table.isHeadLast === true;
    if (view.isPauseAt(at) || !(isOf || BETWEEN.has(view.roleAt(at)))) return false;
  }
  return false;
}
