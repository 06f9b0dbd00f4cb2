import { ApplicationCommandType, ComponentType, InteractionType, PermissionFlagsBits } from 'discord.js';
import type { HostedFile } from '../../hosted-file.js';
import { findCommand, findSubcommand, placeOf } from '../interactions/commands.js';
import { checkValues, submittedComponents } from '../interactions/form-values.js';
import type { Interaction } from '../interactions/interaction.js';
import { fillOptions, type GivenValues } from '../interactions/options.js';
import { sendInteraction } from '../interactions/payload.js';
import { interactives } from '../schemas/component-rules.js';
import type { Interactive } from '../schemas/components.js';
import { deleteMessage, editMessage, postMessage } from '../state/messages.js';
import { channelPermissions } from '../state/permissions.js';
import { addReaction, removeReaction } from '../state/reactions.js';
import { messageJson, userJson } from '../state/render.js';
import type { Channel, Message, User } from '../state/types.js';
import type { World } from '../state/world.js';

const MESSAGE_TYPES = { slash: 20, menu: 23 } as const;

/** Someone at a real client: does only what the client would let them do, and throws where a test asks for more. */
export class TestUser {
  constructor(
    readonly world: World,
    readonly user: User,
  ) {}

  get id(): string {
    return this.user.id;
  }

  /** Uses a slash command; `name` may go on with a subcommand: `latents show`. */
  slash(name: string, values: GivenValues, where: { channel: Channel }): Interaction {
    return this.#command(name, values, where.channel);
  }

  /** Types in an option that has autocomplete; the suggestions arrive in `choices`. */
  autocomplete(name: string, values: GivenValues, where: { channel: Channel; focused: string }): Interaction {
    return this.#command(name, values, where.channel, where.focused);
  }

  /** Uses a command of a message's context menu. */
  messageMenu(name: string, message: Message): Interaction {
    this.#demandSight(message);
    const resolved = { messages: { [message.id]: messageJson(this.world, message) } };
    return this.#menu(
      ApplicationCommandType.Message,
      name,
      this.world.channel(message.channelId),
      message.id,
      resolved,
    );
  }

  /** Uses a command of a user's context menu. */
  userMenu(name: string, target: TestUser, where: { channel: Channel }): Interaction {
    const resolved = { users: { [target.id]: userJson(target.user) } };
    return this.#menu(ApplicationCommandType.User, name, where.channel, target.id, resolved);
  }

  /** Presses a button. */
  press(message: Message, customId: string): Interaction {
    const button = this.#component(message, customId);
    if (button.type !== ComponentType.Button) throw new Error(`${customId} is no button.`);
    return this.#use(message, { custom_id: customId, component_type: button.type });
  }

  /** Chooses in a select menu. */
  select(message: Message, customId: string, values: readonly string[]): Interaction {
    const select = this.#component(message, customId);
    if (select.type === ComponentType.Button) throw new Error(`${customId} is no select menu.`);
    checkValues(select, values);
    return this.#use(message, { custom_id: customId, component_type: select.type, values });
  }

  /** Sends the form that an interaction of this user opened; fields left out keep what they showed. */
  submit(opened: Interaction, fields: Readonly<Record<string, string | readonly string[]>>): Interaction {
    const { modal, userId, channelId, guildId, owners, context, sourceId, messageType } = opened;
    if (!modal) throw new Error('No form was opened.');
    if (userId !== this.id) throw new Error('Only the user who opened a form can send it.');
    const source = sourceId === null ? undefined : this.world.messages.get(sourceId);
    const origin = {
      type: InteractionType.ModalSubmit,
      userId,
      channelId,
      guildId,
      sourceId,
      owners,
      context,
      messageType,
    };
    const data = { custom_id: modal.custom_id, components: submittedComponents(modal, fields) };
    opened.modal = null;
    return sendInteraction(this.world, origin, { data, ...(source && { message: messageJson(this.world, source) }) });
  }

  /** Writes a message; `<@id>` mentions somebody. */
  say(content: string, where: { channel: Channel; replyTo?: Message; file?: HostedFile }): Message {
    const { channel, file, replyTo } = where;
    this.#demand(channel, channel.parentId === null ? 'SendMessages' : 'SendMessagesInThreads');
    const reference = replyTo && { message_reference: { message_id: replyTo.id } };
    return postMessage(
      this.world,
      { channel, authorId: this.id },
      { content, ...reference },
      file ? [{ index: '0', ...file }] : [],
    );
  }

  /** Changes an own message. */
  edit(message: Message, content: string): void {
    if (message.authorId !== this.id) throw new Error('Only its author edits a message.');
    editMessage(this.world, message, { content }, []);
  }

  /** Reacts with a standard emoji, or a custom one as `name:id`. */
  react(message: Message, emoji: string): void {
    this.#demandSight(message);
    if (message.visibleTo !== null) throw new Error('Nobody can react to an ephemeral message.');
    if (!message.reactions.has(emoji)) this.#demand(this.world.channel(message.channelId), 'AddReactions');
    addReaction(this.world, message, emoji, this.id);
  }

  unreact(message: Message, emoji: string): void {
    if (!message.reactions.get(emoji)?.has(this.id))
      throw new Error(`${this.user.name} has not reacted with ${emoji}.`);
    removeReaction(this.world, message, emoji, this.id);
  }

  /** Deletes an own message, one as moderator, or dismisses an ephemeral one. */
  delete(message: Message): void {
    this.#demandSight(message);
    if (message.authorId !== this.id && message.visibleTo !== this.id) {
      this.#demand(this.world.channel(message.channelId), 'ManageMessages');
    }
    deleteMessage(this.world, message);
  }

  /** Whether this user sees a message now. */
  sees(message: Message): boolean {
    const isForThem = message.visibleTo === null || message.visibleTo === this.id;
    const channel = this.world.channels.get(message.channelId);
    return isForThem && message.deletedAt === null && channel !== undefined && this.#permissions(channel) !== 0n;
  }

  #command(words: string, values: GivenValues, channel: Channel, focused?: string): Interaction {
    const [name = '', ...rest] = words.split(' ');
    const type = ApplicationCommandType.ChatInput;
    this.#demand(channel, 'UseApplicationCommands');
    const found = findCommand(this.world, placeOf(this.world, channel, this.user), this.user, type, name);
    const { declared, wrap } = findSubcommand(found.command, rest);
    const { options, resolved } = fillOptions(this.world, found.place.guildId, declared, values, focused);
    const data = {
      ...this.#commandData(found),
      options: wrap(options),
      ...(Object.keys(resolved).length > 0 && { resolved }),
    };
    const kind =
      focused === undefined ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete;
    const origin = { ...found.place, type: kind, userId: this.id, channelId: channel.id, sourceId: null };
    return sendInteraction(this.world, { ...origin, messageType: MESSAGE_TYPES.slash }, { data });
  }

  #menu(type: ApplicationCommandType, name: string, channel: Channel, targetId: string, resolved: object): Interaction {
    this.#demand(channel, 'UseApplicationCommands');
    const found = findCommand(this.world, placeOf(this.world, channel, this.user), this.user, type, name);
    const data = { ...this.#commandData(found), target_id: targetId, resolved };
    const origin = { ...found.place, userId: this.id, channelId: channel.id, sourceId: null };
    const kind = { type: InteractionType.ApplicationCommand, messageType: MESSAGE_TYPES.menu };
    return sendInteraction(this.world, { ...origin, ...kind }, { data });
  }

  #commandData({ command, scope }: ReturnType<typeof findCommand>): object {
    return { id: command.id, name: command.name, type: command.type, ...(scope !== 'global' && { guild_id: scope }) };
  }

  #use(message: Message, data: object): Interaction {
    const channel = this.world.channel(message.channelId);
    const place = placeOf(this.world, channel, this.user);
    const asked = message.interactionId === null ? undefined : this.world.interactions.get(message.interactionId);
    // A message that a user's own installation posted goes on speaking for that user, whoever presses.
    const owners = asked ? asked.owners : place.owners;
    const origin = {
      ...place,
      owners,
      type: InteractionType.MessageComponent,
      userId: this.id,
      channelId: channel.id,
      sourceId: message.id,
      messageType: 0,
    };
    return sendInteraction(this.world, origin, { data, message: messageJson(this.world, message) });
  }

  #component(message: Message, customId: string): Interactive {
    this.#demandSight(message);
    const all = interactives(message.components);
    const found = all.find((one) => one.custom_id === customId);
    const ids = all.map((one) => one.custom_id).join(', ');
    if (!found) throw new Error(`The message has no component ${customId}; it has ${ids || 'none'}.`);
    if (found.disabled) throw new Error(`${customId} is disabled.`);
    return found;
  }

  #demandSight(message: Message): void {
    if (!this.sees(message)) throw new Error(`${this.user.name} does not see this message.`);
  }

  #demand(channel: Channel, name: keyof typeof PermissionFlagsBits): void {
    if (!(this.#permissions(channel) & PermissionFlagsBits[name])) {
      throw new Error(`${this.user.name} lacks ${name} in ${channel.name || 'these direct messages'}.`);
    }
  }

  #permissions(channel: Channel): bigint {
    return channelPermissions(this.world, channel, this.id);
  }
}
