import { KaleidoError, type NoData, type ValueProblem } from '../engine/basics/index.js';

/** What of a picture cannot be used. */
export interface ImageErrors {
  unreadable_input: { why: 'not_picture' | 'no_record' | 'bad_record' };
  /** Of a picture that somebody brings: more than is read, in bytes or in pixels. */
  picture_too_large:
    | { why: 'bytes'; bytes: number; most: number }
    | { why: 'pixels' | 'side'; width: number; height: number; most: number };
  /** It is no PNG, JPEG, WebP, GIF or AVIF. */
  picture_unknown: NoData;
  /** It begins like one, but cannot be decoded. */
  picture_broken: NoData;
  /** All of it is transparent. */
  picture_empty: NoData;
  bad_option: { option: string } & ValueProblem;
}

/** What work on pictures refuses. */
export class ImageError extends KaleidoError<ImageErrors> {}
