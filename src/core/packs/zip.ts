import { zipSync } from 'fflate';
import type { RgbaImage } from '../../engine/basics/index.js';
import {
  type Animation,
  readAnimation,
  renderEmoji,
  renderMovingEmoji,
  renderMovingSticker,
  renderSticker,
} from '../../images/index.js';

/** A picture of a pack. */
export interface PackPicture {
  /** As `moodPictureName` makes it. */
  name: string;
  image: RgbaImage;
  /** As `storeAnimation` wrote it; null where it stands still. */
  moving: Uint8Array | null;
}

/** What a pack is handed out with. */
export interface PackPapers {
  /** All pictures on one, a PNG. */
  sheet: Uint8Array;
  /** Who made what they are drawn after, and under which licence. */
  licences: string;
  /** Side of stickers in pixels. */
  stickerSide: number;
}

/** Bytes of an emoji that both platforms take: Slack's 128 KB, which is less than Discord's 256 KiB. */
export const MOST_EMOJI_BYTES = 128_000;
/** Discord's limit for stickers (docs/resources/sticker.mdx). */
export const MOST_STICKER_BYTES = 512 * 1024;

/** An emoji of a picture, and the ending of its file. */
export async function emojiOf({ image, moving }: Pick<PackPicture, 'image' | 'moving'>) {
  if (moving === null) return { file: await renderEmoji(image), ending: 'png' };
  return { file: await renderMovingEmoji(await readAnimation(moving), MOST_EMOJI_BYTES), ending: 'gif' };
}

/** Discord's side of stickers: no other platform takes moving ones as animated PNGs. */
const MOVING_SIDE = 320;

/** A sticker of a picture: a PNG, which moves where the picture does and is no larger than Discord's then. */
export async function stickerOf({ image, moving }: Pick<PackPicture, 'image' | 'moving'>, side: number) {
  if (moving === null) return renderSticker(image, side);
  const animation: Animation = await readAnimation(moving);
  return renderMovingSticker(animation, Math.min(side, MOVING_SIDE), MOST_STICKER_BYTES);
}

/** All of a pack in one file: emoji, stickers, a sheet, licences and names. */
export async function zipPack(pictures: readonly PackPicture[], papers: PackPapers): Promise<Buffer> {
  const made = pictures.map(async (picture): Promise<[string, Uint8Array][]> => {
    const { file, ending } = await emojiOf(picture);
    const sticker = await stickerOf(picture, papers.stickerSide);
    return [
      [`emoji/${picture.name}.${ending}`, file],
      [`stickers/${picture.name}.png`, sticker],
    ];
  });
  const names = pictures.map(({ name }) => `${name}\n`).join('');
  const files = [
    ...(await Promise.all(made)).flat(),
    ['sheet.png', papers.sheet],
    ['licences.txt', Buffer.from(papers.licences)],
    ['names.txt', Buffer.from(names)],
  ] as const;
  // Pictures are packed already.
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0, mtime: EPOCH }));
}

/** Every zip of the same pack is the same; before 1980 there is none. */
const EPOCH = '1980-01-01T12:00:00';
