import type { Aspect } from '../../engine/basics/index.js';

/** What the settings say of who paints, as far as a command's flags depend on it. */
export interface FlagsOfPainters {
  /** Models that people choose from, Kaleido itself among them; none where there is no choice. */
  models: readonly string[];
  aspects: readonly Aspect[];
}

/**
 * What can be chosen here, before anything is run: help offers no more. Settings that cannot be read offer nothing, and
 * are complained of by whoever runs the command.
 */
export async function flagsOfPainters(): Promise<FlagsOfPainters> {
  const [{ readConfig, takeSettingsFile }, { aspectsHere, painterNames }] = await Promise.all([
    import('../../config.js'),
    import('../../remote/choices/index.js'),
  ]);
  try {
    takeSettingsFile();
    const config = readConfig();
    const names = painterNames(config);
    return { models: names.length === 0 ? [] : [...names, 'kaleido'], aspects: aspectsHere(config) };
  } catch {
    return { models: [], aspects: [] };
  }
}
