import { isPlace } from '../../memory/index.js';
import type { ThingSense } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Company } from './company.js';
import type { Gathering } from './gathering.js';
import { isOfEmoji, type Named } from './named.js';

/** How somebody has what is shown beside them: as words for that would say it. */
interface Joint {
  readonly stand: 'wearing' | 'holding' | 'on' | 'in' | 'with';
  /** The word by which it is read what is done with it. */
  readonly said: string;
  /** Whether who has it comes second. */
  readonly isTurned: boolean;
}

const setOf = (names: string): ReadonlySet<string> => new Set(listed(names));

/** What one rides, and what one sits, lies or stands on. */
const RIDDEN = setOf(
  'skateboard surfboard bicycle motorcycle scooter kick_scooter sled skis rocket broom carousel_horse',
);
const SAT_ON = setOf('bed couch chair armchair sofa throne toilet cloud bench swing rug crescent_moon');
/** What one is inside. */
const INSIDE = setOf(
  `car taxi racing_car pickup_truck wastebasket package bathtub bucket shopping_cart basket hot_air_balloon submarine tank
    wheelbarrow sleeping_bag train metro bus airplane cauldron treasure_chest canoe hammock washing_machine snow_globe flying_saucer`,
);
const READ = setOf('book books open_book notebook newspaper scroll');
/** Of what one eats and drinks, what nobody does so with. */
const TABLEWARE = setOf('kitchen_knife fork_and_knife_with_plate fork_and_knife spoon chopsticks amphora teapot jar');
/** Parts of bodies that are had as things are. */
const HAD = setOf('bone');
/** Who has things though nobody living. */
const SOMEBODY = setOf('ghost skull alien robot clown ogre goblin snowman teddy_bear poop cool_face smiley');

/**
 * What an emoji's thing is for, which says how who is shown before it, or right behind, has it: 🐶🎩 wears, 🐸☕ drinks,
 * 🐱🛹 rides it, and 👑🐸 wears that. Undefined where nobody has it.
 */
export function emojiJoint(g: Gathering, before: Named, sense: ThingSense): Joint | undefined {
  const { company } = g;
  const [first, ...others] = [...g.named, before];
  const isNobody = !isSomebody(company, first!.sense);
  if (!isOfEmoji(first!) || (first!.count ?? 1) > 1) return undefined;
  if (isNobody) {
    const joint = others.length === 0 && isSomebody(company, sense) ? jointFor(company, first!.sense) : undefined;
    return joint && TURNED.has(joint.stand) ? { ...joint, isTurned: true } : undefined;
  }
  // “🐸🐱🍕” are three.
  if (!others.every(isJoined) || (isSomebody(company, sense) && !HAD.has(sense.names[0]!))) return undefined;
  return jointFor(company, sense);
}

/** What is said of what is shown first, as of what comes second. */
const TURNED: ReadonlySet<Joint['stand']> = new Set<Joint['stand']>(['wearing', 'holding', 'with']);

function jointFor(company: Company, sense: ThingSense): Joint {
  const name = sense.names[0]!;
  const joint = (stand: Joint['stand'], said = ''): Joint => ({ stand, said, isTurned: false });
  if (company.isWorn(sense)) return joint('wearing');
  if (isPlace(name)) return joint('in');
  if (RIDDEN.has(name)) return joint('on', 'riding');
  if (SAT_ON.has(name)) return joint('on');
  if (sense.names.some((one) => INSIDE.has(one))) return joint('in');
  if (READ.has(name)) return joint('holding', 'reading');
  if (company.areFood(sense, sense)) return joint('holding', TABLEWARE.has(name) ? '' : 'eating');
  return joint('with');
}

const isSomebody = (company: Company, sense: ThingSense): boolean =>
  company.isLiving(sense) || SOMEBODY.has(sense.names[0]!);

const isJoined = (one: Named): boolean => isOfEmoji(one) && one.stand !== undefined && one.stand !== 'and';
