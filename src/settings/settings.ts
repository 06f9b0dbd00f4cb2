import { z } from 'zod';
import { DISCORD } from './discord.js';
import { MODEL } from './model.js';
import { NETWORK } from './network.js';
import { QUOTA } from './quota.js';
import { SERVICE } from './service.js';
import { setting } from './setting.js';
import { SLACK } from './slack.js';
import { STORAGE } from './storage.js';

/** Stands for no settings file at all. */
export const NO_FILE = 'none';

/** Every setting, in the order in which the operating guide lists them. A group is a file. */
export const SETTINGS = {
  envFile: setting(
    'KALEIDO_ENV_FILE',
    `File to read these settings from, or \`${NO_FILE}\`.`,
    '`.env` in the working directory, where there is one',
    `Set it to the path of a file, or to ${NO_FILE}.`,
    z.string().optional(),
  ),
  ...MODEL,
  ...STORAGE,
  ...DISCORD,
  ...SLACK,
  ...NETWORK,
  ...QUOTA,
  ...SERVICE,
} as const;

/** A value for each setting. */
export type Config = { [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> };

/** Whether a variable is for the chat platforms, which only a bot talks to: workers are not handed it. */
export const isForBots = (variable: string): boolean => /^(?:DISCORD|SLACK)_/i.test(variable);
