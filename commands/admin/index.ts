import type { CommandSpec } from '../../src/chat/commands/index.js';
import { audit } from './audit.js';
import { blockedPictures, blockPicture } from './blocked-pictures.js';
import { blocklist } from './blocklist.js';
import { models } from './models.js';
import { channels, policy } from './policy.js';
import { status } from './status.js';
import { timezone } from './timezone.js';

/** Rules of a server and its channels, and how the bot is. */
export const admin: CommandSpec = {
  name: 'admin',
  isForAdmins: true,
  subcommands: {
    policy,
    channels,
    blocklist,
    models,
    'block-picture': blockPicture,
    'blocked-pictures': blockedPictures,
    timezone,
    status,
    audit,
  },
};
