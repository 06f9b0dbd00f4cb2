import { countThings, type Phrase } from './phrases.js';
import { plural } from './plurals.js';
import type { Reading } from './reading.js';

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three' };

/**
 * A text in plain English, as the prompts were that a bundle has learned from: “two sad red cats, flat style”. What names nothing is left out, and of
 * more things than a picture can have there are as many as it can. Several of one thing stand there alone; beside another, each is named: “a cat, a cat
 * and a dog”.
 */
export function worded({ phrases, style, language }: Pick<Reading, 'phrases' | 'style' | 'language'>): string {
  const { mostThings } = language;
  const total = countThings(phrases);
  const isMixed = phrases.length > 1 && total > phrases.length && total <= mostThings;
  const named = isMixed ? phrases.flatMap(each) : phrases;
  const parts = named.map((phrase, k) => {
    return `${k === 0 ? '' : joint(phrase, k === named.length - 1)}${said(phrase, mostThings)}`;
  });
  return parts.join('') + (style === undefined ? '' : `, ${style} style`);
}

function each(phrase: Phrase): Phrase[] {
  return new Array<Phrase>(phrase.count).fill({ ...phrase, count: 1, link: undefined });
}

/** What stands between two things: “a cat, a dog and a car”. */
function joint({ link }: Phrase, isLast: boolean): string {
  if (link === undefined) return isLast ? ' and ' : ', ';
  return ` ${link} `;
}

function said({ thing, count, colours, moods }: Phrase, most: number): string {
  const number = Math.min(count, most);
  // “in love”, “on fire”
  const late = moods.filter((mood) => mood.includes(' '));
  const early = moods.filter((mood) => !mood.includes(' '));
  const noun = number > 1 ? plural(thing!.english) : thing!.english;
  const words = [...early, colours.join(' and '), noun, ...late].filter((word) => word !== '').join(' ');
  return number > 1 ? `${NUMBERS[number] ?? number} ${words}` : `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
