import { KaleidoError } from '../../engine/basics/index.js';

/** What keeps the program from starting. `option` names one or more environment variables. */
export interface AppErrors {
  bad_setting: /** @param tokens variables of which one is enough */
    | { why: 'no_platform'; tokens: readonly string[] }
    | { why: 'address_taken'; option: string; host: string; port: string }
    | { why: 'no_bucket'; option: string; text: string };
  /** @param pid the process that has it */
  folder_in_use: { folder: string; pid: string };
  unwritable_output: { why: 'data_folder'; path: string };
}

/** A start that the settings do not allow, for the host to mend. */
export class AppError extends KaleidoError<AppErrors> {}
