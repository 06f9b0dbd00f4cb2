import type { Placed } from './placed.js';

/** Vehicles that their pictures show from the side: most to the left, and the others on their way up to the right. */
const DRIVEN: ReadonlySet<string> = new Set(
  `car,taxi,police car,van,pickup truck,racing car,auto rickshaw,tractor,excavator,bus,truck,ambulance,fire engine,train,tram,railway car,trolleybus,bicycle,motorcycle,
  scooter,kick scooter,speedboat,sailboat,ship,canoe,tank,helicopter,shopping cart,pirate ship,jet ski`.split(/,\s*/),
);
const RISING: ReadonlySet<string> = new Set(['airplane', 'rocket', 'space shuttle', 'paper airplane', 'satellite']);

type Drawn = Pick<Placed, 'thing' | 'flip'>;

/** Where the front of a vehicle is that is seen from the side: −1 on the left, 1 on the right, 0 of all else. */
export function frontOf(placed: Drawn): -1 | 0 | 1 {
  if (isDriven(placed)) return placed.flip ? 1 : -1;
  return RISING.has(placed.thing) ? (placed.flip ? -1 : 1) : 0;
}

/** Whether a vehicle goes along the ground or the water. */
export const isDriven = ({ thing }: Pick<Drawn, 'thing'>): boolean => DRIVEN.has(thing);
