import { setTimeout as sleep } from 'node:timers/promises';
import { createTranslator } from '../../../chat/i18n/index.js';
import type { ChatPlatform } from '../../../chat/index.js';
import type { Values } from '../../../settings/values/index.js';
import type { PlatformParts } from '../../offered-platform.js';
import { createDiscordPlatform } from '../platform.js';
import { keepRegistering } from '../register/index.js';
import type { DISCORD } from './settings.js';

/** Milliseconds that the start waits for the commands of Discord to be registered. */
const REGISTERED_WITHIN_MS = 10_000;

/** Discord as the settings want it, which registers its commands when it starts. */
export function makeDiscord(
  settings: Values<typeof DISCORD>,
  { controller, core, commands, store, owed, network, log }: PlatformParts,
): ChatPlatform {
  const { discordToken: token = '', discordApiUrl: api, discordCdnUrl: cdn, discordGuild: guild } = settings;
  const registering = { token, api, network, commands, translate: createTranslator, log };
  const platform = createDiscordPlatform({
    ...registering,
    shards: settings.discordShards,
    ...(cdn === undefined ? {} : { cdn }),
    controller,
    core,
    store,
    owed,
  });
  const stopping = new AbortController();
  let registered = Promise.resolve();
  return {
    ...platform,
    async start() {
      await platform.start();
      registered = keepRegistering({
        ...registering,
        signal: stopping.signal,
        ...(guild === undefined ? {} : { guildId: guild }),
      });
      // Commands are mostly there from before: the bot serves while Discord does not take new ones.
      await Promise.race([registered, sleep(REGISTERED_WITHIN_MS, undefined, { ref: false })]);
    },
    async stop() {
      stopping.abort();
      await platform.stop();
      await registered;
    },
  };
}
