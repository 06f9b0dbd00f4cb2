import { KaleidoError } from '../../engine/basics/index.js';

/** Why what somebody gave a command cannot be used. */
export type ArgumentProblem =
  | { why: 'missing' | 'not_flag' | 'no_value' | 'twice' | 'extra_words' | 'no_latest' }
  | { why: 'not_whole' | 'not_number' | 'out_of_range'; min: number; max: number }
  | { why: 'too_long'; maxLength: number }
  | { why: 'not_choice' | 'unknown_subcommand' | 'nothing_given' | 'one_of'; choices: readonly string[] }
  | { why: 'bad_form'; value: string }
  | { why: 'not_mention'; type: string }
  /** @param nearest `none` where nothing is near */
  | { why: 'unknown_option' | 'unknown_command'; nearest: string }
  | { why: 'no_cell'; count: number };

/** What chat refuses before a use case hears of it. */
export interface ChatErrors {
  bad_value: { option: string } & ArgumentProblem;
}

/** Arguments that a command cannot be run with. */
export class ArgumentError extends KaleidoError<ChatErrors> {}

/** The error for the argument of an option. */
export function badArgument(option: string, problem: ArgumentProblem): ArgumentError {
  return new ArgumentError('bad_value', { ...problem, option });
}
