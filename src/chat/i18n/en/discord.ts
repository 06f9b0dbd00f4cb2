/** What only Discord needs to say. */
export const discord = {
  'discord.more': 'More…',
  'discord.use_latents.menu': 'Use latents of this image',
  'discord.use_latents.title': 'Use its latents',
  'discord.use_latents.prompt': 'What to draw; the same when empty',
  'discord.use_latents.cell': 'Which picture, 1–{count}',
  'discord.use_latents.kinds': 'Kinds to keep; all when empty',
  'discord.picture_too_large': 'The picture is larger than Discord takes here. Ask for single images instead.',
  'discord.ready': 'your images are ready.',
  'discord.moved': 'I could not post in {channel}, so here it is.',
  'discord.try_again': 'That took too long to open. Please press it again.',
  'discord.no_grid': 'That message shows none of my images.',
  'discord.upload.emoji': 'Added the emoji {name}.',
  'discord.upload.sticker': 'Added the sticker {name}.',
  'discord.upload.later':
    'Discord takes no more of these right now. I try again in about {minutes} min and tell you then.',
  'discord.upload.only_in_server': 'Emojis and stickers can be added in a server that has me installed.',
  'discord.upload.user_may_not': 'You need the permission Create Expressions (or Manage Expressions) to do that here.',
  'discord.upload.bot_may_not':
    'I lack the permission Create Expressions here. An admin can give it to my role in the server settings.',
  'discord.upload.no_slots.emoji': 'This server has no room for another emoji. Remove one first.',
  'discord.upload.no_slots.sticker': 'This server has no room for another sticker. Remove one first.',
  'discord.upload.too_large': 'Discord says that the file is too large.',
  'discord.upload.refused':
    'Discord refused it{code, select, none {} other { (its error {code})}}. Try again later, or take the file and add it by hand.',
} as const;
