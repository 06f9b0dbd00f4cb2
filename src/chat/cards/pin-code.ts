import type { Pin } from '../../core/index.js';
import { LATENT_KINDS } from '../../engine/latents/index.js';

/**
 * A pin as the value of a menu's option: `0` a cell, `.palette` a kind, `0.palette` a kind of a cell for all,
 * `0:palette` for itself. Cells are indices from 0.
 */
export function formatPinCode({ cell, kind, isLocal }: Pin): string {
  return `${cell ?? ''}${kind === null ? '' : `${isLocal ? ':' : '.'}${kind}`}`;
}

/** Reads such a value; null for anything else. */
export function parsePinCode(code: string): Pin | null {
  const [, cell, mark, name] = /^(\d?)(?:([.:])(\w+))?$/.exec(code) ?? [];
  const kind = LATENT_KINDS.find((known) => known === name) ?? null;
  if (name !== undefined && kind === null) return null;
  if (cell === undefined || (cell === '' && kind === null)) return null;
  if (mark === ':') return cell === '' ? null : { cell: Number(cell), kind, isLocal: true };
  return { cell: cell === '' ? null : Number(cell), kind };
}

/** Whether two pins are of the same thing. */
export function isSamePin(one: Pin, other: Pin): boolean {
  return one.cell === other.cell && one.kind === other.kind && !one.isLocal === !other.isLocal;
}
