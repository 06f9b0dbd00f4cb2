import { setTimeout as sleep } from 'node:timers/promises';
import { createTranslator } from '../../chat/i18n/index.js';
import type { ChatPlatform } from '../../chat/index.js';
import type { Log } from '../../core/basics/index.js';
import { createNetwork, type Network } from '../../network/index.js';
import { createDiscordPlatform, keepRegistering } from '../../platforms/discord/index.js';
import { createSlackPlatform, type SlackAuthorisation, type SlackConnection } from '../../platforms/slack/index.js';

import type { Config } from '../../settings/index.js';
import { AppError } from '../base/index.js';
import type { ChatParts } from './bot.js';

/** Milliseconds that the start waits for the commands of Discord to be registered. */
const REGISTERED_WITHIN_MS = 10_000;

type Make = (network: Network, parts: ChatParts, log: Log) => ChatPlatform;

/** How each platform is made, null where its token is not set. A new platform is an entry here. */
const OFFERED: readonly ((config: Config) => Make | null)[] = [
  (config) => {
    const { discordToken: token } = config;
    return token === undefined ? null : (...given) => discord(config, token, ...given);
  },
  (config) => {
    const isSet = config.slackBotToken !== undefined || config.slackClientId !== undefined;
    return isSet ? (...given) => slack(config, ...given) : null;
  },
];

/** Whether a token of any chat platform is set. */
export function hasPlatform(config: Config): boolean {
  return OFFERED.some((offered) => offered(config) !== null);
}

/**
 * The chat platforms whose tokens are set.
 *
 * @throws KaleidoError `bad_setting` when Slack's settings do not go together
 */
export function makePlatforms(config: Config, parts: ChatParts, log: Log): ChatPlatform[] {
  const network = createNetwork(config);
  return OFFERED.flatMap((offered) => offered(config)?.(network, parts, log) ?? []);
}

function discord(
  config: Config,
  token: string,
  network: Network,
  { controller, core, commands, foundation, owed }: ChatParts,
  log: Log,
): ChatPlatform {
  const { discordApiUrl: api, discordGuild: guild, discordShards: shards } = config;
  const platform = createDiscordPlatform({
    token,
    api,
    network,
    shards,
    controller,
    core,
    store: foundation.store,
    owed,
    commands,
    translate: createTranslator,
    log,
  });
  const stopping = new AbortController();
  let registering = Promise.resolve();
  return {
    ...platform,
    async start() {
      await platform.start();
      registering = keepRegistering({
        token,
        api,
        network,
        commands,
        translate: createTranslator,
        log,
        signal: stopping.signal,
        ...(guild === undefined ? {} : { guildId: guild }),
      });
      // Commands are mostly there from before: the bot serves while Discord does not take new ones.
      await Promise.race([registering, sleep(REGISTERED_WITHIN_MS, undefined, { ref: false })]);
    },
    async stop() {
      stopping.abort();
      await platform.stop();
      await registering;
    },
  };
}

function slack(
  config: Config,
  network: Network,
  { controller, commands, foundation, owed }: ChatParts,
  log: Log,
): ChatPlatform {
  const { store } = foundation;
  return createSlackPlatform({
    connection: slackConnection(config),
    authorisation: slackAuthorisation(config),
    host: config.slackHost,
    port: config.slackPort,
    apiUrl: config.slackApiUrl,
    network,
    controller,
    commands,
    events: store.events,
    deliveries: store.deliveries,
    generations: store.generations,
    installations: store.installations,
    owed,
    log,
  });
}

function slackConnection({ slackAppToken: appToken, slackSigningSecret: signingSecret }: Config): SlackConnection {
  if (appToken !== undefined) return { mode: 'socket', appToken };
  if (signingSecret !== undefined) return { mode: 'http', signingSecret };
  throw new AppError('bad_setting', { why: 'slack_needs_line', option: 'SLACK_APP_TOKEN' });
}

function slackAuthorisation(config: Config): SlackAuthorisation {
  const { slackBotToken: botToken, slackClientId: clientId, slackClientSecret, slackStateSecret } = config;
  if (botToken !== undefined) return { kind: 'token', botToken };
  if (clientId === undefined) {
    throw new AppError('bad_setting', { why: 'slack_needs_token', option: 'SLACK_BOT_TOKEN' });
  }
  if (slackClientSecret === undefined || slackStateSecret === undefined) {
    throw new AppError('bad_setting', { why: 'slack_needs_secrets', option: 'SLACK_CLIENT_SECRET' });
  }
  return { kind: 'oauth', clientId, clientSecret: slackClientSecret, stateSecret: slackStateSecret };
}
