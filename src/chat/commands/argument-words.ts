import { ownValue } from '../../engine/basics/index.js';

/** A word that may be a flag. */
export interface Flag {
  /** Lower case, without dashes: `variety`, `no-private`. */
  name: string;
  /** What follows the equals sign. */
  value: string | null;
  /** Written as `name:value`; it is a flag only when the value is one that an option of the name takes. */
  isColon: boolean;
  /** Led by one long dash, as phones make of two short ones; it is a flag only when an option has the name. */
  isDash: boolean;
}

/** A piece of a text between spaces; quotes keep spaces inside. */
export interface Word {
  /** As it stands in the text. */
  raw: string;
  /** Without the quotes that keep it together. */
  text: string;
  /** The whole word is quoted: never a command or a flag. */
  isQuoted: boolean;
  isFlagLike: boolean;
  flag: Flag | null;
}

/** Opening quotes with what closes them; phones insert the curved ones. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '„': '“”"',
  '”': '”"',
  '«': '»',
  "'": "'’",
  '‘': "’'",
};
const FLAG = /^(--|—|–)([a-z][a-z0-9_-]*)(?:=([\s\S]*))?$/i;
/** As Discord shows options. */
const COLON = /^([a-z][a-z0-9_-]*):(\S+)$/i;

/**
 * Splits a text into words. A quote opens only where a word or a flag's value begins and closes only where one ends, so
 * that the apostrophe of `a cat's hat` is one; a quote that nothing closes is a character like any other.
 */
export function lex(text: string): Word[] {
  const words: Word[] = [];
  const closing = quotesOf(text);
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at++;
      continue;
    }
    const end = endOfWord(text, at, closing);
    words.push(toWord(text.slice(at, end)));
    at = end;
  }
  return words;
}

function endOfWord(text: string, start: number, closing: ClosingQuote): number {
  for (let at = start; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) return at;
    if (at === start || text.charAt(at - 1) === '=') at = closing(at) ?? at;
  }
  return text.length;
}

/** Where the quote that opens at a place closes: before a space, a mark of punctuation or the end. */
type ClosingQuote = (at: number) => number | undefined;

/**
 * Asked from the text's beginning to its end, it passes over the text once for each kind of quote, however many never
 * close.
 */
function quotesOf(text: string): ClosingQuote {
  const next = new Map<string, number>();
  return (at) => {
    const opening = text.charAt(at);
    const closing = ownValue(QUOTES, opening);
    if (closing === undefined) return undefined;
    let end = next.get(opening) ?? 0;
    if (end <= at) {
      end = at + 1;
      while (
        end < text.length &&
        !(closing.includes(text.charAt(end)) && /^(?:$|[\s.,;:!?)])/.test(text.slice(end + 1, end + 2)))
      ) {
        end++;
      }
      next.set(opening, end);
    }
    return end < text.length ? end : undefined;
  };
}

function toWord(raw: string): Word {
  const inner = unquote(raw);
  if (inner !== null) return { raw, text: inner, isQuoted: true, isFlagLike: false, flag: null };
  const match = FLAG.exec(raw);
  const flag =
    match === null
      ? colonFlag(raw)
      : {
          name: match[2]!.toLowerCase().replaceAll('_', '-'),
          value: match[3] === undefined ? null : (unquote(match[3]) ?? unquoteValue(match[3])),
          isColon: false,
          isDash: match[1] !== '--',
        };
  return { raw, text: unquoteValue(raw), isQuoted: false, isFlagLike: match !== null, flag };
}

function colonFlag(raw: string): Flag | null {
  const [, name, value] = COLON.exec(raw) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name: name.toLowerCase().replaceAll('_', '-'), value, isColon: true, isDash: false };
}

/** What one pair of quotes encloses, or null when it does not enclose all of the text. */
function unquote(text: string): string | null {
  return text.length > 1 && quotesOf(text)(0) === text.length - 1 ? text.slice(1, -1) : null;
}

/** `boxes="cat 0,16,64,112"` without its quotes. */
function unquoteValue(text: string): string {
  const equals = text.indexOf('=');
  const inner = equals < 0 ? null : unquote(text.slice(equals + 1));
  return inner === null ? text : text.slice(0, equals + 1) + inner;
}
