/** A number of 0–1, another one each time. */
export type Rng = () => number;

/**
 * Writes a term so that people still read it, and a comparison of characters does not. Null where this term cannot be
 * written so.
 */
export type Disguise = (term: string, rng: Rng) => string | null;

const LATIN = 'abcdefghijklmnopqrstuvwxyz';

const pick = <T>(from: readonly T[], rng: Rng): T => from[Math.floor(rng() * from.length)]!;
const each = (term: string, change: (letter: string, index: number) => string) => [...term].map(change).join('');
/** Alphabets by a code point or the letters of each; what they lack stays as it is. */
const shifted = (first: number) => [...LATIN].map((_, k) => String.fromCodePoint(first + k));
const spelled =
  (alphabet: readonly string[]): Disguise =>
  (term) => {
    const isLatin = [...term].every((letter) => letter === ' ' || LATIN.includes(letter));
    return isLatin ? each(term, (letter) => (letter === ' ' ? ' ' : alphabet[LATIN.indexOf(letter)]!)) : null;
  };
const oneOf =
  (...ways: Disguise[]): Disguise =>
  (term, rng) =>
    pick(ways, rng)(term, rng);
const between =
  (signs: readonly string[], isOften = false): Disguise =>
  (term, rng) => {
    const sign = pick(signs, rng);
    const letters = [...term];
    if (isOften) return letters.filter((one) => one !== ' ').join(sign);
    const places = new Set(
      Array.from({ length: 1 + Math.floor(rng() * 3) }, () => 1 + Math.floor(rng() * (letters.length - 1))),
    );
    return each(term, (letter, k) => (places.has(k) ? pick(signs, rng) + letter : letter));
  };

const HOMOGLYPHS: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'ЬƄᏏ',
  c: 'сϲⅽ',
  d: 'ԁⅾᏧ',
  e: 'еҽ℮',
  f: 'ſϝք',
  g: 'ɡցƍ',
  h: 'һհᏂ',
  i: 'іıɩ',
  j: 'јϳ',
  k: 'κкᴋ',
  l: 'ӏⅼ׀',
  m: 'мⅿ',
  n: 'ոռ',
  o: 'оοօ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'гᴦ',
  s: 'ѕƽꜱ',
  t: 'тτᴛ',
  u: 'υսᴜ',
  v: 'νѵᴠ',
  w: 'ԝաѡ',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢᏃ',
};
const BACK_TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'B',
  е: 'e',
  к: 'k',
  м: 'M',
  н: 'H',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 'T',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
};
const LEET: Readonly<Record<string, readonly string[]>> = {
  a: ['4', '@'],
  b: ['8', '6'],
  c: ['(', '<', '¢'],
  e: ['3', '€'],
  g: ['9', '6'],
  h: ['#', '|-|'],
  i: ['1', '!', '|'],
  k: ['|<'],
  l: ['1', '|', '£'],
  m: ['|\\/|', '/\\/\\'],
  n: ['|\\|', '/\\/'],
  o: ['0', '()'],
  s: ['5', '$', '§'],
  t: ['7', '+', '†'],
  u: ['(_)', '|_|'],
  v: ['\\/'],
  w: ['\\/\\/', 'vv'],
  x: ['><'],
  z: ['2'],
};
const TURNED = 'ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz';
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';
const SUPERSCRIPTS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ𐞥ʳˢᵗᵘᵛʷˣʸᶻ';
const FANCY = [
  '卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙',
  'αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz',
  'ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ',
  '₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ',
];
const INVISIBLE = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u2800',
  '\u115f',
  '\uffa0',
  '\ufe0f',
  '\ufe00',
  '\u034f',
  '\u180e',
  '\u{e0061}',
  '\u{e0101}',
  '\u2063',
  '\u200e',
  '\u061c',
  '\u0001',
  '\u001b',
];
const ACCENTS = [
  0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x316, 0x317, 0x323, 0x32d, 0x334, 0x335, 0x336, 0x337, 0x338, 0x340, 0x35c,
  0x361, 0x489, 0x20d2, 0x20e3, 0x1ab0, 0x1dc4,
].map((code) => String.fromCodePoint(code));
const marked: Disguise = (term, rng) =>
  each(term, (letter) => letter + Array.from({ length: 1 + Math.floor(rng() * 5) }, () => pick(ACCENTS, rng)).join(''));
const leetOf =
  (table: typeof LEET): Disguise =>
  (term, rng) => {
    const places = [...term].flatMap((letter, k) => (table[letter] ? [k] : []));
    if (places.length === 0 || places.length === term.length) return null;
    const sure = pick(places, rng);
    return each(term, (letter, k) =>
      k === sure || (table[letter] && rng() < 0.6) ? pick(table[letter]!, rng) : letter,
    );
  };
const leet = leetOf(LEET);
/** What has one sign for a letter can be set apart too: a letter drawn with several falls apart. */
const shortLeet = leetOf(
  Object.fromEntries(
    Object.entries(LEET).flatMap(([letter, ways]) => {
      const short = ways.filter((way) => way.length === 1);
      return short.length === 0 ? [] : [[letter, short]];
    }),
  ),
);
const homoglyphs: Disguise = (term, rng) => {
  const places = [...term].flatMap((letter, k) => ((HOMOGLYPHS[letter] ?? BACK_TO_LATIN[letter]) ? [k] : []));
  if (places.length === 0) return null;
  const sure = pick(places, rng);
  return each(term, (letter, k) => {
    const like = HOMOGLYPHS[letter] ?? BACK_TO_LATIN[letter];
    return like !== undefined && (k === sure || rng() < 0.5) ? pick([...like], rng) : letter;
  });
};
const fullwidth = spelled(shifted(0xff41));
const mathematical = oneOf(
  ...[
    0x1d400, 0x1d41a, 0x1d468, 0x1d4d0, 0x1d4ea, 0x1d56c, 0x1d586, 0x1d5a0, 0x1d5d4, 0x1d608, 0x1d63c, 0x1d670, 0x1d68a,
    0x1d552, 0x1d51e,
  ].map((first) => spelled(shifted(first))),
);
const spaced = between([' '], true);
const doubled: Disguise = (term, rng) => {
  const sure = Math.floor(rng() * [...term].length);
  return each(term, (letter, k) =>
    letter !== ' ' && (k === sure || rng() < 0.3) ? letter.repeat(2 + Math.floor(rng() * 3)) : letter,
  );
};
const entity = (letter: string, rng: Rng) => {
  const code = letter.codePointAt(0)!;
  return pick([`&#${code};`, `&#x${code.toString(16)};`, `&#0${code};`], rng);
};

/** The kinds of disguise that the product is measured by (docs/security.md, "Blocked words"). */
export const DISGUISES: Readonly<Record<string, Disguise>> = {
  confusables: homoglyphs,
  invisible: (term, rng) => {
    const at = 1 + Math.floor(rng() * ([...term].length - 1));
    return each(term, (letter, k) => (k === at || (k > 0 && rng() < 0.4) ? pick(INVISIBLE, rng) + letter : letter));
  },
  'emoji letters': oneOf(
    spelled(shifted(0x1f1e6)),
    (term, rng) => spelled(shifted(0x1f1e6))(term, rng)?.replace(/(?<=.)(?=.)/gu, ' ') ?? null,
    spelled(shifted(0x1f130)),
    spelled(shifted(0x1f170)),
    spelled(shifted(0x1f150)),
    spelled(shifted(0x24d0)),
    spelled(shifted(0x24b6)),
    spelled(shifted(0x249c)),
    (term) => (/[abo]/.test(term) ? term.replace(/[abo]/g, (one) => ({ a: '🅰️', b: '🅱️', o: '🅾️' })[one]!) : null),
  ),
  mathematical,
  'full width': fullwidth,
  'small letters': oneOf(spelled([...SMALL_CAPITALS]), spelled([...SUPERSCRIPTS])),
  marks: marked,
  'set apart': oneOf(
    spaced,
    between(['-', '.', '_', '*', '/', '|', '~', ', ', ' - ', '•', ' . ', '  ', '+', "'"], true),
    between(['-', '.', '_', '*', '\\', '~', '·', '|']),
  ),
  doubled,
  leet,
  'mixed scripts': oneOf(...FANCY.map((alphabet) => spelled([...alphabet])), (term, rng) => {
    const alphabets = [...FANCY, SMALL_CAPITALS].map((alphabet) => [...alphabet]);
    return [...term].every((one) => LATIN.includes(one))
      ? each(term, (letter) => (rng() < 0.4 ? letter : pick(alphabets, rng)[LATIN.indexOf(letter)]!))
      : null;
  }),
  'upside down': (term) => {
    const turned = spelled([...TURNED])(term, () => 0);
    return turned !== null && /[^a-z ]/.test(turned) ? [...turned].reverse().join('') : null;
  },
  'right to left': (term) => `\u202e${[...term].reverse().join('')}\u202c`,
  markup: oneOf(
    between(['**', '||', '__', '~~', '`', '*', '<b>', '</i>', '<wbr>', '&shy;', '&zwnj;', '&#8203;', '<!-- -->', '\\']),
    (term, rng) =>
      each(term, (letter, k) => (letter !== ' ' && (k === 0 || rng() < 0.5) ? entity(letter, rng) : letter)),
  ),
  two: (term, rng) => {
    const first = pick([homoglyphs, fullwidth, shortLeet, doubled, mathematical], rng)(term, rng);
    if (first === null) return null;
    return pick(
      [
        marked,
        spaced,
        between(INVISIBLE),
        between(['**', '-', '.', '_']),
        (text: string) => each(text, (one) => (rng() < 0.5 ? one.toUpperCase() : one)),
      ],
      rng,
    )(first, rng);
  },
};
