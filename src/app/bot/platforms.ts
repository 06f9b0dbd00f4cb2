import type { ChatPlatform } from '../../chat/index.js';
import type { Log } from '../../core/basics/index.js';
import { createNetwork } from '../../network/index.js';
import { PLATFORMS } from '../../platforms/index.js';
import type { Config } from '../../settings/index.js';
import type { ChatParts } from './bot.js';

const switchedOn = (config: Config) => Object.values(PLATFORMS).filter((platform) => platform.isOn(config));

/** Whether a token of any chat platform is set. */
export function hasPlatform(config: Config): boolean {
  return switchedOn(config).length > 0;
}

/**
 * The chat platforms whose tokens are set.
 *
 * @throws KaleidoError `bad_setting` when the settings of one do not go together
 */
export function makePlatforms(
  config: Config,
  { core, controller, commands, owed, foundation: { store } }: ChatParts,
  log: Log,
): Promise<ChatPlatform[]> {
  const parts = { core, controller, commands, store, owed, network: createNetwork(config), log };
  return Promise.all(switchedOn(config).map((platform) => platform.make(config, parts)));
}
