import { z } from 'zod';
import { complain } from '../rest/form.js';

/** Where a picture or link may point: the web, or a file of the same message. */
const mediaUrl = z
  .string()
  .max(2048)
  .regex(/^(https?|attachment):\/\/\S+$/);
const webUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/\S+$/);
const media = z.object({ url: mediaUrl });

/** developers/resources/message#embed-object-embed-limits */
const embed = z.object({
  title: z.string().max(256).nullish(),
  description: z.string().max(4096).nullish(),
  url: webUrl.nullish(),
  timestamp: z.string().nullish(),
  color: z.number().int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: z.string().min(1).max(2048), icon_url: mediaUrl.nullish() }).nullish(),
  image: media.nullish(),
  thumbnail: media.nullish(),
  author: z.object({ name: z.string().min(1).max(256), url: webUrl.nullish(), icon_url: mediaUrl.nullish() }).nullish(),
  fields: z
    .array(
      z.object({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024), inline: z.boolean().nullish() }),
    )
    .max(25)
    .nullish(),
});

export type Embed = z.output<typeof embed>;

/** At most ten embeds with 6,000 characters between them. */
export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((list, context) => {
    const size = list.map(textLength).reduce((sum, length) => sum + length, 0);
    if (size > 6000) {
      complain(context, [], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
    }
  });

function textLength(one: Embed): number {
  const texts = [one.title, one.description, one.footer?.text, one.author?.name];
  for (const field of one.fields ?? []) texts.push(field.name, field.value);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
