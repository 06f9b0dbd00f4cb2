/** Data of a code that has none. */
export type NoData = Readonly<Record<string, never>>;

/** What a constructor of an error takes: a code of the map with the data of that code, and what caused it. */
export type Thrown<Codes> = {
  [Code in keyof Codes & string]: NoData extends Codes[Code]
    ? [code: Code, data?: Codes[Code], cause?: unknown]
    : [code: Code, data: Codes[Code], cause?: unknown];
}[keyof Codes & string];

/** Characters of a message at most. */
const LONGEST_MESSAGE = 500;

/**
 * A text whose middle makes way for an ellipsis where it is too long: what somebody typed stands there, between what is
 * said of it.
 */
export function shortEcho(text: string, most = LONGEST_MESSAGE): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 3) / 2);
  // Not between the halves of a surrogate pair.
  return `${text.slice(0, half).replace(/[\uD800-\uDBFF]$/, '')} … ${text.slice(-half).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

/**
 * The base of Kaleido's errors. A layer declares its codes as a map from code to data and throws a class of its own
 * over that map: what is wrong is a code, and numbers, names, paths and what somebody typed are its data. Of a code
 * whose data differ by what exactly is wrong, `why` says which. No error holds a sentence: `errorText` makes those of
 * code and data, in the reader's language, and `message` is for developers and logs. Anything else that is thrown is a
 * bug, a signal of the flow, or the abort reason of an `AbortSignal`.
 */
export abstract class KaleidoError<Codes extends object = Record<string, object>> extends Error {
  override readonly name: string = 'KaleidoError';
  readonly code: keyof Codes & string;
  readonly data: Codes[keyof Codes & string];

  constructor(...[code, data = {} as Codes[keyof Codes & string], cause]: Thrown<Codes>) {
    super(shortEcho(`${code} ${JSON.stringify(data)}`), cause === undefined ? undefined : { cause });
    this.code = code;
    this.data = data;
  }

  /** Whether it is of this code, which says what its data are. */
  is<Code extends keyof Codes & string>(
    code: Code,
  ): this is this & { readonly code: Code; readonly data: Codes[Code] } {
    return this.code === code;
  }
}
