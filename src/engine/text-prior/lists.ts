import type { Edges, Swatch } from '../latents/index.js';

/** Styles that engines know by their names, which end in words that no other of them ends in. */
export const STYLES = [
  'photograph',
  'watercolor',
  'oil on canvas',
  'flat illustration',
  '3d render',
  'ink drawing',
  'pencil sketch',
  'comic',
  'papercut',
  'claymation',
  'woodcut',
  'pastel',
] as const;

/** Where things stand, and how that is looked at. */
export interface Staging {
  view: string;
  /** A place for each thing, by how many things there are. */
  places: readonly (readonly Edges[])[];
}

const edges = (x0: number, y0: number, x1: number, y1: number): Edges => ({ x0, y0, x1, y1 });

/** For one, two and three things; all in thirty-seconds or coarser, as bundles tell places. */
export const STAGINGS: readonly Staging[] = [
  {
    view: 'centred',
    places: [
      [edges(0.1875, 0.125, 0.8125, 0.9375)],
      [edges(0.0625, 0.25, 0.46875, 0.9375), edges(0.53125, 0.25, 0.9375, 0.9375)],
      [
        edges(0.03125, 0.3125, 0.3125, 0.9375),
        edges(0.34375, 0.3125, 0.65625, 0.9375),
        edges(0.6875, 0.3125, 0.96875, 0.9375),
      ],
    ],
  },
  {
    view: 'close-up',
    places: [
      [edges(0.03125, 0.03125, 0.96875, 0.96875)],
      [edges(0, 0.0625, 0.5, 0.96875), edges(0.5, 0.0625, 1, 0.96875)],
      [edges(0, 0.1875, 0.34375, 1), edges(0.3125, 0.0625, 0.6875, 0.9375), edges(0.65625, 0.1875, 1, 1)],
    ],
  },
  {
    view: 'seen from afar',
    places: [
      [edges(0.34375, 0.4375, 0.65625, 0.8125)],
      [edges(0.1875, 0.5, 0.4375, 0.8125), edges(0.5625, 0.5, 0.8125, 0.8125)],
      [edges(0.125, 0.5, 0.34375, 0.78125), edges(0.40625, 0.5, 0.625, 0.78125), edges(0.6875, 0.5, 0.90625, 0.78125)],
    ],
  },
  {
    view: 'off to the left',
    places: [
      [edges(0.0625, 0.1875, 0.5, 0.9375)],
      [edges(0.03125, 0.125, 0.5625, 0.9375), edges(0.59375, 0.5, 0.875, 0.9375)],
      [edges(0.03125, 0.125, 0.5, 0.9375), edges(0.5, 0.5625, 0.71875, 0.9375), edges(0.75, 0.5625, 0.96875, 0.9375)],
    ],
  },
  {
    view: 'off to the right',
    places: [
      [edges(0.5, 0.1875, 0.9375, 0.9375)],
      [edges(0.125, 0.5, 0.40625, 0.9375), edges(0.4375, 0.125, 0.96875, 0.9375)],
      [edges(0.03125, 0.5625, 0.25, 0.9375), edges(0.28125, 0.5625, 0.5, 0.9375), edges(0.5, 0.125, 0.96875, 0.9375)],
    ],
  },
  {
    view: 'seen from below',
    places: [
      [edges(0.25, 0, 0.75, 0.8125)],
      [edges(0.0625, 0, 0.46875, 0.8125), edges(0.53125, 0.0625, 0.9375, 0.8125)],
      [
        edges(0.03125, 0.125, 0.3125, 0.8125),
        edges(0.34375, 0, 0.65625, 0.8125),
        edges(0.6875, 0.125, 0.96875, 0.8125),
      ],
    ],
  },
  {
    view: 'seen from above',
    places: [
      [edges(0.25, 0.25, 0.75, 0.75)],
      [edges(0.0625, 0.0625, 0.5, 0.5), edges(0.5, 0.5, 0.9375, 0.9375)],
      [
        edges(0.34375, 0.0625, 0.65625, 0.4375),
        edges(0.0625, 0.53125, 0.4375, 0.9375),
        edges(0.5625, 0.53125, 0.9375, 0.9375),
      ],
    ],
  },
];

/** A light, and the colours that go with it. */
export interface Light {
  said: string;
  palette: readonly Swatch[];
}

const SHARES = [0.4, 0.25, 0.15, 0.125, 0.075] as const;

/** @param colours five of them as `#rrggbb`, that which there is most of first */
const light = (said: string, ...colours: readonly string[]): Light => ({
  said,
  palette: colours.map((colour, k) => ({ colour, share: SHARES[k]! })),
});

export const LIGHTS: readonly Light[] = [
  light('golden evening light', '#f2b25c', '#d9713c', '#7d3b2e', '#fbe3b0', '#3f2a3d'),
  light('cool morning mist', '#bcd0da', '#8aa5b5', '#e9eff1', '#5f7a86', '#f1d9c4'),
  light('moonlight', '#1f2d4d', '#3d5580', '#0f1626', '#9fb4d6', '#f0ecd2'),
  light('bright noon light', '#6fb7e9', '#f7f3e6', '#f4c542', '#4d9a58', '#d8573f'),
  light('under green leaves', '#4f7f45', '#a7c36a', '#2a4a30', '#e6e8b8', '#8a6240'),
  light('autumn light', '#b8562b', '#e09a3c', '#6b3d24', '#f0d9a6', '#7f8a4a'),
  light('neon light', '#2a1a4a', '#e23b9a', '#25c3d9', '#7d3fd0', '#0d0b1a'),
  light('candlelight', '#4a2a1a', '#c9782f', '#20120c', '#f6cf86', '#8c4a26'),
  light('winter light', '#eef2f6', '#b9c8dc', '#7f93b2', '#ffffff', '#c96a5a'),
  light('soft studio light', '#f3d7d2', '#f8efe6', '#c7a7c9', '#9ec3c1', '#e8a08c'),
];
