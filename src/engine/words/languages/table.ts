/** How one thing stands to another, as languages say it; the bundle's tables say what of it can be laid out. */
export type Stand =
  | 'beside'
  | 'on'
  | 'above'
  | 'in front of'
  | 'behind'
  | 'holding'
  | 'below'
  | 'wearing'
  | 'with'
  | 'in'
  | 'around';

/** How large something is beside others, or for its picture. */
export type Size = 'small' | 'large';

/**
 * What a language has words for besides names of things. Words are parted by spaces, `_` is a space within one. They
 * are folded when they are read, so accents may stand or not.
 */
export interface LanguageTable {
  /** Says nothing of the picture. */
  fillers: string;
  /** What somebody is like that no picture shows: “tall”, “old”. */
  traits?: string;
  /** Said to whoever paints; of a bundle's things only where nothing else is named: “please”, of folded hands. */
  courtesies?: string;
  /** Of fillers, those that begin a thing that is known: “the”. */
  definites?: string;
  /** Begins one thing. */
  articles: string;
  /** By the number: 2 and more. */
  numbers: Readonly<Record<number, string>>;
  /** More than can be counted. */
  many?: string;
  and: string;
  /** “of”, in “bowl of rice”. */
  of?: string;
  /** Joins a dish and what it tastes of, and says nothing elsewhere: “gelato **al** cioccolato”. */
  tasting?: string;
  /** By the English colour. */
  colours: Readonly<Record<string, string>>;
  /** By an English word for the mood. */
  moods: Readonly<Record<string, string>>;
  /** Words for how large something is. */
  sizes?: Readonly<Record<Size, string>>;
  stands: Readonly<Partial<Record<Stand, string>>>;
  /** What is done that no picture shows. */
  actions?: string;
  /** Where something is that is no thing. */
  places?: string;
  negations: string;
  /** Begins for whom or what it is. */
  asides?: string;
  /** Begins words that are to be written. */
  says?: string;
  /** What is followed by what it is: “letter”, of the letter K. */
  signs?: string;
  style?: string;
  /** By the English name of a thing: everyday nouns that CLDR lacks, with a plus behind those of several. */
  things?: Readonly<Record<string, string>>;
  /** Endings that say that there are several. */
  plurals?: RegExp;
  /**
   * Where such a form is another case of one thing: behind which words, and the endings that then say so. “На лошади”
   * is on one horse, “без шляпы” without one hat; several are “на лошадях”.
   */
  oneBehind?: readonly { readonly behind: string; readonly ends: RegExp }[];
  /** Stands that follow the thing that they are of, besides `stands`. */
  standsBehind?: Readonly<Partial<Record<Stand, string>>>;
  /** Whether all stands do so, and negations too: “tsuki no ue no neko”. */
  isHeadLast?: boolean;
  /** Endings that are words by themselves, and these: Turkish “-siz” is “without”. */
  suffixes?: Readonly<Record<string, string>>;
  /** Whether “of” has the head before it: “tarta de manzana” is a tarta. */
  hasHeadFirst?: boolean;
}
