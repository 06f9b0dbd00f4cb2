import { LIMITS } from '../basics/index.js';

/** Letters that nobody types: a name of these means nothing else in any prompt. */
const MARK = '\ue0ff\ue0fe\ue0fd';
const FIRST = 0xe000;

/**
 * What the own thing of a place in a request is called inside, as other things go by their caption names: a reading and
 * what is drawn of it mean the same by it, whatever it is called by people.
 * @param index in the request's `own`, below `LIMITS.ownThings`
 */
export function ownSlot(index: number, isFaceless: boolean): string {
  return MARK + String.fromCharCode(FIRST + 2 * index + Number(isFaceless));
}

/** Names of all places, with whether what stands there has no face. */
export const OWN_SLOTS: readonly { slot: string; isFaceless: boolean }[] = Array.from(
  { length: 2 * LIMITS.ownThings },
  (_, k) => ({ slot: ownSlot(k >> 1, k % 2 === 1), isFaceless: k % 2 === 1 }),
);

/** Whether a name is that of a place for own things. */
export function isOwnSlot(name: string): boolean {
  return name.startsWith(MARK);
}
