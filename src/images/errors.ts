import { KaleidoError, type ValueProblem } from '../engine/basics/index.js';

/** What of a picture cannot be used. */
export interface ImageErrors {
  unreadable_input: { why: 'not_picture' | 'no_record' | 'bad_record' };
  bad_option: { option: string } & ValueProblem;
}

/** What work on pictures refuses. */
export class ImageError extends KaleidoError<ImageErrors> {}
