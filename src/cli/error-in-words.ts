import { errorText } from '../chat/errors/index.js';
import type { KaleidoError } from '../engine/basics/index.js';
import { SETTINGS } from '../settings/index.js';

/** What an error of Kaleido says, in English: what is wrong, and from the next line on what to do. */
export function errorInWords(error: KaleidoError): string {
  const { option } = { option: undefined, ...error.data };
  const setting = Object.values(SETTINGS).find(({ variable }) => variable === option);
  return errorText(error, 'en', setting === undefined ? {} : { remedy: setting.remedy });
}
