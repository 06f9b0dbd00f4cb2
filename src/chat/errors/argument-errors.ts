import { CoreError } from '../../core/basics/index.js';
import type { MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';

/** Why a value cannot be used: `argument.<reason>` is its text in the catalogue, with the data as placeholders. */
export interface ArgumentProblem {
  reason:
    | 'missing'
    | 'not_whole'
    | 'not_number'
    | 'out_of_range'
    | 'too_long'
    | 'not_flag'
    | 'not_choice'
    | 'bad_form'
    | 'not_mention'
    | 'unknown_option'
    | 'unknown_command'
    | 'unknown_subcommand'
    | 'no_value'
    | 'twice'
    | 'extra_words'
    | 'nothing_given'
    | 'no_latest'
    | 'no_cell'
    | 'one_of'
    | 'nested_alternatives'
    | 'too_many_alternatives';
  /** Numbers and words for the placeholders. */
  values?: Readonly<Record<string, string | number>>;
}

const KEYS: Readonly<Record<ArgumentProblem['reason'], MessageKey>> = {
  missing: 'argument.missing',
  not_whole: 'argument.not_whole',
  not_number: 'argument.not_number',
  out_of_range: 'argument.out_of_range',
  too_long: 'argument.too_long',
  not_flag: 'argument.not_flag',
  not_choice: 'argument.not_choice',
  bad_form: 'argument.bad_form',
  not_mention: 'argument.not_mention',
  unknown_option: 'argument.unknown_option',
  unknown_command: 'argument.unknown_command',
  unknown_subcommand: 'argument.unknown_subcommand',
  no_value: 'argument.no_value',
  twice: 'argument.twice',
  extra_words: 'argument.extra_words',
  nothing_given: 'argument.nothing_given',
  no_latest: 'argument.no_latest',
  no_cell: 'argument.no_cell',
  one_of: 'argument.one_of',
  nested_alternatives: 'argument.nested_alternatives',
  too_many_alternatives: 'argument.too_many_alternatives',
};

/** The `bad_value` error for an argument: `data.why` is a reason of `ArgumentProblem`, the other data its values. */
export function badArgument(option: string, { reason, values = {} }: ArgumentProblem): CoreError {
  return new CoreError('bad_value', { ...values, option, why: reason });
}

/**
 * The text of a `bad_value` error in the reader's language.
 * @param data of the error; a `why` that is no reason of an argument is the text of another check, and is shown as it is
 */
export function argumentErrorText(t: Translate, data: Readonly<Record<string, unknown>>): string {
  const option = String(data.option ?? '');
  const key = Object.entries(KEYS).find(([reason]) => reason === data.why)?.[1];
  if (key === undefined) return t('argument.other', { option, why: String(data.why ?? '') });
  const values = Object.entries(data).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return t(key, Object.fromEntries(values));
}
