import type { PainterStore } from '../core/index.js';
import { ASPECTS } from '../engine/basics/index.js';
import type { Database } from './database.js';
import { storable } from './text.js';

/** What workers say of what paints. */
export function createPainterStore(db: Database): PainterStore {
  return {
    async say({ name, protocol, model, licence, upscaler, aspects = [] }, saidAt) {
      const orNull = (text: string | null) => (text === null ? null : storable(text));
      const known = { protocol, model: storable(model), licence: orNull(licence), upscaler: orNull(upscaler) };
      const told = { ...known, aspects: [...aspects], saidAt };
      const key = storable(name);
      await db.painter.upsert({ where: { name: key }, create: { name: key, ...told }, update: told });
    },

    async said(names) {
      const rows = await db.painter.findMany({ where: { name: { in: names.map(storable) } } });
      return rows.map(({ saidAt: _, aspects: said, ...note }) => {
        const aspects = ASPECTS.filter((aspect) => said.includes(aspect));
        return { ...note, ...(aspects.length === 0 ? {} : { aspects }) };
      });
    },
  };
}
