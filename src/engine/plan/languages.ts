/** Words that hold a prompt together, by language (ISO 639-1): what tells languages apart, and where one thing ends and the next begins. */
export interface LittleWords {
  /** Articles and numbers: what begins a thing. */
  beginnings: readonly string[];
  /** Words between two things; “and” also stands between two colours. */
  links: readonly string[];
}

/** The languages that our bundle's captions use. */
export const LITTLE_WORDS: Readonly<Record<string, LittleWords>> = {
  en: {
    beginnings: ['a', 'an', 'the', 'one', 'two', 'three', '1', '2', '3'],
    links: ['and', 'with', 'next', 'to', 'of', 'in', 'on'],
  },
  de: {
    beginnings: ['ein', 'eine', 'einen', 'einer', 'einem', 'der', 'die', 'das', 'den', 'zwei', 'drei'],
    links: ['und', 'mit', 'neben'],
  },
  fr: { beginnings: ['un', 'une', 'le', 'la', 'les', 'des', 'deux', 'trois'], links: ['et', 'avec'] },
  es: { beginnings: ['un', 'una', 'el', 'la', 'los', 'las', 'dos', 'tres'], links: ['y', 'con'] },
  it: { beginnings: ['un', 'una', 'uno', 'il', 'lo', 'la', 'i', 'gli', 'le', 'due', 'tre'], links: ['e', 'con'] },
  pt: { beginnings: ['um', 'uma', 'o', 'a', 'os', 'as', 'dois', 'duas', 'tres'], links: ['e', 'com'] },
  nl: { beginnings: ['een', 'de', 'het', 'twee', 'drie'], links: ['en', 'met', 'naast'] },
};
