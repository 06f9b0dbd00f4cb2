import { z } from 'zod';
import { RANGES } from '../../engine/basics/index.js';
import { ranged, whole } from '../../engine/schemas/index.js';
import { changed, check, telling } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import type { UserSettings } from '../types.js';

const flag = z.boolean();

const locale = z.string().transform((tag, context) => {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag.trim());
    if (canonical !== undefined) return canonical;
  } catch {
    // Not a tag at all: told below, like an empty one.
  }
  context.addIssue({ code: 'custom', ...telling({ why: 'not_language' }) });
  return z.NEVER;
});

const settingsSchema: z.ZodType<UserSettings> = z.strictObject({
  count: whole(RANGES.count).optional(),
  variety: ranged(RANGES.variety).optional(),
  guidance: ranged(RANGES.guidance).optional(),
  steps: whole(RANGES.steps).optional(),
  recall: ranged(RANGES.recall).optional(),
  showLatents: flag.optional(),
  isPrivate: flag.optional(),
  locale: locale.optional(),
});

/** What a user sets for all own requests. */
export function settingsUseCases({ store }: CoreDeps): Pick<Core, 'settings' | 'setSettings'> {
  return {
    settings: (actor) => store.settings.user(actor),

    async setSettings(actor, change) {
      const before = await store.settings.user(actor);
      const after = changed(before, check(settingsSchema, change));
      await store.settings.setUser(actor, after);
      return after;
    },
  };
}
