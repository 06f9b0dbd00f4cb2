import type { CommandSpec } from '../../src/chat/commands/index.js';
import { findIn } from './find.js';
import { add, list, remove, rename } from './own.js';

/**
 * What can be drawn: what the bundle knows, and pictures of people's own.
 * @param groups of the bundle, 1–25
 */
export const thingsIn = (groups: readonly string[]): CommandSpec => ({
  name: 'things',
  defaultSubcommand: 'find',
  subcommands: { find: findIn(groups), add, list, rename, remove },
});
