/**
 * Joins the conditional and the unconditional prediction of one cell at one resolution. A rule may remember earlier
 * steps, so one is made for every cell and resolution.
 *
 * @param conditional x0 predicted from prompt and latents
 * @param unconditional x0 predicted from the null condition, same length
 * @param scale the guidance scale γ ≥ 1; 1 gives back the conditional prediction
 * @returns guided x0, newly allocated and not clipped
 */
export type GuidanceRule = (conditional: Float32Array, unconditional: Float32Array, scale: number) => Float32Array;
