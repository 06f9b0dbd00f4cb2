/** What went wrong, for code to branch on; the text for people is the message and the hint. */
export type KaleidoErrorCode =
  | 'empty_prompt'
  | 'prompt_too_long'
  | 'bad_option'
  | 'unknown_kind'
  | 'bad_pin'
  | 'bad_latent_code'
  | 'bundle_missing'
  | 'bundle_invalid'
  | 'bundle_corrupt'
  | 'provider_unavailable'
  | 'model_failed'
  | 'unreadable_input'
  | 'unwritable_output'
  /** The database cannot be started, reached or used. */
  | 'database_unavailable'
  /** The database is not one that this version can work with. */
  | 'database_invalid'
  /** The folder or bucket of pictures cannot be read or written. */
  | 'blobs_unavailable'
  /** The queue cannot be reached. */
  | 'queue_unavailable';

/** What an error carries besides its code and message. */
export interface KaleidoErrorOptions {
  /** What the reader can do about it, one sentence. */
  hint?: string;
  /** Facts for code and logs: the option's name, the file's path, the expected hash, … */
  data?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** Characters of a message at most; the longest that say nothing of what somebody typed have some 300. */
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
 * The one error class of Kaleido. `message` says kindly what is wrong and `hint` what to do; both may be shown to the
 * user as they are. Branch on `code`, never on the text. Anything else that is thrown is a bug or the abort reason of
 * an `AbortSignal`.
 */
export class KaleidoError extends Error {
  override readonly name = 'KaleidoError';
  readonly code: KaleidoErrorCode;
  readonly hint: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: KaleidoErrorCode, message: string, options: KaleidoErrorOptions = {}) {
    super(shortEcho(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.data = options.data ?? {};
  }
}
