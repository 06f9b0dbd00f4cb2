import { bits, type PermissionName } from './permissions.js';
import { channelJson } from './render.js';
import type { Channel, Overwrite } from './types.js';
import type { World } from './world.js';

/** Gives or takes permissions of one member or role in a channel. */
export function overwrite(
  world: World,
  channel: Channel,
  id: string,
  names: readonly PermissionName[],
  kind: 'allow' | 'deny',
  of: Overwrite['kind'] = 'member',
): void {
  if (channel.parentId !== null) throw new Error('A thread has the permissions of its channel: change those.');
  const known = channel.overwrites.find((one) => one.id === id);
  const entry: Overwrite = known ?? { id, kind: of, allow: 0n, deny: 0n };
  if (!known) channel.overwrites.push(entry);
  const changed = bits(...names);
  entry.allow = kind === 'allow' ? entry.allow | changed : entry.allow & ~changed;
  entry.deny = kind === 'deny' ? entry.deny | changed : entry.deny & ~changed;
  world.dispatch({ name: 'CHANNEL_UPDATE', data: channelJson(world, channel), guildId: channel.guildId });
}
