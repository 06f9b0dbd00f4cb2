import { PROVIDERS, type ProviderWish } from '../../engine/runtime/index.js';
import { CliError } from '../errors.js';

/**
 * Checks the names of execution providers.
 *
 * @throws KaleidoError `bad_option` naming the first that does not exist
 */
export function parseProviders(names: readonly string[]): ProviderWish[] {
  if (names.length === 1 && names[0] === 'auto') return ['auto'];
  return names.map((name) => {
    const provider = PROVIDERS.find((known) => known === name);
    if (provider !== undefined) return provider;
    const choices = ['auto', ...PROVIDERS];
    throw new CliError('bad_option', { why: 'unknown_provider', option: '--provider', text: name, choices });
  });
}
