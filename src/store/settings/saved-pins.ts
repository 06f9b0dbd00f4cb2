import { personKey, scopeOf } from '../../core/access/index.js';
import type { Actor, SavedPin, SettingsStore } from '../../core/index.js';

import { latentsSchema } from '../../engine/latents/index.js';
import type { Database } from '../database.js';
import { readable } from '../readable.js';
import { toJson } from '../text.js';

function ownerIdOf(actor: Actor, owner: SavedPin['owner']): string {
  return owner === 'user' ? personKey(actor) : scopeOf(actor).key;
}

/** Latents that users, and admins for their space, saved under a name. */
export function savedPinRepository(
  db: Database,
  onWarning: (message: string) => void,
): Pick<SettingsStore, 'savedPins' | 'savePin' | 'deletePin'> {
  return {
    async savedPins(actor) {
      const owners = (['user', 'space'] as const).map((owner) => ({ owner, ownerId: ownerIdOf(actor, owner) }));
      const rows = await db.savedPin.findMany({
        where: { platform: actor.platform, OR: owners },
        orderBy: [{ owner: 'desc' }, { name: 'asc' }],
      });
      return readable(
        rows,
        ({ name, owner, latents, visualTokenizer, createdAt }): SavedPin => ({
          name,
          owner: owner === 'space' ? 'space' : 'user',
          latents: latentsSchema.parse(latents),
          visualTokenizer,
          createdAt,
        }),
        onWarning,
      );
    },

    async savePin(actor, { name, owner, latents, visualTokenizer, createdAt }) {
      const key = { platform: actor.platform, owner, ownerId: ownerIdOf(actor, owner), name };
      const value = { latents: toJson(latents), visualTokenizer, createdAt };
      await db.savedPin.upsert({
        where: { platform_owner_ownerId_name: key },
        create: { ...key, ...value },
        update: value,
      });
    },

    async deletePin(actor, owner, name) {
      const { count } = await db.savedPin.deleteMany({
        where: { platform: actor.platform, owner, ownerId: ownerIdOf(actor, owner), name },
      });
      return count > 0;
    },
  };
}
