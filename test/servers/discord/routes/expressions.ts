import { z } from 'zod';
import { refusal } from '../rest/api-error.js';
import { invalidForm, parseForm } from '../rest/form.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { demandInGuild } from '../state/permissions.js';
import { emojiJson, stickerJson } from '../state/render.js';
import type { CustomEmoji, Guild } from '../state/types.js';
import type { World } from '../state/world.js';
import { imageKind, pngSize } from './images.js';

const EMOJI_BYTES = 256 * 1024;
const STICKER_BYTES = 512 * 1024;
/** In a server without boosts; of still and of moving emojis each. */
const EMOJI_SLOTS = 50;
const STICKER_SLOTS = 5;
const APP_EMOJI_SLOTS = 2000;
/** Emojis have limits of their own (developers/topics/rate-limits): bots were made to wait for half an hour. */
const CHANGES = { limit: 50, windowMs: 30 * 60_000 };

/** developers/resources/emoji and developers/resources/sticker */
export const expressionRoutes: readonly Route[] = [
  { method: 'GET', path: '/guilds/:guild/emojis', handle: listEmojis },
  { method: 'POST', path: '/guilds/:guild/emojis', limit: CHANGES, handle: createEmoji },
  { method: 'DELETE', path: '/guilds/:guild/emojis/:emoji', handle: deleteEmoji },
  {
    method: 'GET',
    path: '/applications/:app/emojis',
    handle: ({ world }) => ok({ items: [...world.appEmojis.values()].map((one) => emojiJson(world, one)) }),
  },
  { method: 'POST', path: '/applications/:app/emojis', limit: CHANGES, handle: createAppEmoji },
  { method: 'GET', path: '/guilds/:guild/stickers', handle: listStickers },
  { method: 'POST', path: '/guilds/:guild/stickers', limit: CHANGES, handle: createSticker },
  { method: 'DELETE', path: '/guilds/:guild/stickers/:sticker', handle: deleteSticker },
];

const emojiForm = z.object({
  name: z.string().min(2).max(32).regex(/^\w+$/),
  image: z.string(),
  roles: z.array(z.string()).nullish(),
});

const stickerForm = z.object({
  name: z.string().min(2).max(30),
  description: z.union([z.literal(''), z.string().min(2).max(100)]),
  tags: z.string().min(1).max(200),
});

function listEmojis(request: Request): Reply {
  const guild = request.world.ownGuild(parameter(request, 'guild'));
  return ok([...guild.emojis.values()].map((emoji) => emojiJson(request.world, emoji)));
}

function createEmoji(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  demandInGuild(world, guild, 'CreateGuildExpressions', 'ManageGuildExpressions');
  const emoji = readEmoji(world, request.json);
  const alike = [...guild.emojis.values()].filter((one) => one.isAnimated === emoji.isAnimated);
  if (alike.length >= EMOJI_SLOTS) throw refusal(emoji.isAnimated ? 'tooManyAnimatedEmojis' : 'tooManyEmojis');
  guild.emojis.set(emoji.id, emoji);
  tellEmojis(world, guild);
  return { status: 201, body: emojiJson(world, emoji) };
}

function deleteEmoji(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  demandInGuild(world, guild, 'CreateGuildExpressions', 'ManageGuildExpressions');
  if (!guild.emojis.delete(parameter(request, 'emoji'))) throw refusal('unknownEmoji');
  tellEmojis(world, guild);
  return NO_CONTENT;
}

function createAppEmoji(request: Request): Reply {
  const { world } = request;
  const emoji = readEmoji(world, request.json);
  if (world.appEmojis.size >= APP_EMOJI_SLOTS) throw refusal('tooManyEmojis');
  world.appEmojis.set(emoji.id, emoji);
  return { status: 201, body: emojiJson(world, emoji) };
}

function listStickers(request: Request): Reply {
  const guild = request.world.ownGuild(parameter(request, 'guild'));
  return ok([...guild.stickers.values()].map((sticker) => stickerJson(request.world, guild, sticker)));
}

function createSticker(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  demandInGuild(world, guild, 'CreateGuildExpressions', 'ManageGuildExpressions');
  const form = parseForm(stickerForm, request.fields);
  const file = request.files.find((one) => one.index === 'file');
  if (!file) throw invalidForm([{ path: ['file'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]);
  if (file.bytes.length > STICKER_BYTES) throw refusal('fileTooLarge');
  const kind = imageKind(file.bytes);
  const format = kind === 'png' ? 1 : kind === 'apng' ? 2 : kind === 'gif' ? 4 : null;
  const size = pngSize(file.bytes);
  if (format === null || (size && (size.width > 320 || size.height > 320))) throw refusal('invalidAsset');
  if (guild.stickers.size >= STICKER_SLOTS) throw refusal('tooManyStickers');
  const sticker = { id: world.nextId(), ...form, format, creatorId: world.app.botId, file: file.bytes };
  guild.stickers.set(sticker.id, sticker);
  tellStickers(world, guild);
  return { status: 201, body: stickerJson(world, guild, sticker) };
}

function deleteSticker(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  demandInGuild(world, guild, 'CreateGuildExpressions', 'ManageGuildExpressions');
  if (!guild.stickers.delete(parameter(request, 'sticker'))) throw refusal('unknownSticker');
  tellStickers(world, guild);
  return NO_CONTENT;
}

/** developers/reference#image-data */
function readEmoji(world: World, body: unknown): CustomEmoji {
  const { name, image, roles } = parseForm(emojiForm, body);
  const refuse = (code: string, message: string) => invalidForm([{ path: ['image'], code, message }]);
  const data = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,([A-Za-z0-9+/=]+)$/.exec(image)?.[1];
  if (data === undefined) throw refuse('IMAGE_INVALID', 'Invalid image data');
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > EMOJI_BYTES) throw refuse('BINARY_TYPE_MAX_SIZE', 'File cannot be larger than 256.0 kb.');
  const kind = imageKind(bytes);
  if (kind === null) throw refuse('IMAGE_INVALID', 'Invalid image data');
  const isAnimated = kind === 'gif' || kind === 'apng';
  return { id: world.nextId(), name, isAnimated, roleIds: roles ?? [], creatorId: world.app.botId, image: bytes };
}

function tellEmojis(world: World, guild: Guild): void {
  const emojis = [...guild.emojis.values()].map((emoji) => emojiJson(world, emoji));
  world.dispatch({ name: 'GUILD_EMOJIS_UPDATE', data: { guild_id: guild.id, emojis }, guildId: guild.id });
}

function tellStickers(world: World, guild: Guild): void {
  const stickers = [...guild.stickers.values()].map((sticker) => stickerJson(world, guild, sticker));
  world.dispatch({ name: 'GUILD_STICKERS_UPDATE', data: { guild_id: guild.id, stickers }, guildId: guild.id });
}
