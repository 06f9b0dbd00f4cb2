import { KaleidoError } from '../engine/basics/index.js';

/**
 * What of the settings cannot be used. `option` names an environment variable, and no value of a secret one is told.
 */
export interface SettingErrors {
  bad_setting:
    | { why: 'unusable'; option: string; text: string }
    | { why: 'unusable_secret'; option: string }
    /** @param known names that may have a price */
    | { why: 'unknown_price'; option: string; name: string; known: string }
    | { why: 'no_settings_file'; option: string; path: string }
    /** @param line from 1 */
    | { why: 'line_sets_nothing' | 'line_hash'; path: string; line: number }
    | { why: 'line_after_quote' | 'line_open_quote'; path: string; line: number; quote: string };
}

/** A setting that cannot be used, for the host to mend. */
export class SettingError extends KaleidoError<SettingErrors> {}
