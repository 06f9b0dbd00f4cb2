import { z } from 'zod';
import { PLATFORM_NAMES, PLATFORM_SETTINGS } from '../platforms/index.js';
import { MODEL } from './model.js';
import { NETWORK } from './network.js';
import { PAINTER } from './painter.js';
import { PRIOR } from './prior.js';
import { QUOTA } from './quota.js';
import { SERVICE } from './service.js';
import { STORAGE } from './storage.js';
import { setting, type Values } from './values/index.js';

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
  ...PAINTER,
  ...PRIOR,
  ...STORAGE,
  ...PLATFORM_SETTINGS,
  ...NETWORK,
  ...QUOTA,
  ...SERVICE,
} as const;

/** A value for each setting. */
export type Config = Values<typeof SETTINGS>;

const FOR_BOTS = new RegExp(`^(?:${PLATFORM_NAMES.join('|')})_`, 'i');
const OURS = new RegExp(`^(?:kaleido|${PLATFORM_NAMES.join('|')})_`.toUpperCase());

/** Whether a variable is for the chat platforms, which only a bot talks to: workers are not handed it. */
export const isForBots = (variable: string): boolean => FOR_BOTS.test(variable);

/** Whether a variable is called as ours are. */
export const looksLikeOurs = (variable: string): boolean => OURS.test(variable);
