import { sizeLimit } from '../state/attachments.js';
import { channelPermissions } from '../state/permissions.js';
import { channelJson, memberJson, userJson } from '../state/render.js';
import type { Channel } from '../state/types.js';
import type { World } from '../state/world.js';
import { Interaction, type Origin } from './interaction.js';

/**
 * Creates an interaction and sends it to the bot (developers/interactions/receiving-and-responding#interaction-object).
 *
 * @param more `data`, and the message of a component or modal
 */
export function sendInteraction(world: World, origin: Origin, more: { data: object; message?: object }): Interaction {
  const interaction = new Interaction(world, origin);
  world.interactions.set(interaction.id, interaction);
  const channel = world.channel(origin.channelId);
  const user = userJson(world.user(origin.userId));
  const guild = origin.guildId === null ? undefined : world.guild(origin.guildId);
  const permissions = String(channelPermissions(world, channel, origin.userId));
  const member = guild?.members.get(origin.userId);
  world.dispatch({
    name: 'INTERACTION_CREATE',
    data: {
      id: interaction.id,
      application_id: world.app.id,
      type: interaction.type,
      token: interaction.token,
      version: 1,
      channel_id: channel.id,
      channel: { ...channelJson(world, channel), permissions },
      ...(guild && {
        guild_id: guild.id,
        guild: { id: guild.id, locale: guild.locale, features: [] },
        guild_locale: guild.locale,
      }),
      ...(member ? { member: { ...memberJson(member), user, permissions } } : { user }),
      app_permissions: String(appPermissions(world, channel, origin)),
      locale: world.user(origin.userId).locale,
      entitlements: [],
      authorizing_integration_owners: interaction.owners,
      context: interaction.context,
      attachment_size_limit: sizeLimit(world, channel),
      ...more,
    },
    // Where the bot is no member, its events go the way of direct messages.
    guildId: guild?.hasBot ? guild.id : null,
  });
  return interaction;
}

/** What the app may do there: as a member, or as the user that brought it. */
function appPermissions(world: World, channel: Channel, origin: Origin): bigint {
  const isInside = channel.guildId === null ? channel.memberIds.has(world.app.botId) : origin.owners['0'] !== undefined;
  return channelPermissions(world, channel, isInside ? world.app.botId : origin.userId);
}
