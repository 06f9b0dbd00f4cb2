import { z } from 'zod';

/** A price of up to 1000 units and three decimals. */
const PRICE = /^(\d{1,4})(?:\.(\d{1,3}))?$/;
const MOST = 1_000_000;

/** Prices by the names of models, and of those that have none of their own, in thousandths of a unit. */
export interface PriceList {
  engine: number;
  models: ReadonlyMap<string, number>;
}

/** `0.04`, or `dreams=0.04, sketches=0.1`, or both: `0.04, sketches=0.1`. */
export const priceList: z.ZodType<PriceList, string | undefined> = z
  .string()
  .transform((text, context) => {
    const models = new Map<string, number>();
    let engine: number | undefined;
    for (const entry of text.split(',').map((part) => part.trim())) {
      const at = entry.lastIndexOf('=');
      const price = thousandths(entry.slice(at + 1).trim());
      const name = entry.slice(0, Math.max(at, 0)).trim();
      const isTwice = at < 0 ? engine !== undefined : models.has(name);
      if (price === null || isTwice || (at >= 0 && name === '')) {
        context.addIssue({ code: 'custom', message: 'no list of prices' });
        return z.NEVER;
      }
      if (at < 0) engine = price;
      else models.set(name, price);
    }
    return { engine: engine ?? 0, models };
  })
  .default({ engine: 0, models: new Map() });

/** By digits: of decimal fractions, floating point would make others. */
function thousandths(text: string): number | null {
  const [, whole, parts = ''] = PRICE.exec(text) ?? [];
  if (whole === undefined) return null;
  const price = 1000 * Number(whole) + Number(parts.padEnd(3, '0'));
  return price <= MOST ? price : null;
}
