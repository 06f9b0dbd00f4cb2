/** A rectangle's outline with a caption; corners are fractions (0–1) of the canvas side, y pointing down. */
export interface RectShape {
  type: 'rect';
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  label: string;
}

/**
 * An ellipse's outline; centre and radii are fractions of the canvas side, angle in degrees from the x axis towards y
 * (down).
 */
export interface EllipseShape {
  type: 'ellipse';
  x: number;
  y: number;
  major: number;
  minor: number;
  angle: number;
}

/**
 * A colour chip that stands beside the picture; chips are laid out in the order given, as wide as their share (0–1].
 */
export interface ChipShape {
  type: 'chip';
  colour: string;
  share: number;
}

/** What a latent looks like on its picture, for any renderer. */
export type Shape = RectShape | EllipseShape | ChipShape;
