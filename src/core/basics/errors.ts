/** What a rule refused, for code to branch on; `chat/i18n` turns code and data into words. */
export type CoreErrorCode =
  /** data: subject, limit, allowed, used, resetsAt (Date) */
  | 'quota_exceeded'
  /** data: term, where ('prompt' | 'pin'), kind? */
  | 'blocked_term'
  /** data: none */
  | 'disabled_here'
  /** data: action */
  | 'not_allowed'
  /** data: action: it belongs to a space, and this is outside of any */
  | 'no_space_here'
  /** data: id */
  | 'generation_unknown'
  /** data: status */
  | 'generation_unfinished'
  /** data: cell (from 1), count */
  | 'cell_unknown'
  /** data: kind, cell? */
  | 'latent_missing'
  /** data: kind, cell?: it is there, but of a model that this one does not understand */
  | 'latent_of_another_model'
  /** data: name */
  | 'saved_pin_unknown'
  /** data: limit */
  | 'too_many_saved_pins'
  /** data: none: everything is pinned, so nothing would change */
  | 'nothing_to_reroll'
  /** data: none */
  | 'nothing_to_cancel'
  /** data: missing ('permission' | 'support'), name */
  | 'platform_refused'
  /**
   * data: words, nearest: nothing is known of what the prompt names; these are the likeliest things that are known.
   * Where that is not why: excluded, what is asked for and kept out at once, or unwritten, words and signs that would
   * have to be written.
   */
  | 'nothing_known'
  /** data: option, why */
  | 'bad_value';

/** A request that a rule of the core refused. Nothing was charged or changed. */
export class CoreError extends Error {
  override readonly name = 'CoreError';
  readonly code: CoreErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: CoreErrorCode, data: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.data = data;
  }
}
