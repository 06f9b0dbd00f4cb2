import type { BundleWords } from './bundle-words.js';
import type { Named } from './gather.js';

const SMALL = new Set(['food-drink', 'objects', 'activities']);
const LIVING = new Set(['animals-nature', 'people-body', 'smileys-emotion']);

/** Things in the order of their relations, and these: keys of `tables.relations`. */
export interface Stood {
  readonly named: readonly Named[];
  readonly relations: readonly string[];
}

/** Turns how things stand to each other into what the bundle can lay out. Who is behind another comes after it. */
export function stood(named: readonly Named[], bundle: BundleWords): Stood {
  if (named.length === 3 && named[2]!.isOfFirst) return aroundFirst(named, bundle);
  const order = [...named];
  const relations: string[] = [];
  for (let k = 1; k < order.length; k++) {
    const [first, second] = [order[k - 1]!, order[k]!];
    const { relation, isTurned } = relationOf(first, second, bundle);
    if (isTurned) {
      order[k - 1] = second;
      order[k] = first;
    }
    relations.push(known(relation, bundle));
  }
  return { named: order, relations };
}

/** A relation as it is from the other thing. */
const INVERSE: Readonly<Record<string, string>> = { on: 'below', above: 'below', below: 'above', beside: 'beside' };

/** Both other things stand to the first, which therefore comes between them; what it wears stays behind it. */
function aroundFirst(named: readonly Named[], bundle: BundleWords): Stood {
  const [first, ...others] = named as [Named, Named, Named];
  const told = others.map((other) => ({ other, ...relationOf(first, other, bundle) }));
  const isFree = ({ relation, isTurned }: { relation: string; isTurned: boolean }) => isTurned || relation in INVERSE;
  const [one, two] = told as [(typeof told)[0], (typeof told)[0]];
  const isFirstBefore = two.relation === 'wearing' || (one.relation !== 'wearing' && isFree(one));
  const [before, behind] = isFirstBefore ? [one, two] : [two, one];
  return {
    named: [before.other, first, behind.other],
    relations: [
      known(before.isTurned ? before.relation : (INVERSE[before.relation] ?? 'beside'), bundle),
      known(behind.isTurned ? (INVERSE[behind.relation] ?? 'beside') : behind.relation, bundle),
    ],
  };
}

function relationOf(first: Named, second: Named, bundle: BundleWords): { relation: string; isTurned: boolean } {
  const { stand = 'and', isTurned } = second;
  const [subject, object] = isTurned ? [second, first] : [first, second];
  const { head, face } = bundle.manifest.tables.wearables;
  const worn = (one: Named) => one.sense.names.some((name) => head.includes(name) || face.includes(name));
  const group = (one: Named) => groupsOf(bundle).get(one.sense.names[0]!) ?? '';
  const isCarried = SMALL.has(group(object)) && LIVING.has(group(subject));
  switch (stand) {
    case 'behind':
      return { relation: 'in front of', isTurned: !isTurned };
    case 'wearing':
      return { relation: worn(object) ? 'wearing' : isCarried ? 'holding' : 'beside', isTurned };
    case 'with':
      return { relation: worn(object) && !worn(subject) ? 'wearing' : isCarried ? 'holding' : 'beside', isTurned };
    case 'in':
      if (worn(object) && !worn(subject)) return { relation: 'wearing', isTurned };
      return { relation: LIVING.has(group(object)) ? 'beside' : 'on', isTurned };
    case 'on':
      // “a crown on a cat”
      if (worn(subject) && LIVING.has(group(object)) && !worn(object))
        return { relation: 'wearing', isTurned: !isTurned };
      return { relation: 'on', isTurned };
    case 'and':
    case 'around':
      return { relation: 'beside', isTurned: false };
    default:
      return { relation: stand, isTurned };
  }
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
  if (relation in relations) return relation;
  return 'beside' in relations ? 'beside' : Object.keys(relations)[0]!;
}
