import type { Language } from './language.js';
import { countThings, type Phrase } from './phrases.js';

/**
 * A text as captions would have it, in lower case and without accents: without the words that they have not, and without what was said with these of nothing known. Captions have several
 * of one thing alone; beside another, each is named: “two cats and a dog” is “a cat, a cat and a dog”.
 */
export function worded(phrases: readonly Phrase[], { wording, mostThings }: Language): string {
  const [article] = wording.articles;
  const kinds = phrases.filter(({ thing }) => thing !== undefined).length;
  const total = countThings(phrases);
  const isMixed = kinds > 1 && total > kinds && total <= mostThings;
  const parts: Part[] = [];
  let isTorn = false;
  for (const phrase of phrases) {
    if (!saysAnything(phrase)) {
      isTorn = true;
      continue;
    }
    const isThing = phrase.thing !== undefined;
    // What stood between two things was left out: “a cat wearing a crown”.
    const isLoose = isTorn && isThing && parts.at(-1)?.isThing === true && phrase.lead.length === 0;
    const part = { lead: isLoose ? [wording.and] : phrase.lead, words: saidOf(phrase), isThing };
    parts.push(...(isMixed && isThing ? each(phrase, article!) : [part]));
    isTorn = phrase.isPartial;
  }
  return join(isMixed ? listed(parts, wording.and) : parts);
}

interface Part {
  lead: readonly string[];
  words: readonly string[];
  isThing: boolean;
}

function saysAnything({ thing, hasFamiliar, colours, isPartial }: Phrase): boolean {
  return thing !== undefined || hasFamiliar || (colours.length > 0 && !isPartial);
}

function saidOf({ start, before, thing, after }: Phrase): string[] {
  return [start, ...before, thing?.captioned ?? '', ...after];
}

function each({ start, count, before, thing, after, lead }: Phrase, article: string): Part[] {
  const words = [count > 1 ? article : start, ...before, thing!.singular, ...after];
  return new Array<Part>(count).fill({ lead, words, isThing: true });
}

/** Things one after the other, “and” before the last. */
function listed(parts: readonly Part[], and: string): Part[] {
  const first = parts.findIndex(({ isThing }) => isThing);
  const last = parts.findLastIndex(({ isThing }) => isThing);
  return parts.map((part, k) => (part.isThing && k > first ? { ...part, lead: [k === last ? and : ','] } : part));
}

function join(parts: readonly Part[]): string {
  return parts
    .flatMap(({ lead, words }, k) => (k === 0 ? words : [...lead, ...words]))
    .filter((word) => word !== '')
    .join(' ')
    .replaceAll(' ,', ',');
}
