import type { Span } from '../spans.js';
import { type Gathering, standingAs } from './gathering.js';

/** How a thing stands that is said to be on somebody's head. */
export const stoodOn = (said: string, isTurned: boolean) =>
  ({ stand: 'on', isTurned, isOfFirst: false, standSaid: said, isAct: false }) as const;

/**
 * “A capybara with an orange **on its head**”: what was named last is worn by who was named before, or lies on top; “a
 * hat **on the head of** a snowman”: of whom follows.
 * @returns how many spans were taken
 */
export function takeOnHead(g: Gathering, k: number, { said }: Span): number {
  if (g.isThingSaid && g.view.roleAt(k + 1) === 'of' && g.view.nextThing(k + 1) !== undefined) {
    if (g.open.thing) g.close();
    g.standing = standingAs('on', said);
    return 2;
  }
  const other = g.open.thing ?? g.named.at(-1);
  const subject = g.open.thing ? g.named.at(-1) : g.named.at(-2);
  g.standing = undefined;
  const isOfFirst = subject === g.named[1] && isOnlyFirstLiving(g);
  if (other && subject) Object.assign(other, { ...stoodOn(said, true), isOfFirst });
  else g.onHead = said;
  return 1;
}

/** “A hamster on a mug with a cherry on its head”: a mug has none. */
export const isOnlyFirstLiving = ({ named: [first, second], company }: Gathering): boolean =>
  first !== undefined && second?.stand === 'on' && company.isLiving(first.sense) && !company.isLiving(second.sense);

/** “頭にみかんを乗せたカピバラ”: where it is said before both are named, the living one has the head. */
export function settleHead(g: Gathering): void {
  const { onHead, named, company } = g;
  const [first, second] = named;
  if (onHead === undefined) return;
  if (first && second && named.length === 2) Object.assign(second, stoodOn(onHead, company.isLiving(first.sense)));
  else g.leaveOut(onHead, 'action');
}
