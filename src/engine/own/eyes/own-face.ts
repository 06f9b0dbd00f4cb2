/** Eyes that a mood can be drawn into, and the head about them. */
export interface OwnFace {
  /** One, or two from left to right, in parts of the picture's side: its middle, half of its width and height. */
  eyes: readonly { x: number; y: number; across: number; down: number }[];
  /** In parts of the picture's side: its ends at the height of the eyes, where it begins above them, their middle. */
  head: { x0: number; x1: number; top: number; x: number; y: number };
}
