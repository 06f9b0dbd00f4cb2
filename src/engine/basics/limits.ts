/** The latent kinds in canonical order (docs/bundle.md); a bundle's manifest lists the ones it knows. */
export const LATENT_KINDS = ['description', 'boxes', 'blobs', 'palette', 'tokens'] as const;

export type LatentKind = (typeof LATENT_KINDS)[number];

// The quantisation that the bundle's format fixes (docs/bundle.md).

/** A coordinate is k / 32 of the canvas side, k = 0 … 32. A radius is k / 64, k = 1 … 32. */
export const LOCATION_STEPS = 32;
/** An angle is k · 180° / 24, k = 0 … 23. */
export const ANGLE_STEPS = 24;
/** A share is (k + 1) / 8, k = 0 … 7. */
export const SHARE_STEPS = 8;
