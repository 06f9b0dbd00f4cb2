import { isSignThing } from '../../memory/index.js';
import { actOfTwo } from '../acts.js';
import type { ThingSense } from '../sense.js';
import { type Gathering, standingAs } from './gathering.js';
import { isOfEmoji, type Named } from './named.js';

const areTwo = ([one, other, ...more]: readonly Named[]): boolean =>
  one !== undefined &&
  more.length === 0 &&
  (other === undefined
    ? one.count === 2 || (one.count === undefined && one.sense.isPlural)
    : (one.count ?? 1) === 1 && (other.count ?? 1) === 1 && (other.stand ?? 'and') === 'and');

/**
 * “Two cats hugging **❤️**”: an emoji that is a sign is over the two before it, and what is done is what they do with
 * each other, not with that.
 */
export function standOver(g: Gathering, k: number, sense: ThingSense): void {
  const { standing } = g;
  const all = g.open.thing ? [...g.named, g.open.thing] : g.named;
  const isOver = isOfEmoji(g.view.at(k)!) && isSignThing(sense.names[0]!);
  if (!isOver || !areTwo(all) || !all.every((one) => g.company.isLiving(one.sense))) return;
  if (standing && !(standing.isAct && actOfTwo(standing.said) !== undefined)) return;
  if (standing) g.leaveOutTogether(standing.said);
  g.standing = standingAs('below');
}
