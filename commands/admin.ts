import type { CommandSpec } from '../src/chat/command.js';
import { audit } from './admin/audit.js';
import { blocklist } from './admin/blocklist.js';
import { channels, policy } from './admin/policy.js';
import { status } from './admin/status.js';
import { timezone } from './admin/timezone.js';

/** Rules of a server and its channels, and how the bot is. */
export const admin: CommandSpec = {
  name: 'admin',
  isForAdmins: true,
  subcommands: { policy, channels, blocklist, timezone, status, audit },
};
