/** A visual code's mean colour taken apart. */
export interface CodeColour {
  /** `#rrggbb` */
  colour: string;
  /** How much of its cell the code covers, 0–1. */
  covered: number;
}

/** @param hex `#rrggbbaa`, as the manifest's codebook has it */
export function codeColour(hex: string): CodeColour {
  return { colour: hex.slice(0, 7), covered: Number.parseInt(hex.slice(7), 16) / 255 };
}
