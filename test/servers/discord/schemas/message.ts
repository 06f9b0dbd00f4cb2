import { z } from 'zod';
import { complain } from '../rest/form.js';
import { snowflake } from './basics.js';
import { messageComponents } from './components.js';
import { embeds } from './embed.js';

/** developers/resources/message#allowed-mentions-object */
const allowedMentions = z
  .object({
    parse: z
      .array(z.enum(['users', 'roles', 'everyone']))
      .max(3)
      .nullish(),
    users: z.array(snowflake).max(100).nullish(),
    roles: z.array(snowflake).max(100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((allowed, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (allowed.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0) {
        const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
        complain(context, [], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
      }
    }
  });

export type AllowedMentions = z.output<typeof allowedMentions>;

/** A kept file has its id; a new one the index n of its `files[n]` (developers/reference#uploading-files). */
const attachment = z.object({
  id: z.union([z.string(), z.number().int()]).transform(String),
  filename: z.string().max(1024).optional(),
  title: z.string().max(1024).nullish(),
  description: z.string().max(1024).nullish(),
});

const fields = {
  content: z.string().max(2000).nullish(),
  embeds: embeds.nullish(),
  components: messageComponents.nullish(),
  attachments: z.array(attachment).max(10).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: z.number().int().min(0).nullish(),
};

/** developers/resources/message#create-message */
export const newMessage = z.object({
  ...fields,
  tts: z.boolean().nullish(),
  nonce: z.union([z.string().max(25), z.number().int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      type: z.number().int().optional(),
      message_id: snowflake,
      channel_id: snowflake.optional(),
      guild_id: snowflake.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .nullish(),
  sticker_ids: z.array(snowflake).max(3).nullish(),
});

/** developers/resources/message#edit-message */
export const messageEdit = z.object(fields);

export type NewMessage = z.output<typeof newMessage>;
export type MessageEdit = z.output<typeof messageEdit>;
