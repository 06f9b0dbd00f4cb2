import { movingKeyOf } from '../core/contents/index.js';
import type { Database, Transaction } from './database.js';

/** Those of some keys of blobs that no generation and no saved thing refers to. */
export async function unreferred(tx: Database | Transaction, keys: readonly string[]): Promise<string[]> {
  const some = { in: [...keys] };
  const cells = await tx.cell.findMany({ where: { imageKey: some }, select: { imageKey: true } });
  const grids = await tx.generation.findMany({ where: { gridKey: some }, select: { gridKey: true } });
  const own = await tx.generation.findMany({ where: { ownKeys: { hasSome: [...keys] } }, select: { ownKeys: true } });
  const saved = await tx.savedThing.findMany({ where: { picture: some }, select: { picture: true } });
  const used = new Set([
    ...cells.map(({ imageKey }) => imageKey),
    ...grids.map(({ gridKey }) => gridKey),
    ...own.flatMap(({ ownKeys }) => ownKeys),
    ...saved.map(({ picture }) => picture),
  ]);
  return keys.filter((key) => !used.has(key));
}

/**
 * Of some keys of blobs those that nothing refers to any more, noted as unwanted until they are removed: a process that
 * ends before that leaves none behind.
 * @param moving those of pictures that also move: a moving picture goes with its still one
 */
export async function letGo(
  tx: Transaction,
  keys: readonly string[],
  moving: readonly string[] = [],
): Promise<string[]> {
  const still = await unreferred(tx, keys);
  const unwanted = [...still, ...still.filter((key) => moving.includes(key)).map(movingKeyOf)];
  await tx.unwantedBlob.createMany({ data: unwanted.map((key) => ({ key })), skipDuplicates: true });
  return unwanted;
}
