/**
 * How a body below a head sits, stands or lies, in lengths of the head: the origin is the middle of the chin, x to the
 * right, y down. All of it looks to the left where it looks aside.
 */

import { edgesAbout } from '../../latents/index.js';
import { clad, type Garment, handOut } from './garments.js';
import {
  type BodyBox,
  type Build,
  both,
  boxOfShape,
  CLOTHED,
  corners,
  joined,
  type Leg,
  leg,
  limb,
  mapped,
  mirrored,
  oval,
  type Part,
  type Spot,
  TINTS,
  type Tint,
  type Tints,
} from './parts.js';

/**
 * On two legs; on a seat; astride what goes to the left; along what is lain on, the head at its left end; on a board,
 * with arms out; before it something in both hands; with a fist before the chin; and as who does what pictures show by
 * a pose.
 */
export type Pose = 'standing' | 'sitting' | 'riding' | 'lying' | 'balancing' | 'holding' | 'fighting' | Posed;

/** What tail an animal has: a stick of one, a brush with a lighter tip, a tuft, or none that is seen from the front. */
export type Tail = 'long' | 'bushy' | 'puff' | 'none';

/** What is in a hand that is held out. */
export type Gear = 'sword' | 'glove';

/**
 * What somebody does that is seen by how limbs are held: an arm up and a hand on the hip; legs crossed; on one leg,
 * hands over the head; hands beside the chest; something over the head; a stride; up a wall; on skis, and on a board;
 * over a club; a lunge; fists up; off the ground; along it, on hands and toes; a fist ahead, legs behind; arms, legs or
 * both, that do nothing.
 */
export const POSED = [
  'dancing',
  'meditating',
  'stretching',
  'juggling',
  'lifting',
  'running',
  'climbing',
  'skiing',
  'snowboarding',
  'golfing',
  'fencing',
  'boxing',
  'jumping',
  'planking',
  'flying',
  'armed',
  'legged',
  'limbed',
] as const;
export type Posed = (typeof POSED)[number];
const POSED_NAMES: ReadonlySet<string> = new Set(POSED);
export const isPosed = (pose: string | undefined): pose is Posed => pose !== undefined && POSED_NAMES.has(pose);

/** What somebody wears who is known by it. */
export type Attire =
  | 'armour'
  | 'space suit'
  | 'black'
  | 'pirate'
  | 'robe'
  | 'hides'
  | 'royal'
  | 'red'
  | 'navy'
  | 'white';

/** A body as it is asked for. */
export interface PosedBody {
  pose: Pose;
  build: Build;
  /** Which of the colours that go with any head clothes are in, where the head shows none. */
  clothes: number;
  /** Whether the lower end of the head's picture shows clothes. */
  showsClothes?: boolean;
  /** Looking, or lying, the other way than a head that is drawn as it is. */
  isMirrored?: boolean;
  /** Where the hand on the left is that is held out to somebody. */
  reach?: Spot;
  gear?: Gear;
  /** What it is in, of which pictures show the rest. */
  garment?: Garment;
  attire?: Attire;
  /** Of an animal; long where absent. */
  tail?: Tail;
  /** Of a thing: how much further to either side than a head does it reaches; 0 where absent. */
  broad?: number;
}

/** An arm: from the shoulder over the elbow to the hand. */
function arm({ body, hand }: Tints, { shoulder, elbow, end }: Arm): Part[] {
  const sleeve = joined(limb(body, shoulder, elbow, 0.12, 0.11), limb(body, elbow, end, 0.11, 0.09));
  const held = oval(hand, end, [0.11, 0.11]);
  return body === hand ? [joined(sleeve, held)] : [held, sleeve];
}

const DOWN = { shoulder: [-0.27, 0.14], elbow: [-0.42, 0.36], end: [-0.46, 0.56] } as const;
const BEFORE = { shoulder: [-0.28, 0.14], elbow: [-0.46, 0.34], end: [-0.3, 0.44] } as const;
const OUT = { shoulder: [-0.26, 0.14], elbow: [-0.5, 0.2], end: [-0.74, 0.1] } as const;
const UP = { shoulder: [-0.26, 0.14], elbow: [-0.56, 0.1], end: [-0.68, -0.2] } as const;
const GUARD = { shoulder: [-0.26, 0.14], elbow: [-0.52, 0.36], end: [-0.34, 0.12] } as const;
const HIPPED = { shoulder: [-0.27, 0.14], elbow: [-0.54, 0.34], end: [-0.3, 0.54] } as const;
type Arm = Record<'shoulder' | 'elbow' | 'end', Spot>;

const otherSide = ({ shoulder, elbow, end }: Arm): Arm => ({
  shoulder: mirrored(shoulder),
  elbow: mirrored(elbow),
  end: mirrored(end),
});
const armsOf = (tints: Tints, one: Arm, other = one): Part[] => [...arm(tints, one), ...arm(tints, otherSide(other))];

/** How far below the straight line from its shoulder to its hand an elbow is. */
const DROPPED = 0.1;
/** An arm that is held out. */
function reaching(end: Spot, shoulder: Spot = DOWN.shoulder): Arm {
  return { shoulder, elbow: [(shoulder[0] + end[0]) / 2, (shoulder[1] + end[1]) / 2 + DROPPED], end };
}

/** What is in a hand: a sword that points up and ahead, or a glove about it. */
function inHand(gear: Gear, [x, y]: Spot): Part[] {
  if (gear === 'glove') return [oval('bright', [x, y], [0.21, 0.19])];
  return [
    limb('steel', [x - 0.04, y - 0.06], [x - 0.42, y - 0.62], 0.055, 0.03),
    limb('hilt', [x - 0.17, y - 0.02], [x + 0.06, y - 0.17], 0.04),
    limb('hilt', [x + 0.05, y + 0.07], [x - 0.04, y - 0.06], 0.045),
  ];
}

/** The trunk as it is seen from the front: of an animal with a lighter belly. */
function trunk(build: Build, low: number): Part[] {
  if (build === 'animal') {
    const middle = (low - 0.06) / 2;
    return [oval('fur', [0, middle], [0.4, middle + 0.12]), oval('belly', [0, middle + 0.08], [0.25, middle - 0.06])];
  }
  return [
    corners(
      'trousers',
      [
        [-0.24, low - 0.2],
        [0.24, low - 0.2],
        [0.24, low],
        [-0.24, low],
      ],
      0.07,
    ),
    corners(
      'clothes',
      [
        [-0.2, -0.04],
        [0.2, -0.04],
        [0.27, low - 0.14],
        [-0.27, low - 0.14],
      ],
      0.09,
    ),
  ];
}

/** What grows at one spot and points up and to the right. */
function tailAt([x, y]: Spot, kind: Tail = 'long'): Part[] {
  switch (kind) {
    case 'none':
      return [];
    case 'puff':
      return [oval('belly', [x + 0.12, y], [0.15, 0.15])];
    case 'bushy':
      return [
        joined(
          limb('fur', [x, y], [x + 0.26, y - 0.06], 0.08, 0.15),
          limb('fur', [x + 0.26, y - 0.06], [x + 0.4, y - 0.36], 0.15, 0.19),
        ),
        limb('belly', [x + 0.43, y - 0.46], [x + 0.4, y - 0.68], 0.15, 0.03),
      ];
    default:
      return [limb('fur', [x, y], [x + 0.32, y - 0.24], 0.08, 0.06)];
  }
}

/** On both feet, with arms that are held as they are told. */
function upright(build: Build, tail: Tail | undefined, left: Arm, right = left): Part[] {
  const tints = TINTS[build];
  const isAnimal = build === 'animal';
  const legs = isAnimal
    ? both(
        leg(tints, [
          [-0.2, 0.7],
          [-0.21, 0.82],
          [-0.22, 0.92],
          [-0.25, 1],
        ]),
      )
    : both(
        leg(tints, [
          [-0.14, 0.64],
          [-0.15, 0.8],
          [-0.16, 0.94],
          [-0.19, 1.03],
        ]),
      );
  return [
    ...(isAnimal ? tailAt([0.3, 0.7], tail) : []),
    ...legs,
    ...trunk(build, isAnimal ? 0.9 : 0.74),
    ...armsOf(tints, left, right),
  ];
}

/** On a seat, seen from the front: legs hang over its edge, and an animal's feet are before it. */
function seated(build: Build, tail?: Tail): Part[] {
  const tints = TINTS[build];
  if (build === 'animal')
    return [
      ...tailAt([0.3, 0.7], tail),
      ...trunk(build, 0.92),
      ...armsOf(tints, { shoulder: [-0.27, 0.16], elbow: [-0.36, 0.36], end: [-0.26, 0.56] }),
      ...both([oval('fur', [-0.3, 0.86], [0.19, 0.17]), oval('belly', [-0.31, 0.87], [0.11, 0.1])]),
    ];
  return [
    ...trunk(build, 0.74),
    ...both(
      leg(tints, [
        [-0.16, 0.68],
        [-0.2, 0.76],
        [-0.21, 1.02],
        [-0.24, 1.12],
      ]),
    ),
    ...armsOf(tints, { shoulder: [-0.27, 0.14], elbow: [-0.42, 0.36], end: [-0.28, 0.6] }),
  ];
}

/** Astride, seen from the side: an arm to the handle, and one leg down. */
function astride(build: Build, tail?: Tail): Part[] {
  const tints = TINTS[build];
  const isAnimal = build === 'animal';
  return [
    ...(isAnimal ? tailAt([0.42, 0.66], tail) : []),
    limb(tints.body, [0.02, 0.12], [0.2, 0.58], 0.24, 0.29),
    ...(isAnimal ? [oval('belly', [0, 0.4], [0.16, 0.26])] : [limb('trousers', [0.2, 0.7], [0.22, 0.72], 0.22)]),
    ...leg(tints, [
      [0.18, 0.7],
      [-0.2, 0.82],
      [-0.1, 1.14],
      [-0.17, 1.22],
    ]),
    ...arm(tints, { shoulder: [-0.02, 0.2], elbow: [-0.26, 0.42], end: [-0.56, 0.4] }),
  ];
}

/** Along what is lain on: an animal as a loaf, and somebody under a cover. */
function lain(build: Build, tail?: Tail): Part[] {
  if (build === 'animal')
    return [
      ...(tail === undefined || tail === 'long'
        ? [limb('fur', [1.3, -0.02], [1.42, -0.22], 0.09, 0.07)]
        : tailAt([1.36, -0.1], tail)),
      oval('fur', [0.72, -0.2], [0.78, 0.34]),
      limb('fur', [1.06, 0.06], [1.3, 0.06], 0.1),
      limb('fur', [0.42, 0.04], [0.04, 0.06], 0.11, 0.1),
    ];
  return [
    limb('skin', [0.3, -0.06], [0.5, -0.06], 0.16),
    corners(
      'cover',
      [
        [0.36, -0.36],
        [0.9, -0.4],
        [1.46, -0.32],
        [1.5, 0.04],
        [0.26, 0.04],
      ],
      0.12,
    ),
    oval('skin', [0.54, -0.1], [0.1, 0.09]),
    limb('clothes', [0.24, 0.02], [0.46, -0.06], 0.1),
  ];
}

/** Both arms and legs of a pose, those of the right as in a mirror, and what is in its hands and below its feet. */
interface Limbs {
  arms: readonly [left: Arm, right: Arm];
  legs: readonly [left: Leg, right: Leg];
  gear?: readonly Part[];
  /** What is below them, and behind. */
  ground?: readonly Part[];
  /** Whether legs are before the trunk. */
  areLegsBefore?: true;
}

const armTo = (elbow: Spot, end: Spot): Arm => ({ shoulder: [-0.27, 0.14], elbow, end });
const alike = <T>(one: T): readonly [T, T] => [one, one];
const STRAIGHT: Leg = [
  [-0.14, 0.62],
  [-0.16, 0.84],
  [-0.17, 1.02],
  [-0.21, 1.1],
];
const BENT: Leg = [
  [-0.14, 0.6],
  [-0.28, 0.8],
  [-0.2, 1.02],
  [-0.26, 1.09],
];
/** One ski, of which the tip is bent up. */
const ski = (x: number, y: number): Part =>
  joined(
    limb('bright', [x - 0.62, y - 0.02], [x + 0.58, y + 0.04], 0.05),
    limb('bright', [x - 0.62, y - 0.02], [x - 0.76, y - 0.12], 0.05, 0.04),
  );
const stick = (from: Spot, to: Spot): Part => limb('gear', from, to, 0.032);
const mat = (y: number): Part =>
  corners(
    'bright',
    [
      [-0.72, y],
      [0.72, y],
      [0.86, y + 0.12],
      [-0.86, y + 0.12],
    ],
    0.03,
  );
const gloves = (...at: readonly Spot[]): Part[] => at.map((spot) => oval('bright', spot, [0.18, 0.17]));

/** One hand raised, the other out, a little below. */
const OPEN = [armTo([-0.62, 0.24], [-0.78, -0.12]), armTo([-0.6, 0.3], [-0.76, 0.5])] as const;

const LIMBS: Readonly<Record<Exclude<Posed, 'dancing' | 'planking'>, Limbs>> = {
  meditating: {
    arms: alike(armTo([-0.48, 0.34], [-0.56, 0.58])),
    legs: alike([
      [-0.14, 0.64],
      [-0.58, 0.72],
      [-0.08, 0.86],
      [0.08, 0.86],
    ] as const),
    areLegsBefore: true,
    ground: [mat(0.86)],
  },
  stretching: {
    arms: alike(armTo([-0.72, -0.36], [-0.07, -1.12])),
    legs: [
      [
        [-0.08, 0.62],
        [-0.06, 0.9],
        [-0.04, 1.16],
        [-0.09, 1.23],
      ],
      [
        [-0.12, 0.62],
        [-0.54, 0.72],
        [-0.14, 0.93],
        [-0.04, 0.94],
      ],
    ],
    ground: [mat(1.18)],
  },
  juggling: { arms: alike(armTo([-0.46, 0.38], [-0.66, 0.14])), legs: alike(STRAIGHT) },
  lifting: { arms: alike(armTo([-0.68, -0.3], [-0.58, -1])), legs: alike(STRAIGHT) },
  running: {
    arms: [armTo([-0.5, 0.36], [-0.66, 0.1]), armTo([-0.58, 0.24], [-0.72, 0.48])],
    legs: [
      [
        [-0.12, 0.6],
        [-0.42, 0.76],
        [-0.44, 1.06],
        [-0.54, 1.12],
      ],
      [
        [-0.12, 0.62],
        [-0.34, 0.88],
        [-0.66, 0.9],
        [-0.76, 0.84],
      ],
    ],
  },
  climbing: {
    arms: [armTo([-0.6, 0.04], [-0.54, -0.5]), armTo([-0.62, 0.1], [-0.62, -0.24])],
    legs: [
      [
        [-0.14, 0.6],
        [-0.5, 0.58],
        [-0.44, 0.84],
        [-0.48, 0.92],
      ],
      [
        [-0.14, 0.62],
        [-0.26, 0.86],
        [-0.22, 1.1],
        [-0.26, 1.18],
      ],
    ],
  },
  skiing: {
    arms: alike(armTo([-0.5, 0.3], [-0.62, 0.46])),
    legs: alike(BENT),
    gear: [stick([-0.6, 0.36], [-0.84, 1.12]), stick([0.6, 0.36], [0.84, 1.16]), ski(-0.16, 1.12), ski(0.22, 1.18)],
  },
  snowboarding: {
    arms: alike(armTo([-0.5, 0.2], [-0.74, 0.1])),
    legs: alike(BENT),
    gear: [limb('bright', [-0.66, 1.14], [0.66, 1.14], 0.08)],
  },
  golfing: {
    arms: [armTo([-0.4, 0.34], [-0.3, 0.56]), armTo([-0.2, 0.4], [0.2, 0.5])],
    legs: alike(STRAIGHT),
    gear: [
      stick([-0.24, 0.46], [-0.62, 1.06]),
      oval('gear', [-0.68, 1.09], [0.12, 0.07]),
      oval('ball', [-0.94, 1.1], [0.075, 0.075]),
    ],
  },
  fencing: {
    arms: [armTo([-0.54, 0.16], [-0.84, 0.12]), armTo([-0.56, 0.06], [-0.74, -0.26])],
    legs: [
      [
        [-0.14, 0.62],
        [-0.52, 0.68],
        [-0.52, 0.98],
        [-0.62, 1.05],
      ],
      [
        [-0.14, 0.62],
        [-0.42, 0.82],
        [-0.66, 1.02],
        [-0.72, 1.07],
      ],
    ],
  },
  boxing: {
    arms: [armTo([-0.54, 0.34], [-0.6, 0.06]), armTo([-0.52, 0.36], [-0.36, 0.14])],
    legs: alike(BENT),
    gear: gloves([-0.6, 0.04], [0.36, 0.12]),
  },
  flying: {
    arms: [armTo([-0.56, 0.02], [-0.82, -0.14]), armTo([-0.5, 0.34], [-0.58, 0.58])],
    legs: [
      [
        [-0.12, 0.6],
        [0.08, 0.86],
        [0.3, 1.04],
        [0.36, 1.12],
      ],
      [
        [-0.12, 0.6],
        [-0.38, 0.78],
        [-0.66, 0.9],
        [-0.74, 0.94],
      ],
    ],
  },
  armed: { arms: OPEN, legs: alike(STRAIGHT) },
  legged: { arms: OPEN, legs: alike(STRAIGHT) },
  limbed: { arms: OPEN, legs: alike(STRAIGHT) },
  jumping: {
    arms: alike(armTo([-0.58, 0.06], [-0.76, -0.28])),
    legs: alike([
      [-0.14, 0.6],
      [-0.38, 0.74],
      [-0.46, 0.98],
      [-0.56, 1.03],
    ] as const),
  },
};

/** Down to the hips. */
const HIPS = 0.76;

const legsOf = (tints: Tints, [left, right]: Limbs['legs']): Part[] => [
  ...leg(tints, left),
  ...leg(tints, right).map((part) => mapped(part, mirrored)),
];

/** In a pose that tells what somebody does. */
function posed(build: Build, pose: Posed, tail?: Tail): Part[] {
  if (pose === 'dancing') return upright(build, tail, UP, HIPPED);
  if (pose === 'planking') return planked(build);
  const tints = TINTS[build];
  const { arms, legs, gear = [], ground = [], areLegsBefore = false } = LIMBS[pose];
  const behindAll = build === 'animal' ? tailAt([0.3, 0.7], tail) : [];
  const [behind, before] = areLegsBefore ? [[], legsOf(tints, legs)] : [legsOf(tints, legs), []];
  return [...ground, ...behindAll, ...behind, ...trunk(build, HIPS), ...before, ...armsOf(tints, ...arms), ...gear];
}

/** Of a thing arms begin so far above its lower end, and legs at that end. */
const AT_SIDES = 0.5;
const [HIP] = STRAIGHT;

/** How far up behind a thing its legs begin, as its lower end may be nowhere near its middle. */
const BEHIND_IT = 0.42;
/** How much of what a thing is broader than a head its legs are further apart. */
const LEGS_APART = 0.5;

/** Arms and legs of a thing that is in a pose, and what belongs to that. */
function limbed(pose: Posed, broad = 0): Part[] {
  const tints = TINTS.limbs;
  const limbs = pose === 'dancing' || pose === 'planking' ? undefined : LIMBS[pose];
  const { ground = [], gear = [] } = limbs ?? {};
  const legs = legsOf(tints, limbs?.legs ?? alike(STRAIGHT));
  const thighs = both([limb('trousers', [HIP[0], HIP[1] - BEHIND_IT], HIP, 0.11, 0.12)]);
  const below = pose === 'armed' ? [] : [...ground, ...thighs, ...legs];
  const above = pose === 'legged' ? [] : [...armsOf(tints, ...armsIn(pose)), ...gear];
  const apart = aside(LEGS_APART * broad);
  return [
    ...below.map((part) => mapped(part, (spot) => apart(lifted(spot, HIP[1])))),
    ...above.map((part) => mapped(part, (spot) => aside(broad)(atSide(spot)))),
  ];
}

/** Further from the middle. */
const aside =
  (by: number) =>
  ([x, y]: Spot): Spot => [x + Math.sign(x) * by, y];
const lifted = ([x, y]: Spot, by: number): Spot => [x, y - by];
const atSide = (spot: Spot): Spot => lifted(spot, AT_SIDES);

const PRESSED = armTo([-0.36, 0.26], [-0.3, 0.5]);

/** Stretched out to the right behind the head, on straight arms and the toes. */
function planked(build: Build): Part[] {
  const tints = TINTS[build];
  return [
    ...leg(tints, [
      [0.94, 0.26],
      [1.3, 0.34],
      [1.62, 0.42],
      [1.66, 0.5],
    ]),
    limb(tints.body, [0.12, 0.1], [0.92, 0.22], 0.26, 0.23),
    ...armsOf(tints, PRESSED),
  ];
}

/** What is below the shoulders of who is drawn with them, from the lower end of the picture on. */
function belowShoulders({ pose, reach, gear }: Posing): Part[] {
  if (pose === 'lying') return lain('person');
  const isBelow = ({ tint, shapes }: Part) =>
    BELOW.has(tint) && Math.max(...shapes.map((shape) => boxOfShape(shape).y1)) > SHOULDERS;
  const legs = wholeOf(pose, 'person').filter(isBelow);
  const moved = legs.map((part) => mapped(part, ([x, y]) => [x, y - SHOULDERS]));
  const out = reach ? arm(CLOTHED, reaching(reach, AT_SHOULDER)) : [];
  return [
    ...moved,
    corners(
      'clothes',
      [
        [-0.36, -0.2],
        [0.36, -0.2],
        [0.3, 0.24],
        [-0.3, 0.24],
      ],
      0.06,
    ),
    ...out,
    ...(reach && gear ? inHand(gear, reach) : []),
  ];
}

/** What of a body is drawn below who is drawn with shoulders. */
const BELOW: ReadonlySet<Tint> = new Set(['trousers', 'shoes', 'gear', 'bright', 'ball']);
/** Where the arm of who is drawn with shoulders begins that is held out. */
const AT_SHOULDER: Spot = [-0.3, -0.16];

/** How much of a body who is drawn with shoulders shows already. */
const SHOULDERS = 0.46;

/** What of a body says where its parts are. */
type Posing = Pick<PosedBody, 'pose' | 'build' | 'reach' | 'gear' | 'garment' | 'tail' | 'broad'>;

/** The other arm of who holds one out. */
const otherArm = (pose: Pose): Arm => (pose === 'dancing' ? UP : pose === 'fighting' ? GUARD : DOWN);

/** All parts of a body, from back to front. */
export function partsOf(body: Posing): readonly Part[] {
  const { pose, build, reach, gear, garment, tail, broad } = body;
  if (garment) return clad(build, garment);
  if (build === 'bust') return belowShoulders(body);
  if (!reach) return wholeOf(pose, build, tail, broad);
  const other = otherArm(pose);
  const worn = gear === 'glove' ? [mirrored(other.end)] : [];
  const held = gear ? [reach, ...worn].flatMap((hand) => inHand(gear, hand)) : [];
  return [...upright(build, tail, reaching(reach), other), ...held];
}

function wholeOf(pose: Pose, build: Exclude<Build, 'bust'>, tail?: Tail, broad?: number): Part[] {
  if (isPosed(pose)) return build === 'limbs' ? limbed(pose, broad) : posed(build, pose, tail);
  switch (pose) {
    case 'sitting':
      return seated(build, tail);
    case 'riding':
      return astride(build, tail);
    case 'lying':
      return lain(build, tail);
    default:
      return upright(build, tail, armAt(pose));
  }
}

const BOXES = new Map<string, BodyBox>();

/** The box about a body. */
export function boxOfBody({ pose, build, reach, gear, garment, tail, broad }: Posing): BodyBox {
  const measured = () =>
    edgesAbout(
      partsOf({ pose, build, reach, gear, garment, tail, broad }).flatMap(({ shapes }) => shapes.map(boxOfShape)),
    );
  // Hands are held out to anywhere, garments are cut as their pictures are, and things are as broad as theirs.
  if (reach || garment || broad) return measured();
  const key = `${pose} ${build} ${tail}`;
  const box = BOXES.get(key) ?? measured();
  BOXES.set(key, box);
  return box;
}

/** What of a body rests on what it is on: its feet, or the seat, which its legs hang down from. */
export function restOf({ pose, build }: Pick<PosedBody, 'pose' | 'build'>): Spot {
  if (pose === 'riding') return build === 'bust' ? [0.2, 0.42] : [0.2, 0.9];
  if (pose === 'sitting' && (build === 'person' || build === 'bare')) return [0, 0.82];
  const { x0, x1, y1 } = boxOfBody({ pose, build });
  return [pose === 'lying' ? (x0 + x1) / 2 : 0, y1];
}

/** How far above the chin what is lifted is. */
const LIFTED = -1.1;

const armAt = (pose: Pose): Arm => (pose === 'holding' ? BEFORE : pose === 'balancing' ? OUT : DOWN);

const armsIn = (pose: Posed): readonly [Arm, Arm] =>
  pose === 'dancing' ? [UP, HIPPED] : pose === 'planking' ? alike(PRESSED) : LIMBS[pose].arms;

/** Where its hand is on one side; of both, their middle. */
export function handOfBody({ pose, build, reach, garment, broad = 0 }: Posing, side: -1 | 0 | 1): Spot {
  if (garment) return handOut(garment, side);
  if (reach && side < 0) return reach;
  if (build === 'bust') return [side * 0.34, -0.06];
  if (pose === 'riding') return [-0.56, 0.4];
  if (build === 'limbs' && isPosed(pose)) {
    const [x, y] = aside(broad)(atSide(side < 0 ? armsIn(pose)[0].end : armsIn(pose)[1].end));
    return side === 0 ? [0, pose === 'lifting' ? LIFTED - AT_SIDES : y] : [-side * x, y];
  }
  if (side === 0) return [0, pose === 'lifting' ? LIFTED : pose === 'sitting' ? 0.5 : 0.42];
  const [left, right] = isPosed(pose) ? armsIn(pose) : alike(armAt(pose));
  const [x, y] = (side < 0 ? left : right).end;
  return [-side * x, y];
}
