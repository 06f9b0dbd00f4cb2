import { z } from 'zod';

/** `#rrggbb`, lower case. */
export const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const name = z.string().min(1);
const names = z.array(name);
const someNames = names.min(1);
const length = z.number().nonnegative();
const side = z.number().gt(0);
/** How often something is drawn beside others. */
const share = z.int().min(1);
const point = z.tuple([z.number(), z.number()]);

/**
 * Where a thing's tight box is centred, its longer side, and how it is moved then: to end at `bottom`, or `sinks` below
 * the other's top.
 */
const placement = z.object({
  x: z.number(),
  y: z.number(),
  side,
  bottom: z.number().optional(),
  sinks: z.number().optional(),
});
const pair = z
  .object({ share, back: z.enum(['first', 'second']), first: placement, second: placement })
  .refine(({ first, second }) => first.sinks === undefined || second.sinks === undefined, {
    message: 'can let only one of two things stand on the other',
  });
const places = (count: number) => z.array(z.object({ share, places: z.array(point).length(count) })).min(1);

/** What bundles of before the key go by. */
const TYPICAL = { heart: 'red', apple: 'red', rose: 'red' };

/** Where a thing is worn, and in which numbers of `layouts.worn` it goes its own way. */
export const wornRule = z.strictObject({
  at: z.enum(['head', 'face', 'neck', 'ears', 'body', 'back', 'over', 'feet']),
  width: side.optional(),
  sinks: z.number().optional(),
  eyes: z.number().optional(),
  rises: z.number().optional(),
  chin: z.number().optional(),
  above: z.number().optional(),
  brow: z.number().optional(),
  lens: z.tuple([z.number(), z.number(), side]).optional(),
});
export type WornRule = z.infer<typeof wornRule>;

/** Sizes and places; docs/bundle.md, "Tables", says what each is a part of. */
const layouts = z.looseObject({
  single: placement,
  pairs: z.record(name, pair),
  groups: z.object({ side, 2: places(2), 3: places(3) }),
  roomy: z.object({ margin: length, gap: length }).optional(),
  worn: z.object({
    head: z.object({ wearer: placement, width: side, sinks: z.number(), top: length, side }),
    face: z.object({ wearer: placement, width: side, longest: side, eyes: length, above: z.number(), radius: length }),
    neck: z.object({ width: side, rises: length, figure: side, chin: length }).optional(),
    ears: z.object({ width: side, above: length }).optional(),
    body: z.object({ width: side, rises: length }).optional(),
    back: z.object({ width: side, rises: z.number() }).optional(),
    over: z.object({ width: side, rises: z.number() }).optional(),
    feet: z.object({ width: side, sinks: z.number() }).optional(),
    own: z.record(name, wornRule).optional(),
  }),
  marks: z.object({
    eyes: z.object({ side, x: z.array(z.number()).min(1), y: z.number() }),
    behind: z.object({ side }),
    corner: z.object({ side, out: z.number(), up: z.number(), margin: length }),
  }),
  mood: z.object({ disc: side, scale: side, rim: z.object({ width: side, colour, below: side }).optional() }),
});

/**
 * What scenes are made of. A table that this version does not know is kept unread, as is what it does not know of a
 * mark.
 */
export const tables = z.looseObject({
  colours: z.record(name, z.array(colour).min(1)),
  paints: names,
  moods: z.record(name, someNames),
  marks: z.record(name, z.looseObject({ thing: name, words: someNames, at: z.enum(['eyes', 'corner', 'behind']) })),
  wearables: z.object({
    head: names,
    face: names,
    neck: names.default([]),
    ears: names.default([]),
    body: names.default([]),
    back: names.default([]),
    over: names.default([]),
    feet: names.default([]),
  }),
  relations: z.record(name, someNames),
  typical: z.record(name, name).default(TYPICAL),
  layouts,
});

export type Tables = z.infer<typeof tables>;
export type Layouts = z.infer<typeof layouts>;
export type Placement = z.infer<typeof placement>;

/** Where on a wearer something can be worn. */
export type WornAt = keyof Tables['wearables'];

/** Where a thing is worn; undefined for what nobody can wear. @param names caption names, any of which will do */
export function wornAt({ wearables }: Pick<Tables, 'wearables'>, names: readonly string[]): WornAt | undefined {
  const places = Object.keys(wearables) as WornAt[];
  return places.find((place) => names.some((name) => wearables[place].includes(name)));
}
