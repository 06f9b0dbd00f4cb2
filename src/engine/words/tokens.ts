import { fold } from './fold.js';
import type { PartPhrase } from './part-phrase.js';
import { remembered } from './remembered.js';

/** A word of a prompt, or a letter of a script that does not part words. */
export interface Token {
  readonly kind: 'word' | 'letter' | 'emoji' | 'shortcode' | 'break' | 'comma';
  /** As it is looked up; of an emoji its characters without variation selectors. */
  readonly key: string;
  /** As it was written. */
  readonly raw: string;
  /** Whether it was marked by a `#`, or stands in quotes. */
  readonly mark: 'hash' | 'quote' | undefined;
  /** What was said of parts of the thing here, or before or behind it. */
  readonly parts?: readonly PartPhrase[];
}

const LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const EMOJI =
  '(?:[#*0-9]\\ufe0f?\\u20e3|\\p{RI}\\p{RI}|\\p{Extended_Pictographic}\\ufe0f?\\p{EMod}?(?:\\u200d\\p{Extended_Pictographic}\\ufe0f?\\p{EMod}?)*)';
const PARTS = new RegExp(
  [
    '(?<skipped>(?<=[\\p{L}\\p{N}])\\.(?:exe|dll|app|bat|sh|js|py|png|jpe?g|gif|webp|svg|pdf|mp[34]|zip|txt)(?![\\p{L}\\p{N}])|[Hh][Tt][Tt][Pp][Ss]?:\\/\\/\\S+|[Ww][Ww][Ww]\\.\\S+|<[@#!:&][^>\\s]*>|@[\\p{L}\\p{N}_.-]+)',
    ':(?<shortcode>[a-zA-Z0-9_+-]{2,40}):',
    `(?<emoji>${EMOJI})`,
    `(?<letter>[${LETTERS}]\\p{M}*)`,
    `(?<word>#?[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:['-][\\p{L}\\p{M}\\p{N}]+)*'?)`,
    '(?<quote>["“”„«»「」『』])',
    '(?<comma>[,،、，])',
    '(?<end>[.;!?。！？;…\\n|/+&()\\[\\]{}]+)',
  ].join('|'),
  'gu',
);
/** Letters and marks of a word that are looked up. */
const LONGEST_WORD = 64;
/** Articles that hang on the next word: “l'ours”, “dell'orso”. */
const ELIDED = /^(l|d|un|j|s(?!'mores?$)|c|qu|dell|nell|all|sull|dall|dun)'(?=\p{L}{2})/u;

/** The words of a prompt in their order, without what addresses somebody or somewhere. In time linear in its length. */
export function tokensOf(prompt: string): Token[] {
  const tokens: Token[] = [];
  let isQuoted = false;
  const text = asQuoted(spelledOut(prompt.normalize('NFC').replaceAll(/[’‘ʼ]/g, "'")));
  for (const { groups = {} } of text.matchAll(PARTS)) {
    const { shortcode, emoji, letter, word, quote, comma, end } = groups;
    const mark = isQuoted ? 'quote' : undefined;
    if (quote !== undefined) isQuoted = !isQuoted;
    else if (shortcode !== undefined)
      tokens.push({ kind: 'shortcode', key: shortcode.toLowerCase(), raw: `:${shortcode}:`, mark });
    else if (emoji !== undefined) tokens.push({ kind: 'emoji', key: emoji.replaceAll('\ufe0f', ''), raw: emoji, mark });
    else if (letter !== undefined) tokens.push({ kind: 'letter', key: folded(letter), raw: letter, mark });
    else if (word !== undefined) {
      // Hashtags are a list.
      if (word.startsWith('#') && tokens.length > 0) tokens.push({ kind: 'comma', key: ',', raw: ' ', mark });
      for (const part of partsOf(word)) tokens.push(wordToken(part, word, mark));
    } else if (comma !== undefined) tokens.push({ kind: 'comma', key: ',', raw: comma, mark });
    else if (end !== undefined) {
      const isAnd = end === '&' || end === '+';
      tokens.push(isAnd ? { kind: 'word', key: 'and', raw: end, mark } : { kind: 'break', key: '.', raw: end, mark });
    }
  }
  return tokens;
}

/** “#sadCat” is two words, “l'ours” too, “3x” a number. */
function partsOf(word: string): string[] {
  if (word.startsWith('#')) return word.slice(1).split(/(?<=\p{Ll})(?=\p{Lu})/u);
  const elided = ELIDED.exec(word.toLowerCase());
  if (elided) return [word.slice(elided[0].length)];
  const times = /^(?:(\d+)x|x(\d+))$/i.exec(word);
  return [times?.[1] ?? times?.[2] ?? word];
}

/** Nothing listed is longer, and what marks may be piled on a letter costs more than the letter. */
const folded = (word: string) => foldedOnce(word.slice(0, LONGEST_WORD));
const foldedOnce = remembered((word) => fold(word.normalize('NFKC')));

function wordToken(part: string, word: string, mark: Token['mark']): Token {
  const isHash = word.startsWith('#');
  const key = folded(part).replace(/'s?$/, '');
  return { kind: 'word', key, raw: part, mark: isHash ? 'hash' : mark };
}

/** Words in single quotes, and what a quote is of: “cat: "feed me"”. */
const SINGLE_QUOTED = /(?<![\p{L}\p{N}'])'([\p{L}\p{N}][^'"\n]{0,60}(?:'\p{L}[^'"\n]{0,60})*)'(?![\p{L}\p{N}'])/gu;
const OF_WHOM = /(?<=[\p{L}\p{N}])\s?:\s{0,3}(?=["“„«「『])/gu;

/** Single quotes as double ones; behind a colon stands what is said. */
function asQuoted(text: string): string {
  const quoted = text.includes("'") ? text.replaceAll(SINGLE_QUOTED, '"$1"') : text;
  return quoted.includes(':') ? quoted.replaceAll(OF_WHOM, ' saying ') : quoted;
}

/** “w/ a hat”, “w/o wings” */
function spelledOut(text: string): string {
  if (!/w\//i.test(text)) return text;
  return text.replaceAll(/(?<![\p{L}\p{N}])w\/(o(?!\p{L}))?/giu, (_, out) => (out ? ' without ' : ' with '));
}

/** Some tokens as they are looked up together. */
export function keyOf(tokens: readonly Token[], from: number, to: number): string {
  let key = tokens[from]!.key;
  for (let k = from + 1; k < to; k++)
    key += `${tokens[k]!.kind === 'letter' && tokens[k - 1]!.kind === 'letter' ? '' : ' '}${tokens[k]!.key}`;
  return key;
}

/** Some tokens as they were written. */
export function saidBy(tokens: readonly Token[], from: number, to: number): string {
  let said = tokens[from]!.raw;
  for (let k = from + 1; k < to; k++)
    said += `${tokens[k]!.kind === 'letter' && tokens[k - 1]!.kind === 'letter' ? '' : ' '}${tokens[k]!.raw}`;
  return said;
}
