import type { Prices } from '../deps.js';
import { KALEIDO } from '../policy/index.js';

/** What a picture costs, in thousandths of the host's unit. @param painter as generations have it */
export function priceOf(prices: Prices | undefined, painter: string | undefined): number {
  if (prices === undefined) return 0;
  return prices.models.get(painter ?? KALEIDO) ?? (painter === undefined ? 0 : prices.engine);
}
