import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { AppConfig } from './app-config.js';

// https://docs.slack.dev/reference/app-manifest
const schema = z.object({
  display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.object({ display_name: z.string().max(80) }),
    slash_commands: z.array(
      z.object({
        command: z.string().startsWith('/').max(32),
        description: z.string().max(2000),
        should_escape: z.boolean(),
      }),
    ),
    shortcuts: z.array(z.object({ callback_id: z.string() })).default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});
export type SlackManifest = z.infer<typeof schema>;

/** The app's manifest, checked as Slack checks it. */
export async function readManifest(): Promise<SlackManifest> {
  return schema.parse(parse(await readFile('slack-manifest.yml', 'utf8')));
}

/** The app as this Slack would register it from its manifest: what the manifest lacks does not work. */
export async function appOfManifest(): Promise<Pick<AppConfig, 'scopes' | 'events' | 'commands' | 'shortcuts'>> {
  const { features, oauth_config: oauth, settings } = await readManifest();
  return {
    scopes: oauth.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command }) => command),
    shortcuts: features.shortcuts.map(({ callback_id: id }) => id),
  };
}
