import { KaleidoError } from '../engine/basics/index.js';

/** What the command line refuses. `option` names a flag or argument, `text` is what was written. */
export interface CliErrors {
  bad_option:
    | {
        why: 'flag_not_whole' | 'flag_not_number' | 'flag_not_interval';
        option: string;
        text: string;
        min: number;
        max: number;
      }
    | { why: 'no_ending'; option: string; path: string; endings: readonly string[] }
    | { why: 'other_ending'; option: string; path: string; ending: string; endings: readonly string[] }
    | { why: 'unknown_provider' | 'unknown_group'; option: string; text: string; choices: readonly string[] }
    | { why: 'nothing_like' | 'thing_form' | 'thing_twice'; option: string; text: string }
    | { why: 'prompts_unreadable' | 'no_prompts' | 'other_run' | 'no_results'; option: string; path: string }
    | { why: 'unknown_prompt'; option: string; path: string; prompt: string }
    | { why: 'no_shared_concept'; option: string }
    | { why: 'no_baseline'; option: string; methods: readonly string[] }
    | {
        why: 'too_few_pictures';
        option: string;
        real: number;
        generated: number;
        fewestReal: number;
        fewestGenerated: number;
      }
    /** @param painted pixels a side; @param read the same, of the evaluator */
    | { why: 'other_size'; option: string; painted: number; read: number };
  unwritable_output: { why: 'unwritten' | 'folder' | 'no_file'; path: string };
}

/** A command that cannot be run as it was written. */
export class CliError extends KaleidoError<CliErrors> {}
