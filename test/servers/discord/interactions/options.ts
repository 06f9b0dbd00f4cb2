import { ApplicationCommandOptionType as Option } from 'discord.js';
import type { HostedFile } from '../../hosted-file.js';
import type { CommandOption } from '../schemas/command.js';
import { attachmentUrl } from '../state/attachments.js';
import { channelJson, memberJson, roleJson, userJson } from '../state/render.js';
import type { World } from '../state/world.js';

/**
 * What a test gives for an option: text, a number, true or false, something with an id (user, channel, role), or a
 * file.
 */
export type GivenValue = string | number | boolean | { id: string } | HostedFile;
export type GivenValues = Readonly<Record<string, GivenValue>>;

export interface Resolved {
  users: Record<string, object>;
  members: Record<string, object>;
  roles: Record<string, object>;
  channels: Record<string, object>;
  attachments: Record<string, object>;
}

/**
 * The `options` of an interaction, refused where a real client would not let the user send them.
 *
 * @param focused the option being typed, for autocomplete: it may be incomplete, and required ones may be missing
 * @throws Error that says what is wrong with the test
 */
export function fillOptions(
  world: World,
  guildId: string | null,
  declared: readonly CommandOption[],
  given: GivenValues,
  focused?: string,
): { options: object[]; resolved: Partial<Resolved> } {
  for (const name of Object.keys(given)) {
    if (!declared.some((one) => one.name === name)) {
      throw new Error(`There is no option ${name}; there are ${declared.map((one) => one.name).join(', ') || 'none'}.`);
    }
  }
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {}, attachments: {} };
  const options = declared.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`The option ${option.name} is required.`);
      return [];
    }
    const isFocused = option.name === focused;
    if (isFocused && !option.autocomplete) throw new Error(`The option ${option.name} has no autocomplete.`);
    const plain = isFocused ? String(value) : resolve(world, guildId, option, value, resolved);
    return [{ name: option.name, type: option.type, value: plain, ...(isFocused && { focused: true }) }];
  });
  const used = Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0);
  return { options, resolved: Object.fromEntries(used) };
}

function resolve(world: World, guildId: string | null, option: CommandOption, value: GivenValue, resolved: Resolved) {
  const wrong = (why: string) => new Error(`The option ${option.name} ${why}.`);
  switch (option.type) {
    case Option.String:
      if (typeof value !== 'string') throw wrong('takes text');
      if (value.length < (option.min_length ?? 0) || value.length > (option.max_length ?? 6000)) {
        throw wrong(`takes ${option.min_length ?? 0} to ${option.max_length ?? 6000} characters`);
      }
      return demandChoice(option, value, wrong);
    case Option.Integer:
    case Option.Number:
      if (typeof value !== 'number') throw wrong('takes a number');
      if (option.type === Option.Integer && !Number.isInteger(value)) throw wrong('takes a whole number');
      if (value < (option.min_value ?? -(2 ** 53)) || value > (option.max_value ?? 2 ** 53)) {
        throw wrong(`takes ${option.min_value} to ${option.max_value}`);
      }
      return demandChoice(option, value, wrong);
    case Option.Boolean:
      if (typeof value !== 'boolean') throw wrong('takes true or false');
      return value;
    default:
      return resolveEntity(world, guildId, option, value, resolved, wrong);
  }
}

function resolveEntity(
  world: World,
  guildId: string | null,
  option: CommandOption,
  value: GivenValue,
  resolved: Resolved,
  wrong: (why: string) => Error,
): string {
  if (typeof value !== 'object') throw wrong('takes a user, role, channel or file');
  if ('bytes' in value) {
    if (option.type !== Option.Attachment) throw wrong('takes no file');
    const id = world.nextId();
    // It is in no message.
    world.files.set(id, value);
    const url = attachmentUrl(world, world.app.id, id, value.name);
    const { bytes, contentType, name } = value;
    const about = { filename: name, size: bytes.length, content_type: contentType, url, proxy_url: url };
    resolved.attachments[id] = { id, ephemeral: true, ...about };
    return id;
  }
  const guild = guildId === null ? undefined : world.guild(guildId);
  const user = world.users.get(value.id);
  const role = guild?.roles.get(value.id);
  const channel = world.channels.get(value.id);
  const takes = (...types: Option[]) => types.includes(option.type);
  if (user && takes(Option.User, Option.Mentionable)) {
    resolved.users[user.id] = userJson(user);
    const member = guild?.members.get(user.id);
    if (member) resolved.members[user.id] = { ...memberJson(member), permissions: '0' };
  } else if (guild && role && takes(Option.Role, Option.Mentionable)) {
    resolved.roles[role.id] = roleJson(guild, role);
  } else if (channel && takes(Option.Channel)) {
    resolved.channels[channel.id] = { ...channelJson(world, channel), permissions: '0' };
  } else {
    throw wrong(`does not take ${value.id}`);
  }
  return value.id;
}

function demandChoice<Value extends string | number>(
  option: CommandOption,
  value: Value,
  wrong: (why: string) => Error,
): Value {
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((one) => one.value === value)) {
    throw wrong(`takes one of ${choices.map((one) => one.value).join(', ')}`);
  }
  return value;
}
