import { KaleidoError } from './engine/errors.js';
import { type Config, SETTINGS } from './settings.js';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables. A variable that is set but blank counts as unset.
 *
 * @throws KaleidoError `bad_option` naming the variable that cannot be used
 */
export function readConfig(variables: Variables = process.env): Config {
  const entries = Object.entries(SETTINGS).map(([name, { variable, schema, remedy, isSecret }]) => {
    const text = variables[variable]?.trim() || undefined;
    const parsed = schema.safeParse(text);
    if (parsed.success) return [name, parsed.data];
    throw new KaleidoError(
      'bad_option',
      `The environment variable ${variable} cannot be used${isSecret ? '' : `: "${text}"`}.`,
      {
        hint: remedy,
        data: { option: variable },
        cause: parsed.error,
      },
    );
  });
  // Every setting was parsed by its own schema just above, which is what the type says.
  return Object.fromEntries(entries) as Config;
}

/** The environment for a process of ours: this one's, with `changes`. */
export function childEnvironment(changes: Variables): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
