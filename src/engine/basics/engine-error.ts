import { KaleidoError, type NoData } from './errors.js';
import type { ValueProblem } from './value-problem.js';

/** Why a value of a latent kind cannot be used. `entry` is what somebody wrote, one of several in a value. */
export type PinProblem =
  | { why: 'empty' | 'blank_text' | 'none' | 'no_colours' | 'long_entry' | 'shares_over' | 'no_share_left' }
  | { why: 'not_box' | 'box_corners' | 'not_ellipse' | 'long_radius'; entry: string }
  | { why: 'unknown_colour' | 'no_share' | 'not_whole' | 'not_read'; entry: string }
  | { why: 'too_many' | 'too_many_colours'; most: number; count: number }
  | { why: 'code_count'; cells: number; count: number }
  | { why: 'unknown_code'; given: number; max: number }
  | { why: 'too_long'; most: number }
  | { why: 'unreadable'; said: string }
  /** A model reads `read` of what was said, and no more. */
  | { why: 'cut'; said: string; read: string };

/** How a kind is written: a value as an example, and for kinds with places the pixels of the picture's side. */
export interface HowToWrite {
  example: string;
  side?: number;
}

/** Why a draft, as a code or a record has it, cannot be drawn: what of it the memory at hand lacks. */
export type DraftProblem =
  | { why: 'unknown_picture'; thing: string; picture: string }
  | { why: 'unknown_part'; thing: string; part: string }
  | { why: 'unknown_paint' | 'unknown_colour' | 'unknown_face' | 'unknown_sign'; wanted: string }
  | { why: 'no_places'; count: number; kind: string };

/**
 * Why a painter shows no picture: its rules forbid what was asked for, it came back black as a filter leaves it, or its
 * checker objects to what came out.
 */
export const REFUSED_WHYS = ['policy', 'black', 'unsafe'] as const;
export type RefusedWhy = (typeof REFUSED_WHYS)[number];

/**
 * What the engine refuses or cannot do. `detail` is what a file, the system or onnxruntime says of itself: it goes to
 * hosts and has one language.
 */
export interface EngineErrors {
  empty_prompt: NoData;
  prompt_too_long: { most: number };
  /** @param option of a request, with dots between the names of nested ones */
  bad_option: { option: string } & ValueProblem;
  bad_draft: DraftProblem;
  unknown_kind: { name: string; kinds: readonly string[] };
  bad_pin: { kind: string } & (
    | (PinProblem & HowToWrite)
    | { why: 'long_pin'; most: number }
    | { why: 'no_value'; text: string }
    /** In a request, where nobody wrote it as text. */
    | { why: 'bad_shape'; option: string }
  );
  bad_latent_code:
    | { why: 'long_code'; most: number }
    | { why: 'characters' | 'too_short' | 'checksum' | 'breaks_off' | 'impossible' | 'other_model' }
    | { why: 'version'; version: number }
    | { why: 'unknown_kind'; name: string };
  bundle_missing: { path: string; manifestFile: string };
  bundle_invalid:
    | { why: 'file'; path: string; detail: string }
    /** @param shipped the folder of its kind that comes with this version */
    | { why: 'format'; path: string; format: number; read: number; shipped: string };
  bundle_corrupt: { why: 'file'; path: string; detail: string } | { why: 'words' };
  model_failed:
    | { why: 'unopened'; path: string; detail: string }
    | { why: 'failed'; path: string; provider: string; detail: string }
    | { why: 'no_output' | 'output_type'; name: string; type: string }
    | { why: 'other_graph' };
  /** An engine over HTTP does not answer, or asks to wait: it may be back any moment. */
  painter_away: { host: string; detail: string };
  /** It says that it failed. */
  painter_failed: { host: string; detail: string };
  /** What it is, or answers, is nothing that pictures can be had of. */
  painter_invalid:
    | { why: 'login' | 'elsewhere' | 'unpaid'; host: string }
    | { why: 'not_api' | 'bad_picture' | 'size' | 'workflow_refused'; host: string; detail: string }
    | { why: 'no_workflow' | 'editor_workflow'; path: string }
    | { why: 'no_node'; path: string; node: string }
    | { why: 'no_input'; path: string; node: string; id: string; type: string; has: string }
    | { why: 'no_folder' | 'no_module' }
    | { why: 'bad_module'; path: string; detail: string }
    | { why: 'no_file' | 'no_numbers'; path: string }
    | { why: 'bad_file' | 'bad_graph'; path: string; detail: string }
    | { why: 'cut_file'; path: string; bytes: number; wanted: number }
    | { why: 'unknown_pipeline' | 'unknown_scheduler'; path: string; has: string; known: string }
    | { why: 'fixed_size'; path: string; side: number }
    | { why: 'too_large'; host: string; most: number }
    | { why: 'other_model'; host: string; wanted: string; detail: string };
  /** It paints no such picture: it says so, its checker objects to what came out, or its filter left it all black. */
  painter_refused: { why: RefusedWhy | 'aspect' | 'upscale' };
  /** A language model over HTTP that plans does not answer, or asks to wait. */
  prior_away: { host: string; detail: string };
  /** What it is, or answers, is nothing that plans can be had of. */
  prior_invalid:
    | { why: 'login'; host: string }
    | { why: 'not_api' | 'no_plan'; host: string; detail: string }
    | { why: 'no_folder' }
    | { why: 'no_library'; command: string }
    | { why: 'bad_folder'; path: string; detail: string }
    | { why: 'late'; path: string; seconds: number }
    | { why: 'other_model'; host: string; wanted: string; detail: string };
  unreadable_input:
    | { why: 'unreadable' | 'no_file'; path: string }
    | { why: 'too_large'; path: string; bytes: number; most: number };
}

/** What went wrong in the engine, for code to branch on. */
export type EngineErrorCode = keyof EngineErrors;

/** What the engine throws where somebody can mend it. */
export class EngineError extends KaleidoError<EngineErrors> {}
