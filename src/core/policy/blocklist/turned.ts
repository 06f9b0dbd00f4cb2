/** What is not ASCII and stands for a letter turned by half a turn, or mirrored. */
export const TURNED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'ɐɒ∀',
    b: 'ꓭᗺ𐐒',
    c: 'ɔƆↄ',
    d: 'ᗡꓷ',
    e: 'ǝɘƎə∃',
    f: 'ɟℲꟻᎸ',
    g: 'ƃᵷǫ⅁פᎮ',
    h: 'ɥʜ',
    i: 'ᴉı',
    j: 'ɾſŀᒉɈ',
    k: 'ʞ⋊Ʞ',
    l: 'ʃן˥⅂ꞁ⅃',
    m: 'ɯƜ',
    n: 'ᴎИ',
    p: 'ꟼԀ',
    q: 'Όꝺ',
    r: 'ɹɿᴚɺЯ',
    s: 'ƨƧꙅ',
    t: 'ʇ⊥┴Ʇƚ',
    u: '∩',
    v: 'ʌɅΛ',
    w: 'ʍ',
    y: 'ʎ⅄γ',
    z: 'ƹƸ',
  }).flatMap(([letter, characters]) => [...characters].map((one) => [one, letter] as const)),
);

/**
 * Letters and digits of ASCII that are others when turned or mirrored, or themselves. What looks so alone says nothing:
 * the word has to have one of `TURNED`.
 */
export const TURNED_ASCII: Readonly<Record<string, string>> = {
  b: 'qd',
  d: 'pb',
  p: 'dq',
  q: 'bp',
  n: 'u',
  u: 'n',
  m: 'w',
  w: 'm',
  M: 'w',
  W: 'm',
  6: 'g',
  9: 'b',
  L: 'j',
  J: 'l',
  V: 'a',
};
