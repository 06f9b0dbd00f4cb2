import { ownValue } from '../basics/index.js';
import { wornAt } from '../manifest/index.js';
import { isPlace, isWindowed } from '../memory/index.js';
import { type Act, actOf, isOffLedge, isShownClose } from './acts.js';
import type { BundleWords } from './bundle-words.js';
import type { Named } from './gather/index.js';
import { SAT_AT } from './languages/index.js';
import type { ReadingNote } from './prompt-reading.js';
import { isTopping, smallOn } from './small-on.js';
import { isFullOf, isVessel } from './vessels.js';
import { listed } from './vocabularies.js';
import type { Enclosing } from './word-tables.js';

const SMALL = new Set(['food-drink', 'objects', 'activities', 'flags']);
/** What else somebody carries, and who has nothing to carry it with. */
const CARRIED = new Set(
  listed(`umbrella heart broken_heart star flower rose tulip sunflower hibiscus cherry_blossom bouquet white_flower daisy clover leaf maple_leaf seedling potted_plant love_letter
    snowflake lightning feather bone`),
);
const FLAT = new Set(['skull', 'heart', 'sun', 'moon', 'flower', 'rose', 'tulip', 'sunflower', 'tree']);
const LIVING = new Set(['animals-nature', 'people-body', 'smileys-emotion']);

const OPEN_BOOK = 'open book';
/** Scenes that one is on and not in. */
const WALKED_ON = new Set(
  listed(
    `beach_with_umbrella desert_island stage city_street rainy_street rainy_night stormy_night stormy_sea snowy_night foggy_landscape sunset_beach
      football_pitch moon_surface mars_surface ski_slope playground basketball_court race_track pirate_ship_deck rooftop beach`,
  ),
);

/** Who is somebody, though nobody living. */
const SNOWMEN = new Set(['snowman', 'snowman without snow']);

/** What one lies on who is in it. */
const LAIN_ON = new Set(['frying pan', 'bed', 'couch', 'chair', 'armchair', 'sofa', 'deckchair']);

/** What is played, or spoken or cooked at, by who is behind it, before what of it is higher. */
const PLAYED_BEHIND: ReadonlySet<string> = new Set(['piano', 'drum kit', 'turntable', 'podium']);
/** Vehicles of whose inside there is a picture. */
const TRAINS: ReadonlySet<string> = new Set(
  listed('train metro tram light_rail high-speed_train bullet_train railway_car tram_car monorail'),
);
const IN_TRAIN = 'train interior';
const isVehicle = (name: string): boolean => TRAINS.has(name) || isWindowed(name);
/** Words for “on” that are said of who is in a vehicle. */
const BOARDED =
  /^(?:on|on board|aboard|riding|rides|ride|riding on|sitting on|sits on|en|no|na|in .*|an bord.*|à bord.*|a bordo.*)$/iu;

/** What somebody looks down from. */
const PERCHES: ReadonlySet<string> = new Set(
  listed(
    'table desk shelf bookshelf bench throne tree fence ladder cat_tree fridge fireplace roof rooftop brick rock mountain cloud moon wall pillow sofa stool swing nest',
  ),
);
/** Words that say from where somebody looks, or something comes. */
const FROM: ReadonlySet<string> = new Set(['from', 'looking from', 'watching from']);

/** Words for “in” that are words for “on” too. */
const ON_TOO = new Set('en em no na nos nas num numa σε στο στη στον'.split(' '));

/** Things in the order of their relations, and these: keys of `tables.relations`. */
export interface Stood {
  readonly named: readonly Named[];
  readonly relations: readonly string[];
  /** Whether the second of two is in the first, which hides a part of it. */
  readonly isNested: boolean;
  /** Whether the two do something with each other that draws them close: “hugging”. */
  readonly isClose: boolean;
  /** What the first that holds something does with it; undefined where nothing but holding was said. */
  readonly act: Act | undefined;
  /** How things stand otherwise than was said. */
  readonly notes: readonly ReadingNote[];
}

/** How something can be in a thing, by its caption name; undefined where it cannot. */
export type EnclosingOf = (name: string) => Enclosing | undefined;

interface Relation {
  relation: string;
  isTurned: boolean;
  /** Whether one is to be in the other, which hides a part of it. */
  isNested?: boolean;
  /** Whether it is not what was said. */
  isOther?: boolean;
  /** What the one is with the other on it. */
  act?: Act;
}

/** Turns how things stand to each other into what the bundle can lay out. Who is behind another comes after it. */
export function stood(named: readonly Named[], bundle: BundleWords, enclosingOf: EnclosingOf): Stood {
  const related = (first: Named, second: Named) => relationOf(first, second, bundle, enclosingOf);
  const middle = inTheMiddle(named);
  if (middle) return middle;
  if (named.length === 3 && named[2]!.isOfFirst) return aroundFirst(named, related, bundle);
  const order = received(groundLast(named, bundle), bundle).map((one, k, all) => aboard(one, all[k - 1], bundle));
  const isReading = named.some(({ standSaid }) => actOf(standSaid) === 'read');
  const relations: string[] = [];
  const notes: ReadingNote[] = [];
  let isNested = false;
  let isClose = false;
  let act: Act | undefined;
  for (let k = 1; k < order.length; k++) {
    const second = order[k]!;
    const first = order[k - 1]!;
    const isOff = (second.stand ?? 'and') === 'and' && isOffLedge(first.standSaid, nameOf(second));
    const isTarget = k === 2 && TO_SOMEBODY.has(act) && TOWARDS.has(second.standSaid.toLowerCase());
    const found: Relation = isOff
      ? { relation: 'on', isTurned: false, act: 'fallen' }
      : isTarget
        ? { relation: 'beside', isTurned: false }
        : (fromFirst(order, k, relations, related) ?? related(first, second));
    const relation = known(found.relation, bundle);
    const isAround = found.isTurned && k === 2 && relation === 'in front of';
    if (isAround) order.unshift(...order.splice(k, 1));
    else if (found.isTurned) order.splice(k - 1, 2, second, first);
    if (isAround) relations.unshift(relation);
    else relations.push(relation);
    const done = doneIn(relation, second, bundle);
    const own = done ?? (relation === found.relation ? found.act : undefined);
    act = own === 'fallen' ? own : (act ?? own);
    isNested ||= found.isNested === true && relation === found.relation && isEachOne(named);
    isClose = second.isAct && relation === 'beside' && isPair(named);
    const isSaid = relation === 'on' && ON_TOO.has(second.standSaid.toLowerCase());
    // What is eaten is drawn at the mouth, and needs no telling.
    const isPlayed = found.isNested === true && second.isAct;
    const isShown = isPlayed || done !== undefined || (isClose && isShownClose(second.standSaid));
    const isAmong =
      relation === 'beside' && isPair(named) && second.group !== undefined && ABOUT.has(second.stand ?? '');
    if (isAmong) act = 'strewn';
    if (second.isAct && !isShown) notes.push(actNote(second, relation));
    else if ((found.isOther === true && !isSaid && !isAmong) || (found.isNested === true && !isNested))
      notes.push({ type: 'read-as', said: second.standSaid, name: isPair(named) ? relation : 'beside' });
  }
  return { named: order.map((one) => opened(one, isReading, bundle)), relations, isNested, isClose, act, notes };
}

/** Words for who has another on each side. */
const BETWEEN: ReadonlySet<string> = new Set(
  listed(`between in_between standing_between sitting_between zwischen entre tra fra tussen między pomiędzy между між mezi mellan mellem mellom välissä között între ανάμεσα_σε arasında arasındaki
    の間に の間の 之间 在中间 사이에 बीच_में بين ระหว่าง`),
);

/** “A frog **between** two ducks”, “a cat **between** a dog and a bird”: in the middle of a row of three. */
function inTheMiddle(named: readonly Named[]): Stood | undefined {
  const [first, second, third, more] = named as [Named, Named?, Named?, Named?];
  if (!second || more || second.isTurned || !BETWEEN.has(second.standSaid.toLowerCase())) return undefined;
  const { group, ...one } = second;
  const plain = { ...one, count: 1, way: undefined, stand: 'and', standSaid: '' } as const;
  const isTwo = !third && (group?.copies ?? second.count) === 2;
  if (!isTwo && third?.stand !== 'and') return undefined;
  return {
    named: [plain, first, third ?? plain],
    relations: ['beside', 'beside'],
    isNested: false,
    isClose: false,
    act: 'between',
    notes: [],
  };
}

/** What several are on who are with it: things, and on what is soft somebody too. */
const [TOPS, SEATS]: readonly [ReadonlySet<string>, ReadonlySet<string>] = [
  new Set(['desk', 'table', 'poker table', 'bench']),
  new Set(['bed', 'couch', 'sofa', 'bench', 'rug', 'hammock']),
];

/**
 * “A desk with a laptop, a lamp and a cup”, “a garden with a cat, a dog and a rabbit”: what all others are on, or in,
 * comes last, as in “a cat, a dog and a rabbit in a garden”.
 */
function groundLast(named: readonly Named[], bundle: BundleWords): readonly Named[] {
  if (named.length < 3) return named;
  const [first, second, ...others] = named as [Named, Named, ...Named[]];
  const name = nameOf(first);
  const isOn = (one: Named) =>
    (TOPS.has(name) && SMALL.has(groupsOf(bundle).get(nameOf(one)) ?? '')) ||
    (SEATS.has(name) && (isLivingIn(bundle, nameOf(one)) || SMALL.has(groupsOf(bundle).get(nameOf(one)) ?? '')));
  const isGround = isPlace(name) || named.slice(1).every(isOn);
  const areWith = second.stand === 'with' && others.every(({ stand = 'and' }) => stand === 'and' || stand === 'with');
  if (isGround && areWith && !second.isTurned) {
    const all = [second, ...others].map((one) => ({ ...one, stand: 'and' as const, standSaid: '' }));
    return [...all, { ...first, stand: isPlace(name) ? 'in' : 'on', standSaid: second.standSaid }];
  }
  const at = named.findIndex(({ stand, isTurned, sense }, k) => {
    return k > 0 && (stand === 'in' || stand === 'on') && !isTurned && isPlace(sense.names[0]!);
  });
  return at > 0 && named.length > 3 ? [...named.slice(0, at), ...named.slice(at + 1), named[at]!] : named;
}

/** Whose things somebody is in the middle of. */
const ABOUT: ReadonlySet<string> = new Set(['in', 'around', 'on']);

const isLivingIn = (bundle: BundleWords, name: string): boolean => LIVING.has(groupsOf(bundle).get(name) ?? '');

/** The act that pictures show of how two stand. */
function doneIn(relation: string, { standSaid, sense }: Named, bundle: BundleWords): Act | undefined {
  const act = actOf(standSaid);
  const of = act && RELATION_OF[act];
  const isOfLiving = act === 'fed' || act === 'walked';
  if (isOfLiving && !isLivingIn(bundle, sense.names[0]!)) return undefined;
  return of === relation ? act : undefined;
}

/** Parts of a body, which are eaten as any food is. */
const BODY_PART =
  /\b(?:hands?|fingers?|fist|thumbs|biceps|arm|leg|foot|ear|nose|brain|heart|lungs|tooth|bone|eyes?|tongue|mouth|lip|gesture|salute|horns|polish)\b/u;

/** Whether a thing is somebody who is swallowed, and not bitten, by who eats them. */
const isSomebody = (name: string, group: string): boolean => group === 'people-body' && !BODY_PART.test(name);

const RELATION_OF: Readonly<Partial<Record<Act, string>>> = {
  eaten: 'holding',
  read: 'holding',
  over: 'above',
  chased: 'beside',
  fought: 'beside',
  hugged: 'beside',
  kissed: 'beside',
  handed: 'beside',
  danced: 'beside',
  fived: 'beside',
  wrestled: 'beside',
  whispered: 'beside',
  argued: 'beside',
  talked: 'beside',
  laughed: 'beside',
  waited: 'beside',
  dueled: 'beside',
  boxed: 'beside',
  given: 'holding',
  breathed: 'holding',
  cooked: 'holding',
  pushed: 'beside',
  pulled: 'beside',
  fled: 'beside',
  aimed: 'holding',
  dropped: 'holding',
  fallen: 'on',
  walked: 'beside',
  fed: 'beside',
  shared: 'holding',
  watered: 'holding',
  tabled: 'holding',
  onBack: 'on',
  onNose: 'on',
  onTail: 'on',
  onBelly: 'on',
  onShoulder: 'on',
  coiled: 'beside',
  swallowed: 'beside',
};

/** Who shoots, fires, casts or sprays. */
const SHOT =
  /^(?:shoot|fir(?:es|ing)|cast|spray|squirt|schie|tir(?:e|ant)|dispar|atira|strzela|стреля|стріля|を撃つ|射)/iu;

/** Words for “on” that say at whom something is thrown. */
const TOWARDS = new Set('on auf sur sobre na su op onto contra contre gegen'.split(' '));

/** What is done with what is held, though its words are of two beside each other: “swallowing **a pill**”. */
const DONE_WITH: ReadonlySet<Act | undefined> = new Set(['fed', 'swallowed']);

/** What is said with whom it is done to before what it is done with. */
const TO_SOMEBODY: ReadonlySet<Act | undefined> = new Set(['aimed', 'given']);

/** “Wirft **einem Hund** einen Ball zu”: what is thrown comes before whom it is thrown to. */
function received(named: readonly Named[], bundle: BundleWords): Named[] {
  const [first, second, third] = named as [Named, Named, Named | undefined];
  if (
    named.length !== 3 ||
    !TO_SOMEBODY.has(actOf(second.standSaid)) ||
    !isLivingIn(bundle, nameOf(second)) ||
    (isLivingIn(bundle, nameOf(third!)) && !CARRIED.has(nameOf(third!)))
  )
    return [...named];
  const { stand, standSaid, isAct } = second;
  return [
    first,
    { ...third!, stand, standSaid, isAct, isTurned: false },
    { ...second, stand: 'and', standSaid: '', isAct: false },
  ];
}

/** Who is on a train is in it, and whoever plays the drums sits behind all of them. */
function aboard(one: Named, before: Named | undefined, bundle: BundleWords): Named {
  const [name, { stand, standSaid, sense }] = [nameOf(one), one];
  const as = (other: string) => (groupsOf(bundle).has(other) ? { ...sense, names: [other] } : sense);
  if (name === 'drum' && sense.isPlural && stand === 'holding') return { ...one, count: 1, sense: as('drum kit') };
  // The sign of a hot spring is no water.
  if (name === 'hot springs' && stand === 'in') return { ...one, sense: { ...as('bathtub'), isGuess: true } };
  // A pot that is drawn with its lid on has nobody in it.
  if (name === 'cooking pot' && stand === 'in') return { ...one, sense: as('open pot') };
  const isAboard = stand === 'in' || (stand === 'on' && BOARDED.test(standSaid));
  if (!isAboard || one.isTurned || !isVehicle(name) || !before || !isLivingIn(bundle, nameOf(before))) return one;
  return { ...one, stand: 'in', sense: TRAINS.has(name) ? as(IN_TRAIN) : sense };
}

const BOOKS: ReadonlySet<string> = new Set(['book', 'books']);

/** What is read, is open. */
function opened(one: Named, isReading: boolean, bundle: BundleWords): Named {
  if (!isReading || !BOOKS.has(one.sense.names[0]!) || !groupsOf(bundle).has(OPEN_BOOK)) return one;
  return { ...one, sense: { ...one.sense, names: [OPEN_BOOK] } };
}

/** What is done is drawn as how the two stand. Japanese has a particle before the verb. */
const actNote = ({ standSaid }: Named, relation: string): ReadingNote => ({
  type: 'read-as',
  said: standSaid.replace(/^を/, ''),
  name: relation,
});

/**
 * How the third stands to the first, where that holds it and the second cannot: “a robot with a sword and a shield”, “a
 * penguin on a skateboard with pizza”; undefined where it stands to the second.
 */
function fromFirst(
  order: readonly Named[],
  k: number,
  relations: readonly string[],
  related: (first: Named, second: Named) => Relation,
): Relation | undefined {
  const [first, second, third] = order as [Named, Named, Named];
  if (k !== 2 || third.isTurned === true || third.isAct) return undefined;
  const isBoth = (third.stand ?? 'and') === 'and' && relations[0] === 'holding';
  if (!isBoth && third.stand !== 'with') return undefined;
  const own = { ...third, stand: 'with' } as Named;
  if (!isBoth && HAD.has(related(second, own).relation)) return undefined;
  const found = related(first, own);
  return HAD.has(found.relation) ? found : undefined;
}
const HAD: ReadonlySet<string> = new Set(['holding', 'wearing']);

const isEachOne = (named: readonly Named[]) => named.every(({ count = 1 }) => count === 1);

/** Of more, each has a place of its own. */
const isPair = (named: readonly Named[]) => named.length === 2 && isEachOne(named);

/** A relation as it is from the other thing. */
export const INVERSE: Readonly<Record<string, string>> = {
  on: 'below',
  above: 'below',
  below: 'above',
  beside: 'beside',
};

/** Both other things stand to the first, which therefore comes between them; what it wears stays behind it. */
function aroundFirst(
  named: readonly Named[],
  related: (first: Named, second: Named) => Relation,
  bundle: BundleWords,
): Stood {
  const [first, ...others] = named as [Named, Named, Named];
  const told = others.map((other) => ({ other, ...related(first, other) }));
  const [had, borne] = told as [(typeof told)[0], (typeof told)[0]];
  // “A man with a hat and a parrot **on his shoulder**”
  if (HAD.has(had.relation) && !had.isTurned && borne.relation === 'on' && borne.isTurned) {
    const relations = [known(had.relation, bundle), known(INVERSE[borne.relation]!, bundle)];
    const act = doneIn(borne.relation, borne.other, bundle);
    return { named: [...named], relations, isNested: false, isClose: false, act, notes: [] };
  }
  const isFree = ({ relation, isTurned }: { relation: string; isTurned: boolean }) =>
    isTurned || Object.hasOwn(INVERSE, relation);
  const [one, two] = told as [(typeof told)[0], (typeof told)[0]];
  const isFirstBefore =
    two.relation === 'wearing' || (one.relation !== 'wearing' && isFree(one) && (one.isTurned || !two.isTurned));
  const [before, behind] = isFirstBefore ? [one, two] : [two, one];
  return {
    named: [before.other, first, behind.other],
    relations: [
      known(before.isTurned ? before.relation : (ownValue(INVERSE, before.relation) ?? 'beside'), bundle),
      known(behind.isTurned ? (ownValue(INVERSE, behind.relation) ?? 'beside') : behind.relation, bundle),
    ],
    isNested: false,
    isClose: false,
    act: undefined,
    notes: told.flatMap(({ other, relation }) => (other.isAct ? [actNote(other, known(relation, bundle))] : [])),
  };
}

/** What is asked of two things: who stands to what, and what these are. */
interface Asked {
  subject: Named;
  object: Named;
  isTurned: boolean;
  isWorn(one: Named): boolean;
  groupOf(one: Named): string;
  /** Whether the object is what somebody can hold. */
  isSmall: boolean;
  /** Whether the subject can hold it. */
  isCarried: boolean;
}

const nameOf = ({ sense }: Named): string => sense.names[0]!;

function relationOf(first: Named, second: Named, bundle: BundleWords, enclosingOf: EnclosingOf): Relation {
  const { stand = 'and', isTurned } = second;
  const [subject, object] = isTurned ? [second, first] : [first, second];
  const isWorn = (one: Named) => wornAt(bundle.manifest.tables, one.sense.names) !== undefined;
  const groupOf = (one: Named) => groupsOf(bundle).get(nameOf(one)) ?? '';
  const isSmall = SMALL.has(groupOf(object)) || CARRIED.has(nameOf(object));
  const isCarried = isSmall && LIVING.has(groupOf(subject)) && !FLAT.has(nameOf(subject));
  const asked = { subject, object, isTurned, isWorn, groupOf, isSmall, isCarried };
  switch (stand) {
    case 'behind':
      return behindOf(asked);
    case 'wearing':
      if (object.isCostume && !isWorn(object)) return { relation: 'in front of', isTurned, act: 'costumed' };
      return {
        relation: isWorn(object) ? 'wearing' : isCarried ? 'holding' : 'beside',
        isTurned,
        isOther: !isWorn(object),
      };
    case 'with':
      return relationWith(asked);
    case 'beside':
      if (isCarried && DONE_WITH.has(actOf(second.standSaid))) return relationDone(asked);
      return { relation: isPlace(nameOf(object)) ? 'in front of' : stand, isTurned };
    case 'in':
      return FROM.has(second.standSaid.toLowerCase())
        ? relationFrom(asked, enclosingOf)
        : relationIn(asked, enclosingOf);
    case 'on':
      // “a crown on a cat”
      if (isWorn(subject) && (LIVING.has(groupOf(object)) || SNOWMEN.has(nameOf(object))) && !isWorn(object))
        return { relation: 'wearing', isTurned: !isTurned };
      return { relation: WALKED_ON.has(nameOf(object)) ? 'in front of' : 'on', isTurned };
    case 'below': {
      // “a panda under a blanket”
      const isOver = wornAt(bundle.manifest.tables, object.sense.names) === 'over';
      return { relation: isOver ? 'wearing' : stand, isTurned };
    }
    case 'around':
      return isFullOf(second) ? relationFull(first, second, enclosingOf) : { relation: 'beside', isTurned: false };
    case 'and': {
      const isThere = isPlace(nameOf(first)) && !isPlace(nameOf(second));
      return { relation: isThere ? 'in front of' : 'beside', isTurned: isThere };
    }
    case 'holding':
      return PLAYED_BEHIND.has(nameOf(object)) ? behindOf(asked) : relationDone(asked);
    default:
      return { relation: stand, isTurned };
  }
}

/** Who is behind something, or within what they play. */
function behindOf({ subject, object, isTurned, groupOf }: Asked): Relation {
  const isPlayed = PLAYED_BEHIND.has(nameOf(object));
  // “At a laptop”
  if (SAT_AT.has(nameOf(object)) && !isPlayed) return { relation: 'holding', isTurned, act: 'tabled' };
  const isNested = isPlayed && LIVING.has(groupOf(subject));
  return { relation: 'in front of', isTurned: !isTurned, ...(isNested ? { isNested } : {}) };
}

/** Who is shot at flies nowhere, and what somebody is fed with is held: “feeding **a carrot** to a horse”. */
function relationDone({ subject, object, isTurned, groupOf, isCarried }: Asked): Relation {
  const act = actOf((isTurned ? subject : object).standSaid);
  const isEaten = act === 'eaten' || act === 'swallowed';
  if (isEaten && isSomebody(nameOf(object), groupOf(object))) return { relation: 'beside', isTurned, act: 'swallowed' };
  if (act === 'swallowed') return { relation: 'holding', isTurned, act: 'eaten' };
  const isShotAt = SHOT.test((isTurned ? subject : object).standSaid) && LIVING.has(groupOf(object)) && !isCarried;
  return isShotAt ? { relation: 'beside', isTurned, act: 'fought' } : { relation: 'holding', isTurned };
}

function relationWith({ subject, object, isTurned, isWorn, groupOf, isSmall, isCarried }: Asked): Relation {
  // “A kitchen with a cup of tea”
  if (isPlace(nameOf(subject)) && !isPlace(nameOf(object))) return { relation: 'in front of', isTurned: !isTurned };
  if (isVessel(nameOf(subject)) && !isWorn(object) && (isSmall || LIVING.has(groupOf(object))))
    return { relation: 'in front of', isTurned, isNested: true };
  const on = smallOn(nameOf(subject), nameOf(object), groupOf(subject));
  if (on && !isWorn(object)) return { relation: 'holding', isTurned, act: on };
  return { relation: isWorn(object) && !isWorn(subject) ? 'wearing' : isCarried ? 'holding' : 'beside', isTurned };
}

function relationIn(
  { subject, object, isTurned, isWorn, groupOf, isSmall }: Asked,
  enclosingOf: EnclosingOf,
): Relation {
  if (isWorn(object) && !isWorn(subject)) return { relation: 'wearing', isTurned };
  if (isPlace(nameOf(object))) return { relation: 'in front of', isTurned };
  // “On a plane”: a face in its window.
  if (isVehicle(nameOf(object)) && LIVING.has(groupOf(subject)))
    return { relation: 'in front of', isTurned, act: 'costumed' };
  const isLiving = LIVING.has(groupOf(object));
  if (object.group && (isSmall || isLiving) && enclosingOf(nameOf(object)) === undefined)
    return { relation: 'beside', isTurned, isOther: true };
  return relationWithin(object, isLiving, isTurned, enclosingOf);
}

/** “Judging me **from** the couch”: who looks from somewhere is on it or in it; from anywhere else things come. */
function relationFrom(asked: Asked, enclosingOf: EnclosingOf): Relation {
  const { subject, object, isTurned, groupOf } = asked;
  const name = nameOf(object);
  if (LIVING.has(groupOf(subject)) && (LAIN_ON.has(name) || PERCHES.has(name))) return { relation: 'on', isTurned };
  const found = relationIn(asked, enclosingOf);
  return found.isOther && !isPlace(name) ? { relation: 'beside', isTurned } : found;
}

/** Who is in a box looks out of it; who is in a house stands before it; in what is none of these nobody can be. */
function relationWithin({ sense }: Named, isLiving: boolean, isTurned: boolean, enclosingOf: EnclosingOf): Relation {
  const [name] = sense.names as [string];
  const enclosing = enclosingOf(name);
  if (enclosing === 'hollow') return { relation: 'in front of', isTurned: !isTurned, isNested: true };
  if (enclosing === 'buildings') return { relation: 'in front of', isTurned, isOther: true };
  if (enclosing === 'garments') return { relation: 'holding', isTurned, isOther: true };
  if (isLiving) return { relation: 'beside', isTurned, isOther: true };
  return { relation: 'on', isTurned, isOther: !LAIN_ON.has(name) && !isPlace(name) };
}

/** What a thing is full of is in it, on it where that is flat, and else about it. */
function relationFull({ sense }: Named, { sense: content }: Named, enclosingOf: EnclosingOf): Relation {
  const [name] = sense.names as [string];
  if (isTopping(name, content.names[0]!)) return { relation: 'holding', isTurned: false, act: 'topped' };
  const isHollow = isVessel(name) || enclosingOf(name) === 'hollow';
  return isHollow
    ? { relation: 'in front of', isTurned: false, isNested: true }
    : { relation: 'beside', isTurned: false };
}

const groups = new WeakMap<BundleWords['memory'], ReadonlyMap<string, string>>();

/** By its caption name, the group of each thing. */
function groupsOf({ memory }: BundleWords): ReadonlyMap<string, string> {
  const found = groups.get(memory) ?? new Map(memory.things.map(({ name, group }) => [name, group]));
  groups.set(memory, found);
  return found;
}

function known(relation: string, { manifest }: BundleWords): string {
  const { relations } = manifest.tables;
  if (Object.hasOwn(relations, relation)) return relation;
  return 'beside' in relations ? 'beside' : Object.keys(relations)[0]!;
}
