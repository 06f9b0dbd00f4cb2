import { type Attachment, type Message, StickerFormatType } from 'discord.js';
import { type CustomEmoji, createPictureFetch, type PictureSource } from '../../../chat/pictures/index.js';
import type { Network } from '../../../network/index.js';

/** Where Discord keeps files (docs/reference.mdx#image-formatting): of messages at both, emojis at the first. */
const PICTURE_ORIGINS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** https://docs.discord.com/developers/reference#message-formatting */
const EMOJI = /<a?:(\w{2,32}):(\d{15,21})>/g;
/** Pixels of an emoji, of the sizes that the CDN has: more than are drawn. */
const EMOJI_SIZE = 256;

/** Pictures of Discord: what is attached, and emojis of whatever server. None of it takes a token. */
export function createDiscordPictures({ cdn, network }: { cdn: string | undefined; network: Network }): PictureSource {
  const origins = cdn === undefined ? PICTURE_ORIGINS : [new URL(cdn).origin];
  const fetchPicture = createPictureFetch({ fetch: network.fetch, origins });
  return {
    async picture(reference) {
      const bytes = await fetchPicture(reference);
      return { bytes, fileName: fileNameOf(reference) };
    },
    emojis: async (text) => {
      const found = [...text.matchAll(EMOJI)].map(
        ([whole, name = '', id = '']): CustomEmoji => ({
          text: whole,
          name,
          // Of an animated one this is the first picture.
          reference: `${origins[0]}/emojis/${id}.png?size=${EMOJI_SIZE}`,
        }),
      );
      return [...new Map(found.map((one) => [one.text, one])).values()];
    },
  };
}

/** The URL of a message's first picture; undefined when it has none. */
function attachedPicture(attachments: Iterable<Pick<Attachment, 'contentType' | 'url'>>): string | undefined {
  return [...attachments].find(({ contentType }) => contentType?.startsWith('image/'))?.url;
}

/**
 * What stands for a message's first picture: that of a file, a sticker or an emoji that a server made.
 * @returns undefined when it has none
 */
export async function pictureOfMessage(
  { attachments, stickers, content }: Pick<Message, 'attachments' | 'stickers' | 'content'>,
  { emojis }: Pick<PictureSource, 'emojis'>,
): Promise<string | undefined> {
  const attached = attachedPicture(attachments.values());
  // Those of Lottie are no pictures, but movements of shapes.
  const sticker = stickers.find(({ format }) => format !== StickerFormatType.Lottie)?.url;
  const [emoji] = (await emojis(content)) ?? [];
  return attached ?? sticker ?? emoji?.reference ?? undefined;
}

function fileNameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
