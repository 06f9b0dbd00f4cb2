import { LIMITS } from '../basics/index.js';
import type { OwnNamed } from './own-thing.js';

/** Letters that nobody types: a name of these means nothing else in any prompt. */
const MARK = '\ue0ff\ue0fe\ue0fd';
const FIRST = 0xe000;

type Kind = Pick<OwnNamed, 'isFaceless' | 'hasEyes'>;

/** What stands in a place: something whose eyes nobody knows, something without a face, or with eyes that are known. */
const KINDS: readonly Kind[] = [{ isFaceless: false }, { isFaceless: true }, { isFaceless: false, hasEyes: true }];

/**
 * What the own thing of a place in a request is called inside, as other things go by their caption names: a reading and
 * what is drawn of it mean the same by it, whatever it is called by people.
 * @param index in the request's `own`, below `LIMITS.ownThings`
 */
export function ownSlot(index: number, { isFaceless, hasEyes = false }: Kind): string {
  return MARK + String.fromCharCode(FIRST + KINDS.length * index + (isFaceless ? 1 : hasEyes ? 2 : 0));
}

/** Names of all places, with what stands there. */
export const OWN_SLOTS: readonly ({ slot: string } & Kind)[] = Array.from({ length: LIMITS.ownThings }, (_, index) =>
  KINDS.map((kind) => ({ slot: ownSlot(index, kind), ...kind })),
).flat();

/** Whether a name is that of a place for own things. */
export function isOwnSlot(name: string): boolean {
  return name.startsWith(MARK);
}
