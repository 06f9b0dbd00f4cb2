import { isPlace } from '../../memory/index.js';
import { meantThing } from '../sense.js';
import type { Gathering } from './gathering.js';
import { type Named, plainNamed } from './named.js';

/** The word for how somebody at a party is, and what shows it on them. */
const PARTYING = 'partying';
const HAT = 'party hat';
/** Of more each is too small for a hat. */
const MOST_HATS = 3;

const isPartying = ({ adjectives }: Named): boolean => adjectives.moods.some(({ word }) => word === PARTYING);
const isListed = ({ stand, isTurned }: Named): boolean => (stand ?? 'and') === 'and' && !isTurned;

/** “Shark, octopus and crab **having a party**”: each has a hat on, and confetti falls about them. */
export function settleParty(g: Gathering): void {
  const { company, named } = g;
  const guests = named.filter(({ sense }) => company.isLiving(sense) && sense.isGroup !== true);
  if (guests.length === 0 || !named.some(isPartying) || !company.has(HAT)) return;
  for (const one of named) {
    const kept = one.adjectives.takeMoods().filter(({ word }) => word !== PARTYING);
    for (const mood of kept) one.adjectives.addMood(mood);
  }
  g.airs.push({ air: 'confetti', said: '' });
  const hasHat = named.some((one) => one.outfit !== undefined || company.isWorn(one.sense));
  const others = named.filter((one) => !guests.includes(one) && !isPlace(one.sense.names[0]!));
  if (hasHat || guests.length > MOST_HATS) return;
  if (others.length > 0 || !guests.every(isListed)) {
    guests[0]!.outfit ??= { worn: [HAT], said: '' };
    return;
  }
  const hat = (): Named => ({ ...plainNamed(meantThing([HAT], false), ''), stand: 'wearing', standSaid: '' });
  for (const guest of guests) named.splice(named.indexOf(guest) + 1, 0, hat());
}
