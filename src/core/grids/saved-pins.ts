import { z } from 'zod';
import { pickKinds, presentKinds, WRITTEN_KINDS } from '../../engine/latents/index.js';
import { requireAdmin } from '../access/index.js';
import { CoreError, check, telling } from '../basics/index.js';

import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { auditEntry } from '../policy/index.js';
import type { Actor, SavedPin } from '../types.js';
import { cellOf, findFinished, requireLatent, usable } from './find.js';

/** Saved pins of one owner. */
const MOST_SAVED = { user: 50, space: 100 } as const;
const RESERVED: ReadonlySet<string> = new Set([...WRITTEN_KINDS.keys(), 'code']);

/** Characters. */
const LONGEST_NAME = 32;
const NAME = new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,${LONGEST_NAME - 1}}$`, 'u');

const nameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .refine((name) => NAME.test(name), telling({ why: 'not_name', maxLength: LONGEST_NAME }))
  .refine((name) => !RESERVED.has(name), telling({ why: 'reserved_name' }));

/** Latents kept under a name: a user's own, and those of a space that admins keep for all. */
export function savedPinUseCases(deps: CoreDeps): Pick<Core, 'savedPins' | 'savePin' | 'deletePin'> {
  const { store, clock } = deps;

  const audit = (actor: Actor, action: string, name: string, before: SavedPin | null, after: SavedPin | null) =>
    store.audit.record(auditEntry(actor, clock(), { action, subject: `saved pin ${name}`, before, after }));

  return {
    savedPins: (actor) => store.settings.savedPins(actor),

    async savePin(actor, name, from, owner) {
      if (owner === 'space') requireAdmin(actor, 'pins');
      const checked = check(nameSchema, name, 'name');
      const generation = await findFinished(deps, actor, from.id, owner === 'space' ? 'share' : 'see');
      const cell = cellOf(generation, from.cell);
      for (const kind of from.kinds) requireLatent(cellOf(usable(generation, deps), from.cell), kind);
      const latents = pickKinds(cell.latents, from.kinds.length === 0 ? presentKinds(cell.latents) : from.kinds);

      const saved = (await store.settings.savedPins(actor)).filter((pin) => pin.owner === owner);
      const before = saved.find((pin) => pin.name === checked) ?? null;
      const limit = MOST_SAVED[owner];
      if (before === null && saved.length >= limit) throw new CoreError('too_many_saved_pins', { limit });

      const { visualTokenizer } = cell;
      const pin: SavedPin = { name: checked, owner, latents, visualTokenizer, createdAt: clock() };
      await store.settings.savePin(actor, pin);
      if (owner === 'space') await audit(actor, 'pin.save', checked, before, pin);
      return pin;
    },

    async deletePin(actor, name, owner) {
      if (owner === 'space') requireAdmin(actor, 'pins');
      const wanted = name.trim().toLowerCase();
      const saved = await store.settings.savedPins(actor);
      const before = saved.find((pin) => pin.owner === owner && pin.name === wanted) ?? null;
      if (before === null || !(await store.settings.deletePin(actor, owner, wanted))) {
        throw new CoreError('saved_pin_unknown', { name: name.trim() });
      }
      if (owner === 'space') await audit(actor, 'pin.delete', wanted, before, null);
    },
  };
}
