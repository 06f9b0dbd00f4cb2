import { PictureError } from '../errors/index.js';

/** A picture that somebody showed the bot: bytes of a stranger's, which nobody has looked at yet. */
export interface ShownPicture {
  bytes: Uint8Array;
  /** What its file is called. */
  fileName: string;
}

/** A custom emoji as a text has it. */
export interface CustomEmoji {
  /** All of it, as it stands in the text. */
  text: string;
  name: string;
  /** What `PictureSource.picture` takes; null for another name of an emoji that everybody has, which is `name`. */
  reference: string | null;
}

/** How a platform comes to what its people show the bot, each for one of them. */
export interface PictureSource {
  /**
   * The picture that an option's value stands for.
   * @throws PictureError, or ImageError `picture_too_large`
   */
  picture(reference: string): Promise<ShownPicture>;
  /**
   * The custom emojis in a text, each once.
   * @returns null where the platform does not let the bot see them
   */
  emojis(text: string): Promise<readonly CustomEmoji[] | null>;
}

/** Of a place where nobody shows any. */
export const NO_PICTURES: PictureSource = {
  async picture() {
    throw new PictureError('picture_not_fetched', { why: 'elsewhere' });
  },
  emojis: async () => [],
};
