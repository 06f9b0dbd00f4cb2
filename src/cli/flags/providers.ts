import { KaleidoError } from '../../engine/basics/index.js';
import { PROVIDERS, type Provider } from '../../engine/runtime/index.js';

/**
 * Checks the names of execution providers.
 *
 * @throws KaleidoError `bad_option` naming the first that does not exist
 */
export function parseProviders(names: readonly string[]): Provider[] {
  return names.map((name) => {
    const provider = PROVIDERS.find((known) => known === name);
    if (provider !== undefined) return provider;
    throw new KaleidoError('bad_option', `There is no execution provider "${name}".`, {
      hint: `Choose from ${PROVIDERS.join(', ')}.`,
      data: { option: '--provider' },
    });
  });
}
