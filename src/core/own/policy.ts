import { CoreError } from '../basics/index.js';
import type { Actor, Policy, SavedThing } from '../types.js';

type Rules = Pick<Required<Policy>, 'ownPictures'>;

/**
 * Whether the actor may bring pictures along.
 * @throws CoreError `own_pictures_refused`
 */
export function requireOwnPictures({ ownPictures }: Rules, { isAdmin }: Pick<Actor, 'isAdmin'>): void {
  if (ownPictures === 'off') throw new CoreError('own_pictures_refused', { who: 'nobody' });
  if (ownPictures === 'admins' && !isAdmin) throw new CoreError('own_pictures_refused', { who: 'admins' });
}

/** Whether a saved thing may be drawn: what admins keep for all was brought by admins. */
export function mayBeDrawn(
  { owner }: SavedThing,
  { ownPictures }: Rules,
  { isAdmin }: Pick<Actor, 'isAdmin'>,
): boolean {
  return ownPictures === 'members' || (ownPictures === 'admins' && (isAdmin || owner === 'space'));
}
