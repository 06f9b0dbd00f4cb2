import { describe, expect, it } from 'vitest';
import { SLASH_COMMANDS } from '../../../../../src/platforms/slack/events/on-typed.js';
import { SCOPES } from '../../../../../src/platforms/slack/workspaces/token.js';
import { readManifest } from '../../../../servers/slack/manifest.js';

describe('the app manifest', () => {
  it('asks for the scopes that installation asks for', async () => {
    const { oauth_config: oauth } = await readManifest();
    expect([...oauth.scopes.bot].sort()).toEqual([...SCOPES].sort());
  });

  it('has the slash commands that are answered, with mentions in their texts resolved', async () => {
    const { features } = await readManifest();
    expect(features.slash_commands.map(({ command }) => command).sort()).toEqual(Object.keys(SLASH_COMMANDS).sort());
    expect(features.slash_commands.every(({ should_escape: isEscaped }) => isEscaped)).toBe(true);
  });

  it('subscribes to every event that is listened to, each with its scope', async () => {
    const { settings, oauth_config: oauth } = await readManifest();
    const scopeOf: Readonly<Record<string, string>> = {
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      reaction_added: 'reactions:read',
      reaction_removed: 'reactions:read',
    };
    const { bot_events: events } = settings.event_subscriptions;
    const listened = ['app_home_opened', 'app_uninstalled', 'tokens_revoked', ...Object.keys(scopeOf)];
    expect([...events].sort()).toEqual(listened.sort());
    expect(oauth.scopes.bot).toEqual(expect.arrayContaining(Object.values(scopeOf)));
    expect(settings.interactivity.is_enabled).toBe(true);
  });
});
