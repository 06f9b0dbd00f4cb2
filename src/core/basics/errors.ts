import { KaleidoError, type NoData, type RefusedWhy, type ValueProblem } from '../../engine/basics/index.js';
import type { GenerationStatus, QuotaLimits, QuotaSubject } from '../types.js';

/** Why a value that a use case is given cannot be used. */
export type CoreValueProblem =
  | ValueProblem
  | { why: 'no_cell_or_kind' | 'no_cells' | 'no_part' | 'painted_already' | 'not_emoji' }
  | { why: 'not_language' | 'not_time_zone' | 'no_letters' | 'reserved_name' | 'no_limit' | 'not_one_subject' }
  | { why: 'not_name'; maxLength: number }
  | { why: 'no_quota'; subject: string }
  | { why: 'nested_alternatives'; example: string }
  | { why: 'too_many_alternatives'; most: number };

/** What a rule refuses. */
export interface CoreErrors {
  /** `resetsAt` and its zone once the day is known. */
  quota_exceeded: {
    subject: QuotaSubject;
    limit: keyof QuotaLimits;
    /** Of costs in the host's unit, which `unit` names, as it is told. */
    allowed: number;
    used: number;
    unit?: string;
    resetsAt?: Date;
    timeZone?: string;
  };
  blocked_term: { term: string; where: 'prompt' | 'name' } | { term: string; where: 'pin'; kind: string };
  disabled_here: NoData;
  /** Admins do not allow the model where it was asked for. */
  model_refused: { model: string; choices: readonly string[] };
  not_allowed: { action: string };
  /** The action belongs to a space, and this is outside of any. */
  no_space_here: { action: string };
  generation_unknown: { id: string };
  generation_unfinished: { status: GenerationStatus };
  /** @param cell from 1 */
  cell_unknown: { cell: number | string; count: number };
  /** Its painter shows no picture there. @param cell from 1 */
  cell_refused: { cell: number; reason: RefusedWhy };
  latent_missing: { kind: string; cell?: number };
  /** It is there, but of a model that this one does not understand. */
  latent_of_another_model: { kind: string; cell?: number };
  saved_pin_unknown: { name: string };
  too_many_saved_pins: { limit: number };
  saved_thing_unknown: { name: string };
  /** Another of the same owner has the name. */
  saved_thing_taken: { name: string };
  too_many_saved_things: { limit: number };
  /** @param limit bytes of all pictures of the owner together */
  saved_things_too_large: { limit: number };
  /** The place takes no pictures of people's own: of nobody, or of admins alone. */
  own_pictures_refused: { who: 'nobody' | 'admins' };
  /** It looks like one that admins have blocked. */
  picture_blocked: NoData;
  /** Nobody had the time to look at it. */
  picture_not_looked_at: NoData;
  blocked_picture_unknown: { id: string };
  /** Everything is pinned, so nothing would change. */
  nothing_to_reroll: NoData;
  nothing_to_cancel: NoData;
  /**
   * Nothing is known of what the prompt names; `nearest` are the likeliest things that are known. Where that is not
   * why: `excluded`, what is asked for and kept out at once, or `unwritten`, words and signs that would have to be
   * written.
   */
  nothing_known: {
    words: readonly string[];
    nearest: readonly string[];
    excluded?: readonly string[];
    unwritten?: readonly string[];
  };
  /** What would paint it paints squares alone. `other` paints the shape; `none` where nothing does. */
  aspect_refused: { painter: string; aspect: string; other: string };
  /** What painted the picture makes none larger. `other` does; `none` where nothing does. */
  upscale_refused: { painter: string; other: string };
  /** The picture is one that was made larger. */
  upscaled_already: NoData;
  /** Another process took the request over from one that seemed dead, and told its asker to try again. */
  interrupted: NoData;
  bad_value: { option: string } & CoreValueProblem;
  /** Two pins give a value for one kind. */
  pinned_twice: { kind: string };
}

export type CoreErrorCode = keyof CoreErrors;

/** A request that a rule of the core refused. Nothing was charged or changed. */
export class CoreError extends KaleidoError<CoreErrors> {}
