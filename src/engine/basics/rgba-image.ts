/** Straight (not premultiplied) RGBA, 8 bits a channel, row by row. */
export interface RgbaImage {
  width: number;
  height: number;
  data: Uint8Array;
}
