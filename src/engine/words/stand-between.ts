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

function relationOf(first: Named, second: Named, bundle: BundleWords): { relation: string; isTurned: boolean } {
  const { stand = 'and', isTurned } = second;
  const [subject, object] = isTurned ? [second, first] : [first, second];
  const { head, face } = bundle.manifest.tables.wearables;
  const worn = (one: Named) => one.sense.names.some((name) => head.includes(name) || face.includes(name));
  const group = (one: Named) => bundle.memory.things.find(({ name }) => name === one.sense.names[0])?.group ?? '';
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

function known(relation: string, { manifest }: BundleWords): string {
  const { relations } = manifest.tables;
  if (relation in relations) return relation;
  return 'beside' in relations ? 'beside' : Object.keys(relations)[0]!;
}
