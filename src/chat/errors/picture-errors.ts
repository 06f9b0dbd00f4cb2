import { KaleidoError } from '../../engine/basics/index.js';

/** Why a picture that somebody shows the bot cannot be had. */
export interface PictureErrors {
  picture_not_fetched: {
    /**
     * - `elsewhere`: it is not where the platform keeps its files
     * - `no_file`: nothing is there, or nothing that the one who names it may see
     * - `refused`: the platform does not hand it out
     * - `broke_off`: it did not come whole, or not in time
     */
    why: 'elsewhere' | 'no_file' | 'refused' | 'broke_off';
  };
}

/** A picture that cannot be had. */
export class PictureError extends KaleidoError<PictureErrors> {}
