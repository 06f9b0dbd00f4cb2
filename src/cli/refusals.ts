import { refusalText } from '../chat/errors/index.js';
import { createTranslator } from '../chat/i18n/index.js';
import { CoreError } from '../core/basics/index.js';

/** What a rule of the core refused, in English, as the command line says it. */
export function refusalInWords(error: CoreError): string {
  const { code, data } = error;
  const context = { t: createTranslator('en'), locale: 'en', now: new Date() };
  return refusalText(new CoreError(code, { ...data, where: data.where ?? 'cli' }), context) ?? code;
}
