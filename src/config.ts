import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownValue } from './engine/basics/index.js';
import { painterNames } from './remote/choices/index.js';
import { hidePassword, hideSecret } from './secrets.js';
import {
  type Config,
  isForBots,
  looksLikeOurs,
  NO_FILE,
  parseEnvFile,
  SETTINGS,
  SettingError,
} from './settings/index.js';

/** Secrets that libraries take from the environment by themselves. */
const FOREIGN_SECRETS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'PGPASSWORD'];

/** Bytes of a settings file. */
const LARGEST_FILE = 1024 * 1024;

type Variables = Readonly<Record<string, string | undefined>>;

/** A file that settings were taken from. */
export interface SettingsFile {
  path: string;
  /** Names that it set. */
  taken: readonly string[];
  /** Names that it holds but the environment had set already, which comes first. */
  passedOver: readonly string[];
  /** Names that look like settings of Kaleido and are none: slips of the pen. */
  unknown: readonly string[];
}

let settingsFile: SettingsFile | null = null;

/** The file that settings were taken from in this process; null when there was none. */
export const usedSettingsFile = (): SettingsFile | null => settingsFile;

/**
 * Takes the variables of `.env` in the working directory, or of the file that `KALEIDO_ENV_FILE` names, into this
 * process's environment, also for the libraries that have settings of their own. What the environment sets itself comes
 * first, blank too.
 *
 * @throws KaleidoError `bad_setting` when a line cannot be read, or the named file is not there
 */
export function takeSettingsFile(environment: NodeJS.ProcessEnv = process.env): SettingsFile | null {
  const named = textOf(environment, SETTINGS.envFile.variable) || undefined;
  const path = resolve(named ?? '.env');
  if (named === NO_FILE || (named === undefined && !existsSync(path))) return null;
  const entries = Object.entries(parseEnvFile(readSettingsFile(path), path));
  const isSet = ([name]: readonly [string, string]) =>
    namesOf(name).some((one) => ownValue(environment, one) !== undefined);
  const passedOver = entries.filter(isSet);
  const taken = entries.filter((entry) => !isSet(entry));
  Object.assign(environment, Object.fromEntries(taken));
  const names = (of: typeof entries) => of.map(([name]) => name).sort();
  settingsFile = {
    path,
    taken: names(taken),
    passedOver: names(passedOver),
    unknown: names(entries).filter(looksMisspelt),
  };
  return settingsFile;
}

/** A variable under all its names. */
function namesOf(name: string): string[] {
  const twin = Object.values(SETTINGS).find(({ alias, variable }) => alias === name || variable === name);
  return twin?.alias === undefined ? [name] : [twin.variable, twin.alias];
}

function readSettingsFile(path: string): string {
  try {
    const found = statSync(path);
    // A device or pipe may have no end, or make the start wait for ever.
    if (!found.isFile() || found.size > LARGEST_FILE) throw new TypeError('It is no file, or too large a one.');
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SettingError('bad_setting', { why: 'no_settings_file', option: SETTINGS.envFile.variable, path }, cause);
  }
}

function looksMisspelt(name: string): boolean {
  return looksLikeOurs(name) && !Object.values(SETTINGS).some(({ variable }) => variable === name);
}

/**
 * Reads the configuration from environment variables. A variable that is set but blank counts as unset.
 *
 * @throws KaleidoError `bad_setting` naming the variable that cannot be used
 */
export function readConfig(variables: Variables = process.env): Config {
  for (const name of FOREIGN_SECRETS) hideSecret(textOf(variables, name));
  const entries = Object.entries(SETTINGS).map(([name, { alias, variable, schema, isSecret }]) => {
    const text = textOf(variables, alias) ?? textOf(variables, variable);
    if (isSecret) (URL.canParse(text ?? '') ? hidePassword : hideSecret)(text);
    const parsed = schema.safeParse(text);
    if (parsed.success) return [name, parsed.data];
    throw new SettingError(
      'bad_setting',
      isSecret ? { why: 'unusable_secret', option: variable } : { why: 'unusable', option: variable, text: text ?? '' },
      parsed.error,
    );
  });
  // Every setting was parsed by its own schema just above, which is what the type says.
  const config = Object.fromEntries(entries) as Config;
  requireKnownPrices(config);
  return config;
}

/** @throws SettingError where something has a price that nothing paints with: it would be free unnoticed */
function requireKnownPrices(config: Config): void {
  const known = [...painterNames(config), 'kaleido'];
  const name = [...config.painterPrices.models.keys()].find((one) => !known.includes(one));
  if (name === undefined) return;
  const option = SETTINGS.painterPrices.variable;
  throw new SettingError('bad_setting', { why: 'unknown_price', option, name, known: known.join(', ') });
}

function textOf(variables: Variables, name: string | undefined): string | undefined {
  return name === undefined ? undefined : ownValue(variables, name)?.trim() || undefined;
}

/**
 * The environment for a worker of ours: this process's with `changes`, without what only bots need, and without a file,
 * which this one has read already.
 */
export function workerEnvironment(changes: Variables): NodeJS.ProcessEnv {
  return { ...withoutBotSettings(process.env), [SETTINGS.envFile.variable]: NO_FILE, ...changes };
}

/** This process's environment as it was before a settings file was read: for a process that reads the file itself. */
export function givenEnvironment(): NodeJS.ProcessEnv {
  const taken = new Set(settingsFile?.taken);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !taken.has(name)));
}

/**
 * Forgets what only bots need, also where a file or a host's environment has it: a worker paints what strangers ask
 * for.
 */
export function forgetBotSettings(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(environment)) if (isForBots(name)) Reflect.deleteProperty(environment, name);
}

function withoutBotSettings(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !isForBots(name)));
}
